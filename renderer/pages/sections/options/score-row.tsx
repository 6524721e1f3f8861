import { memo } from 'react';
import { PutToVote } from '#renderer/pages/sections/parts/put-to-vote.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import type { OptionCell } from '#shared/kinds/options/answers.ts';
import { endsText, type OptionCriterion } from '#shared/kinds/options/criteria.ts';
import { criterionWeight } from '#shared/kinds/options/option-sums.ts';
import { cellSchema } from '#shared/kinds/options/schema.ts';
import { FIRST_CANDIDATE, NAME_COLUMN, WEIGHT_COLUMN } from './grid-keys.ts';
import { criterionAnchor, type NamedCandidate, ScoreCell } from './score-cell.tsx';
import { sourceMarks } from './source-marks.tsx';
import type { GridActions } from './use-grid-actions.ts';
import '#renderer/components/field.css';
import './score-grid.css';

const UNTOUCHED: OptionCell = cellSchema.parse({});
const WEIGHTS = [0, 1, 2, 3, 4, 5] as const;

export interface ScoreRowProps {
  readonly editor: ReviewEditor;
  readonly criterion: OptionCriterion;
  readonly index: number;
  readonly candidates: readonly NamedCandidate[];
  /** Column that has the grid's one tab stop; null when it is in another row. */
  readonly activeColumn: number | null;
  readonly editingColumn: number | null;
  readonly actions: GridActions;
}

/** A criterion with its weight and the scores of all candidates; drawn again only when it changes. */
export const ScoreRow = memo(function ScoreRow(props: ScoreRowProps) {
  const { editor, criterion, index, candidates, activeColumn, editingColumn, actions } = props;
  const { template } = editor;
  const cells = useDocument(editor, ({ options }) => options?.cells[criterion.id]);
  const weight = useDocument(editor, (review) => criterionWeight(review, criterion));
  const ends = endsText(criterion);
  const marks = sourceMarks(template, criterion.sources);
  const stop = (column: number) => (column === activeColumn ? 0 : -1);
  const owed = weight === 0 ? undefined : candidates.find(({ id }) => (cells?.[id] ?? UNTOUCHED).score === null);
  return (
    <tr
      className={weight === 0 ? 'scores__row scores__row--idle' : 'scores__row'}
      data-anchor={criterionAnchor(criterion.id)}
    >
      <th
        scope="row"
        className="scores__name"
        id={owed ? undefined : criterionAnchor(criterion.id)}
        data-place={`${index}:${NAME_COLUMN}`}
        tabIndex={stop(NAME_COLUMN)}
      >
        <span className="scores__criterion">{criterion.name}</span>
        <span className="scores__help">
          {criterion.help}
          {ends !== '' && <span className="scores__ends">{ends}</span>}
          {marks.length > 0 && (
            <span className="scores__marks" aria-hidden>
              {' '}
              [{marks.join(', ')}]
            </span>
          )}
        </span>
      </th>
      <td className="scores__weight">
        <select
          className="input scores__select"
          aria-label={`Weight of ${criterion.name}`}
          data-place={`${index}:${WEIGHT_COLUMN}`}
          tabIndex={stop(WEIGHT_COLUMN)}
          value={weight}
          onChange={(event) => actions.weigh(criterion, Number(event.target.value))}
        >
          {WEIGHTS.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
        {weight === 0 && <span className="scores__idle">does not count</span>}
        <PutToVote isIcon isInGrid review={editor.id} thing={criterionAnchor(criterion.id)} name={criterion.name} />
      </td>
      {candidates.map((candidate, position) => {
        const column = FIRST_CANDIDATE + position;
        return (
          <ScoreCell
            key={candidate.id}
            criterion={criterion}
            candidate={candidate}
            cell={cells?.[candidate.id] ?? UNTOUCHED}
            place={`${index}:${column}`}
            id={candidate === owed ? criterionAnchor(criterion.id) : undefined}
            isActive={column === activeColumn}
            isEditing={column === editingColumn}
            editor={editor}
            actions={actions}
          />
        );
      })}
    </tr>
  );
});
