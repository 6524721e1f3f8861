import { ChoiceCards } from '#renderer/components/choice-cards.tsx';
import './merge-view.css';
import type { MergeConflict, Side } from './use-merge.ts';

export interface MergeConflictCardProps {
  readonly conflict: MergeConflict;
  /** What the other version is called. */
  readonly other: string;
  readonly chosen: Side | null;
  readonly onChoose: (side: Side) => void;
}

/** One thing that both versions changed: what stood there, and both values with what belongs to them. */
export function MergeConflictCard({ conflict, other, chosen, onChoose }: MergeConflictCardProps) {
  const { title, where, lines } = conflict;
  const before = lines.filter((line) => line.before !== null);
  return (
    <div className="merge-conflict">
      <ChoiceCards
        label={[title, ...where].join(' › ')}
        value={chosen}
        isClearable={false}
        choices={[
          { id: 'a', name: 'Here', about: <Values conflict={conflict} side="a" /> },
          { id: 'b', name: other, about: <Values conflict={conflict} side="b" /> },
        ]}
        onChange={(side) => {
          if (side !== null) onChoose(side === 'a' ? 'a' : 'b');
        }}
      />
      {before.length > 0 && (
        <dl className="merge-conflict__before">
          {before.map((line) => (
            <div key={line.where.join('\n')}>
              <dt>Before{labelOf(line.where, where, lines.length > 1)}:</dt>
              <dd>{line.before || 'nothing'}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Values({ conflict: { lines, where }, side }: { readonly conflict: MergeConflict; readonly side: Side }) {
  const readsTheSame = lines.every((line) => line.a === line.b);
  return (
    <span className="merge-conflict__values">
      {lines.map((line) => (
        <span key={line.where.join('\n')} className="merge-conflict__value">
          {lines.length > 1 && (
            <span className="merge-conflict__label">{labelOf(line.where, where, true).slice(2)}: </span>
          )}
          <span className="merge-conflict__text">{line[side] || 'nothing'}</span>
        </span>
      ))}
      {readsTheSame && <span className="small">Both read the same and differ only in spaces or line breaks.</span>}
    </span>
  );
}

/** What a line is about, behind the way that the conflict itself has. */
function labelOf(line: readonly string[], conflict: readonly string[], isOneOfSeveral: boolean): string {
  const rest = line.slice(conflict.length).join(' › ') || line.at(-1) || '';
  return isOneOfSeveral && rest !== '' ? `, ${rest}` : '';
}
