import { Badge } from '#renderer/components/badge.tsx';
import { Card } from '#renderer/components/card.tsx';
import { ChoiceCards } from '#renderer/components/choice-cards.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { editMotivation } from '#shared/kinds/screening/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** The motivation test: which reason comes nearest, and the reason in the team's own words. */
export function MotivationCard({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'screening'>;
}) {
  const motivation = useDocument(editor, (review) => partOf(review, 'screening').motivation);
  const motivationNote = useDocument(editor, (review) => partOf(review, 'screening').motivationNote);
  const chosen = section.motivations.find((entry) => entry.id === motivation);
  const noteId = anchor('screening', 'motivation-note');
  return (
    <Card
      title="Why the team wants it"
      aside={
        chosen && (
          <Badge tone={chosen.sound ? 'for' : 'open'}>
            {chosen.sound ? 'A reason to go on' : 'No reason for a change'}
          </Badge>
        )
      }
    >
      <ChoiceCards
        label="Which of these comes nearest?"
        id={anchor('screening', 'motivation')}
        value={motivation}
        choices={section.motivations.map((entry) => ({
          id: entry.id,
          name: entry.name,
          about: entry.help,
          tone: entry.sound ? 'for' : 'open',
          more: (
            <Help
              summary="Sources"
              about={entry.name}
              texts={[]}
              sources={entry.sources}
              template={editor.template}
              openLink={editor.openLink}
            />
          ),
        }))}
        onChange={(id) => editor.update((review) => editMotivation(review, { motivation: id }))}
      />
      <DepartureNotes editor={editor} at={anchor('screening', 'motivation')} />
      <TextArea
        label="The reason in your own words"
        id={noteId}
        rows={2}
        value={motivationNote}
        onChange={(text) => editor.update((review) => editMotivation(review, { motivationNote: text }), noteId)}
      />
    </Card>
  );
}
