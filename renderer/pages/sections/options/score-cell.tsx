import { MessageSquareText } from 'lucide-react';
import { About } from '#renderer/components/about.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { NotKnownFields } from '#renderer/pages/sections/parts/not-known-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { UNASSIGNED } from '#shared/kinds/not-known.ts';
import type { OptionCell } from '#shared/kinds/options/answers.ts';
import { type OptionCriterion, sourceWords } from '#shared/kinds/options/criteria.ts';
import type { ComparedCandidate } from '#shared/kinds/options/options.ts';
import { notKnownText } from '#shared/kinds/parts-words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sourceMarks } from './source-marks.tsx';
import type { GridActions } from './use-grid-actions.ts';
import './score-grid.css';

const SCORES = [1, 2, 3, 4, 5] as const;

/** What the grid says of a candidate. */
export type NamedCandidate = Pick<ComparedCandidate, 'id' | 'name' | 'isOwn' | 'approach'>;

export interface ScoreCellProps {
  readonly criterion: OptionCriterion;
  readonly candidate: NamedCandidate;
  readonly cell: OptionCell;
  /** The place as `row:column`, by which the grid finds the cell. */
  readonly place: string;
  /** Id for open points, on the first score that a row still owes. */
  readonly id: string | undefined;
  readonly isActive: boolean;
  /** Whether the reason is being written. */
  readonly isEditing: boolean;
  readonly editor: ReviewEditor;
  readonly actions: GridActions;
}

/** One candidate by one criterion: what the source says, the score, and the team's reason. */
export function ScoreCell({ criterion, candidate, cell, place, id, ...props }: ScoreCellProps) {
  const { actions } = props;
  const known = sourceWords(criterion, candidate);
  const title = `${candidate.name}, ${criterion.name}`;
  const marks = sourceMarks(props.editor.template, known.sources);
  return (
    <td
      className="scores__cell"
      id={id}
      data-place={place}
      data-row={candidate.id}
      tabIndex={props.isActive ? 0 : -1}
      aria-label={cellWords(cell, known.text)}
    >
      <div className="scores__digits">
        {SCORES.map((score) => (
          <button
            key={score}
            type="button"
            tabIndex={-1}
            className="scores__digit"
            aria-label={`${score} of 5 for ${title}`}
            aria-pressed={cell.score === score}
            onClick={() => actions.score(criterion.id, candidate.id, cell.score === score ? null : score)}
          >
            {score}
          </button>
        ))}
      </div>
      <div className="scores__line">
        <p className="scores__known">
          {known.text}
          {marks.length > 0 && (
            <span className="scores__marks" aria-hidden>
              {' '}
              [{marks.join(', ')}]
            </span>
          )}
        </p>
        <button
          type="button"
          tabIndex={-1}
          className="scores__why"
          aria-label={`Reason for the score of ${title}`}
          onClick={() => actions.edit(place)}
        >
          <span className="scores__face" title="Reason (Enter)">
            <MessageSquareText aria-hidden size={16} />
          </span>
        </button>
      </div>
      {props.isEditing ? (
        <div className="scores__edit">
          <TextArea
            label={`Reason for ${title}`}
            isLabelHidden
            placeholder="Reason"
            rows={2}
            value={cell.reason}
            onChange={(text) => actions.reason(criterion.id, candidate.id, text)}
          />
          <About subject={title}>
            <Checkbox
              isOneOfMany
              isSelected={cell.notKnown !== undefined}
              onChange={(isUnknown) => actions.mark(criterion.id, candidate.id, isUnknown ? UNASSIGNED : null)}
            >
              Not known
            </Checkbox>
            {cell.notKnown && (
              <NotKnownFields
                editor={props.editor}
                value={cell.notKnown}
                onChange={(changed, key) => actions.mark(criterion.id, candidate.id, changed, key)}
              />
            )}
          </About>
        </div>
      ) : (
        <>
          {cell.notKnown && <p className="scores__unknown">{notKnownText(cell.notKnown)}</p>}
          {cell.reason !== '' && <p className="scores__reason">{cell.reason}</p>}
        </>
      )}
    </td>
  );
}

/** Id of the place that an open point about a criterion leads to. */
export function criterionAnchor(criterion: string): string {
  return anchor('options', criterion);
}

/** What a cell holds; its row and column are told by their heads. */
function cellWords({ score, reason, notKnown }: OptionCell, known: string): string {
  return [
    notKnown ? notKnownText(notKnown) : score === null ? 'No score' : `${score} of 5`,
    known === '' ? '' : `Source: ${known}`,
    reason === '' ? '' : `Reason: ${reason}`,
  ]
    .filter((part) => part !== '')
    .join('. ');
}
