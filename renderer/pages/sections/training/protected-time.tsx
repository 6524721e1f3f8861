import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { AnsweredRisk } from '#renderer/pages/sections/parts/answered-risk.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { editTraining } from '#shared/kinds/training/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import { type SectionOf, sectionOf } from '#shared/template/template.ts';

/** Whether time for learning is set aside, and who guards it. */
export function ProtectedTime({
  editor,
  check,
}: {
  readonly editor: ReviewEditor;
  readonly check: NonNullable<SectionOf<'training'>['protectedTime']>;
}) {
  const protectedTime = useDocument(editor, (review) => partOf(review, 'training').protectedTime);
  const protectedTimeNote = useDocument(editor, (review) => partOf(review, 'training').protectedTimeNote);
  const risk = sectionOf(editor.template, 'training')?.protectedTimeRisk ?? null;
  return (
    <Card title={check.name} id={anchor('training', 'protected-time')}>
      <p>{check.help}</p>
      <ChoiceGroup
        label={check.name}
        isLabelHidden
        value={protectedTime}
        choices={[
          { value: true, text: 'Yes', key: 'y', tone: 'for' },
          { value: false, text: 'No', key: 'n', tone: 'warning' },
        ]}
        onChange={(isSet) => editor.update((document) => editTraining(document, { protectedTime: isSet }))}
      />
      {protectedTime === false && <AnsweredRisk editor={editor} risk={risk} lead="Without it, this risk grows:" />}
      <TextArea
        label="How much time, when, and who guards it"
        rows={1}
        value={protectedTimeNote}
        onChange={(text) =>
          editor.update(
            (document) => editTraining(document, { protectedTimeNote: text }),
            anchor('training', 'protected-time', 'note'),
          )
        }
      />
      <Help
        summary="Sources"
        texts={[]}
        sources={check.sources}
        template={editor.template}
        openLink={editor.openLink}
      />
    </Card>
  );
}
