import { memo } from 'react';
import { About } from '#renderer/components/about.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Note } from '#renderer/components/note.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { NotKnownFields } from '#renderer/pages/sections/parts/not-known-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { editPaybackInput, type InputChange } from '#shared/kinds/evidence/edit-payback.ts';
import type { PaybackInput } from '#shared/kinds/evidence/payback-inputs.ts';
import { rangeWords } from '#shared/kinds/evidence/payback-range.ts';
import { UNASSIGNED } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import './payback.css';

const LIMITS = { min: 0, max: 1e12 };
const PERCENT = { min: 0, max: 100 };

/** One input of the payback: a value or a range in its unit, or that it is not known. Drawn again only for itself. */
export const PaybackInputRow = memo(function PaybackInputRow({
  editor,
  input,
}: {
  readonly editor: ReviewEditor;
  readonly input: PaybackInput;
}) {
  const { entry, name, unit, origin, range, takenFrom } = input;
  const id = anchor('evidence', 'payback', input.id);
  const edit = (change: InputChange, key?: string) =>
    editor.update((review) => editPaybackInput(review, input, change), key && `${id}.${key}`);
  const limits = unit === '%' ? PERCENT : LIMITS;
  const help = origin === 'taken-over' ? `From ${takenFrom}: ${rangeWords(range, unit)}` : undefined;

  return (
    <About subject={name}>
      <div className="payback-input" id={id}>
        <p className="payback-input__words">
          <span className="payback-input__name">{name}</span>
          <span className="small soft">{unit}</span>
        </p>
        {entry.notKnown ? (
          <div className="payback-input__finder">
            <NotKnownFields
              editor={editor}
              value={entry.notKnown}
              onChange={(notKnown, key) => edit({ notKnown }, key)}
            />
          </div>
        ) : (
          <div className="payback-input__numbers">
            <NumberField
              label="From"
              help={help}
              limits={limits}
              value={entry.low}
              onChange={(low) => edit({ low }, 'low')}
            />
            <NumberField label="To" limits={limits} value={entry.high} onChange={(high) => edit({ high }, 'high')} />
          </div>
        )}
        <div className="payback-input__more">
          <Checkbox
            isOneOfMany
            isSelected={entry.notKnown !== undefined}
            onChange={(isUnknown) => edit({ notKnown: isUnknown ? UNASSIGNED : null })}
          >
            Not known
          </Checkbox>
          <Note
            label="Where it comes from"
            addText="Add source"
            placeholder="Where it comes from"
            id={`${id}.note`}
            value={entry.note}
            onChange={(note) => edit({ note }, 'note')}
          />
        </div>
      </div>
    </About>
  );
});
