import { assertNever } from '#shared/assert-never.ts';
import type { TemplateSection } from '#shared/template.ts';
import type { ReviewEditor } from '../../editor.ts';
import { PlaceholderPage } from './placeholder-page.tsx';

/** The page of a section, by its kind. */
export function SectionView({ editor, section }: { readonly editor: ReviewEditor; readonly section: TemplateSection }) {
  switch (section.kind) {
    case 'context':
      return <PlaceholderPage editor={editor} section={section} />;
    case 'rule':
      return <PlaceholderPage editor={editor} section={section} />;
    case 'path':
      return <PlaceholderPage editor={editor} section={section} />;
    case 'strategy':
      return <PlaceholderPage editor={editor} section={section} />;
    case 'risks':
      return <PlaceholderPage editor={editor} section={section} />;
    case 'decision':
      return <PlaceholderPage editor={editor} section={section} />;
    case 'sign-off':
      return <PlaceholderPage editor={editor} section={section} />;
    default:
      return assertNever(section);
  }
}
