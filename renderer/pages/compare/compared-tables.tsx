import { type ReactNode, useEffect, useMemo } from 'react';
import { say } from '#renderer/base/voice.ts';
import { AboutWords } from '#renderer/components/about.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import {
  type ComparedGroup,
  type ComparedReview,
  type ComparedRow,
  compareReviews,
  isSame,
} from '#shared/portfolio/compare.ts';
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
  const sentence = differencesText(groups);
  useEffect(() => say(sentence), [sentence]);
  const table = (rows: readonly ComparedRow[]) => <ComparedTable rows={rows} heads={heads} />;
  return (
    <>
      <p className="soft">{sentence}</p>
      {groups.map(({ title, rows }) => {
        const different = rows.filter((row) => !isSame(row));
        const same = rows.filter(isSame);
        return (
          <Card key={title} title={title} level={2} about={title}>
            {different.length > 0 ? table(different) : <p className="soft">The same in both.</p>}
            {same.length > 0 && (
              <Disclosure
                summary={
                  <>
                    {same.length === 1 ? '1 that is the same' : `${same.length} that are the same`}
                    <AboutWords />
                  </>
                }
              >
                {table(same)}
              </Disclosure>
            )}
          </Card>
        );
      })}
    </>
  );
}

function differencesText(groups: readonly ComparedGroup[]): string {
  const count = groups.flatMap(({ rows }) => rows.filter((row) => !isSame(row))).length;
  if (count === 0) return 'Nothing differs.';
  return count === 1 ? '1 difference.' : `${count} differences.`;
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
