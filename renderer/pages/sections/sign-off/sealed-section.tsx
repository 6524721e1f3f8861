import { useMemo } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { Blocks } from '#renderer/pages/record/record-blocks.tsx';
import { OpenLinkContext } from '#renderer/pages/record/record-link.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { sectionAlone } from '#shared/record/build.ts';
import type { TemplateSection } from '#shared/template/template.ts';
import '#renderer/pages/record/record-page.css';
import './sealed-section.css';

/** A section of a signed review, as the record prints it: to read, not to change. */
export function SealedSection({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: TemplateSection;
}) {
  const { template } = editor;
  const { document, contentSha256 } = useSession(editor, (snapshot) => snapshot);
  const blocks = useMemo(() => {
    // Revision and moment are printed elsewhere in the record only.
    const stored = { contentSha256: contentSha256 ?? '', revision: 1, savedAt: document.createdAt };
    return sectionAlone({ review: document, template, ...stored }, section);
  }, [document, template, contentSha256, section]);
  return (
    <OpenLinkContext value={editor.openLink}>
      <Callout tone="neutral" title="Closed, so this section does not change any more">
        <p>
          To change it, start the next revision on the <a href={sectionHref(document.id, 'sign-off')}>sign-off page</a>.
          What is signed stays as it is.
        </p>
      </Callout>
      <div className="paper sealed-section">
        <Blocks blocks={blocks} level={3} />
      </div>
    </OpenLinkContext>
  );
}
