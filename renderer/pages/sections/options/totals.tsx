import { memo } from 'react';
import type { OptionRanking, RankedOption } from '#shared/kinds/options/options.ts';
import type { NamedCandidate } from './score-cell.tsx';
import './score-grid.css';

/** The last row of the grid: the weighted mean of every candidate and what is missing for it. */
export function Totals({
  candidates,
  ranking,
}: {
  readonly candidates: readonly NamedCandidate[];
  readonly ranking: OptionRanking;
}) {
  return (
    <tfoot>
      <tr>
        <th scope="row" className="scores__name scores__total-name">
          Weighted mean
        </th>
        <td className="scores__total" />
        {candidates.map(({ id }) => {
          const ranked = ranking.options.find((option) => option.candidate.id === id);
          return (
            <td key={id} className="scores__total">
              {ranked && <Total mean={ranked.mean} missing={ranked.missing} />}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

const Total = memo(function Total({ mean, missing }: Pick<RankedOption, 'mean' | 'missing'>) {
  return (
    <>
      <strong>{mean === null ? '–' : mean.toFixed(2)}</strong>
      <span className="soft small">{missing === 0 ? ' of 5' : ` · ${missing} missing`}</span>
    </>
  );
});
