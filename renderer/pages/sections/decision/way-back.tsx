import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import type { WayBack as WayBackAnswers } from '#shared/kinds/decision/answers.ts';
import { changeWayBack } from '#shared/kinds/decision/edit.ts';
import { asksWayBack, wayBackOf } from '#shared/kinds/decision/way-back.ts';
import { REACH_WORDS, UNDO_WORDS } from '#shared/kinds/decision/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sectionOf } from '#shared/template/template.ts';
import './decision-page.css';

/** How the decision can be undone, and how far it reaches; also shown where somebody answered and it is no longer asked. */
export function WayBack({ editor }: { readonly editor: ReviewEditor }) {
  const isAsked = useDerived(editor, asksWayBack);
  const isAnswered = useDocument(editor, ({ decision }) => decision.wayBack !== undefined);
  const wayBack = useDocument(editor, wayBackOf);
  if (!isAsked && !isAnswered) return null;
  const { undo, price, reach, prototype, heard } = wayBack;
  const isFinal = undo === 'no';
  const change = (answers: Partial<WayBackAnswers>, key?: string) =>
    editor.update((review) => changeWayBack(review, answers), key);
  return (
    <Card title="The way back">
      <p className="soft small">
        A door that opens both ways can be walked through quickly. One that cannot be undone deserves more care first.
      </p>
      <ChoiceGroup
        id={anchor('decision', 'undo')}
        label="If it turns out wrong, this decision"
        isRequired={isAsked}
        value={undo}
        choices={(['yes', 'at-a-price', 'no'] as const).map((value) => ({ value, text: UNDO_WORDS[value] }))}
        onChange={(value) => change({ undo: value })}
      />
      {undo === 'at-a-price' && (
        <LineField
          id={anchor('decision', 'price')}
          label="What going back costs"
          isRequired={isAsked}
          value={price}
          onChange={(text) => change({ price: text }, anchor('decision', 'price'))}
        />
      )}
      {undo !== null && !isFinal && <Limit editor={editor} wayBack={wayBack} onChange={change} />}
      <ChoiceGroup
        id={anchor('decision', 'reach')}
        label="How far it reaches"
        isRequired={isAsked}
        value={reach}
        choices={(['component', 'team', 'teams'] as const).map((value) => ({ value, text: REACH_WORDS[value] }))}
        onChange={(value) => change({ reach: value })}
      />
      {(isFinal || prototype !== '') && (
        <TextArea
          id={anchor('decision', 'prototype')}
          label="What a prototype showed, or why there was none"
          isRequired={isAsked && isFinal}
          rows={2}
          value={prototype}
          onChange={(text) => change({ prototype: text }, anchor('decision', 'prototype'))}
        />
      )}
      {(isFinal || heard !== '') && (
        <TextArea
          id={anchor('decision', 'heard')}
          label="Who was heard outside the room"
          isRequired={isAsked && isFinal}
          rows={2}
          value={heard}
          onChange={(text) => change({ heard: text }, anchor('decision', 'heard'))}
        />
      )}
    </Card>
  );
}

/** Until when there is a way back. */
function Limit({
  editor,
  wayBack,
  onChange,
}: {
  readonly editor: ReviewEditor;
  readonly wayBack: WayBackAnswers;
  readonly onChange: (answers: Partial<WayBackAnswers>, key?: string) => void;
}) {
  const stages = sectionOf(editor.template, 'path')?.stages ?? [];
  return (
    <div className="decision__limit">
      {stages.length > 0 && (
        <SelectField
          label="Only until this stage"
          placeholder="No stage ends it"
          value={wayBack.untilStage}
          options={stages.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(untilStage) => onChange({ untilStage })}
        />
      )}
      <DateField
        label="Or until"
        value={wayBack.until}
        onChange={(until) => onChange({ until }, 'decision.way-back-until')}
      />
    </div>
  );
}
