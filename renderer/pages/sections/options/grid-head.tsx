import { memo } from 'react';
import { APPROACH_WORDS } from '#shared/kinds/options/words.ts';
import type { NamedCandidate } from './score-cell.tsx';
import './score-grid.css';

/** The first row of the grid: what its columns are. */
export const GridHead = memo(function GridHead({ candidates }: { readonly candidates: readonly NamedCandidate[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="scores__corner">
          Criterion
        </th>
        <th scope="col" className="scores__head">
          Weight
        </th>
        {candidates.map((candidate) => (
          <th key={candidate.id} scope="col" className="scores__head" title={candidate.name}>
            <span className="scores__candidate">{candidate.name}</span>
            {candidate.approach && (
              <span className="scores__approach soft small">{APPROACH_WORDS[candidate.approach]}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
});
