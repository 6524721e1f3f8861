import { Badge } from '#renderer/components/badge.tsx';
import type { RecordSummary } from '#shared/record/model.ts';
import { Part } from './summary-part.tsx';
import './record-blocks.css';

/** The highest risks before and after the response, by the numbers that they have everywhere. */
export function TopRisks({ summary: { topRisks, riskCount } }: { readonly summary: RecordSummary }) {
  if (riskCount === '') return null;
  return (
    <Part title="Key risks">
      <p className="soft">{riskCount}</p>
      {topRisks.length > 0 && (
        <table className="paper__table">
          <thead>
            <tr>
              <th scope="col" data-align="end">
                No.
              </th>
              <th scope="col">Risk</th>
              <th scope="col">Before</th>
              <th scope="col">Response</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {topRisks.map(({ number, name, before, after, response }) => (
              <tr key={number}>
                <td data-label="No." data-align="end">
                  {number}
                </td>
                <th scope="row" data-label="Risk">
                  {name}
                </th>
                <td data-label="Before">
                  <Badge tone={before.tone}>{before.text}</Badge>
                </td>
                <td data-label="Response">{response || <span className="soft">–</span>}</td>
                <td data-label="After">
                  {after ? <Badge tone={after.tone}>{after.text}</Badge> : <span className="soft">–</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
