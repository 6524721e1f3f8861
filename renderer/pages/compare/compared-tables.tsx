import { type ReactNode, useMemo } from 'react';
import { Card } from '#renderer/components/card.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { type ComparedReview, type ComparedRow, compareReviews, isSame } from '#shared/portfolio/compare.ts';
import './compare-page.css';

/** What differs between two reviews first, group by group; what is the same is folded. */
export function ComparedTables({
  left,
  right,
  heads,
}: {
  readonly left: ComparedReview;
  readonly right: ComparedReview;
  /** What stands above the two columns. */
  readonly heads: readonly ReactNode[];
}) {
  const groups = useMemo(() => compareReviews(left, right), [left, right]);
  const table = (rows: readonly ComparedRow[]) => <ComparedTable rows={rows} heads={heads} />;
  return groups.map(({ title, rows }) => {
    const different = rows.filter((row) => !isSame(row));
    const same = rows.filter(isSame);
    return (
      <Card key={title} title={title}>
        {different.length > 0 ? table(different) : <p className="soft">The same in both.</p>}
        {same.length > 0 && (
          <Disclosure summary={same.length === 1 ? '1 that is the same' : `${same.length} that are the same`}>
            {table(same)}
          </Disclosure>
        )}
      </Card>
    );
  });
}

function ComparedTable({
  rows,
  heads,
}: {
  readonly rows: readonly ComparedRow[];
  readonly heads: readonly ReactNode[];
}) {
  return (
    <div className="compare__scroll">
      <table className="compare__table">
        <thead>
          <tr>
            <td />
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, left, right }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{left || <span className="soft">Nothing</span>}</td>
              <td>{right || <span className="soft">Nothing</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
