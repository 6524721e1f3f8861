import { About } from '#renderer/components/about.tsx';
import { Card } from '#renderer/components/card.tsx';
import { ChoiceCards } from '#renderer/components/choice-cards.tsx';
import { Help } from '#renderer/components/help.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { PutToVote } from '#renderer/pages/sections/parts/put-to-vote.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { setProjectKind } from '#shared/kinds/options/edit.ts';
import { candidateName } from '#shared/kinds/options/options.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import './options-page.css';

/** What kind of project this is, and which candidates the sources name for it. */
export function ProjectKinds({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'options'>;
}) {
  const { template } = editor;
  const review = useDocument(editor, (all) => all);
  return (
    <Card title="Kind of project">
      <ChoiceCards
        label="Which of these comes nearest?"
        id={anchor('options', 'project-kind')}
        value={partOf(review, 'options').projectKind}
        choices={section.projectKinds.map((kind) => ({
          id: kind.id,
          name: kind.name,
          about: (
            <>
              <p>{kind.help}</p>
              <p className="project-kind__verdict">
                <span aria-hidden>→</span>
                <span className="visually-hidden">then:</span>{' '}
                {kind.candidates.map((id) => candidateName(review, section, id)).join(' or ')}
              </p>
            </>
          ),
          more: (
            <About subject={kind.name}>
              <Help
                summary="Sources"
                texts={[]}
                sources={kind.sources}
                template={template}
                openLink={editor.openLink}
              />
            </About>
          ),
        }))}
        onChange={(id) => editor.update((review) => setProjectKind(review, id))}
      />
      <PutToVote review={editor.id} thing={anchor('options', 'project-kind')} name="Kind of project" />
      <DepartureNotes editor={editor} at={anchor('options', 'project-kind')} />
    </Card>
  );
}
