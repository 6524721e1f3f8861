import { useLatest } from '#renderer/base/use-latest.ts';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDerivedPiece } from '#renderer/review/use-document.ts';
import { type Dissent, dissentSchema } from '#shared/kinds/parts.ts';
import { POSITION_WORDS } from '#shared/kinds/parts-words.ts';
import type { Judgement } from '#shared/stage/judgement.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { knownPeople } from './known-people.ts';
import { ViewFate } from './view-fate.tsx';
import { WantedAnswers } from './wanted-answers.tsx';
import './entries.css';
import './dissent-editor.css';

export interface DissentEditorProps {
  readonly editor: ReviewEditor;
  /** Anchor of what they differ on, which says what they could answer instead. */
  readonly thing: string;
  readonly dissent: readonly Dissent[];
  /** `key` names the field that was typed into; hand it on to `editor.update`. */
  readonly onChange: (dissent: readonly Dissent[], key?: string) => void;
  /** Start of the ids and undo keys in here, such as the anchor of the question. */
  readonly idPrefix: string;
}

const NONE: readonly Judgement[] = [];

/** Views that differ from what goes on record: who, how strongly, and why. */
export function DissentEditor({ editor, thing, dissent, onChange, idPrefix }: DissentEditorProps) {
  const judgements =
    useDerivedPiece(editor, stageThings, (things) => things.find(({ id }) => id === thing)?.judgements) ?? NONE;
  // The rows do not ask for the others, so that a letter in one draws no other.
  const { withdraw } = useLatest({ withdraw: (gone: string) => onChange(dissent.filter(({ id }) => id !== gone)) });
  const people = useDerived(editor, knownPeople);
  return (
    <div className="entries">
      <ListEditor
        label="Differing views"
        rows={dissent}
        onChange={onChange}
        newRow={() => dissentSchema.parse({ id: editor.newId() })}
        addText="Add a differing view"
        noun="differing view"
        nameOf={(entry, index) => entry.name || `differing view ${index + 1}`}
      >
        {(entry, changeRow) => {
          const change = (part: Partial<Dissent>, field: string) =>
            changeRow({ ...entry, ...part }, `${idPrefix}.dissent.${entry.id}.${field}`);
          return (
            <div className="dissent">
              <div className="dissent__who">
                <ComboField
                  label="Who"
                  value={entry.name}
                  suggestions={people}
                  onChange={(name) => change({ name }, 'name')}
                />
                <ChoiceGroup
                  label="How strongly"
                  isClearable={false}
                  value={entry.position}
                  choices={[
                    { value: 'can-live-with-it', text: POSITION_WORDS['can-live-with-it'] },
                    { value: 'formal-objection', text: POSITION_WORDS['formal-objection'], tone: 'warning' },
                  ]}
                  onChange={(position) => change({ position: position ?? 'can-live-with-it' }, 'position')}
                />
              </div>
              <WantedAnswers
                judgements={judgements}
                view={entry}
                onChange={(answers) => {
                  const { answers: _, ...rest } = entry;
                  const key = `${idPrefix}.dissent.${entry.id}.answers`;
                  changeRow(answers.length > 0 ? { ...rest, answers } : rest, key);
                }}
              />
              <TextArea
                label="Reason"
                rows={1}
                value={entry.reason}
                onChange={(reason) => change({ reason }, 'reason')}
              />
              <ViewFate
                judgements={judgements}
                view={entry}
                onWithdraw={() => withdraw(entry.id)}
                onKeep={() => changeRow({ ...entry, isHistory: true }, `${idPrefix}.dissent.${entry.id}.fate`)}
              />
            </div>
          );
        }}
      </ListEditor>
    </div>
  );
}
