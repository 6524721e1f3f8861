import { Card } from '#renderer/components/card.tsx';
import { Help } from '#renderer/components/help.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { editContextField } from '#shared/kinds/context/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** The facts the template asks for. */
export function ContextFields({
  editor,
  fields,
}: {
  readonly editor: ReviewEditor;
  readonly fields: SectionOf<'context'>['fields'];
}) {
  const values = useDocument(editor, ({ context }) => context.fields);
  return (
    <Card title="Facts">
      {fields.map((field) => {
        const id = anchor('context', field.id);
        const Control = field.size === 'line' ? LineField : TextArea;
        return (
          <Control
            key={field.id}
            label={field.name}
            id={id}
            help={field.help}
            isRequired={field.required}
            value={values[field.id] ?? ''}
            onChange={(text) => editor.update((review) => editContextField(review, field.id, text), id)}
          />
        );
      })}
      <Help
        summary="Sources of these questions"
        texts={[]}
        sources={fields.flatMap((field) => field.sources)}
        template={editor.template}
        openLink={editor.openLink}
      />
    </Card>
  );
}
