import type { TemplateSection } from '#shared/template.ts';
import { Card } from '../../components/card.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { ReviewEditor } from '../../editor.ts';

/** Stands in until the section's page is written; goes away with the last of them. */
export function PlaceholderPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: TemplateSection;
}) {
  return (
    <Card title={section.title}>
      <TextField
        label="Component"
        id="context.component"
        value={editor.document.component}
        onChange={(component) => editor.update((document) => ({ ...document, component }), 'component')}
      />
    </Card>
  );
}
