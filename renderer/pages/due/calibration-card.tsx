import { Card } from '#renderer/components/card.tsx';
import { type Answered, calibrationOf, LEAST_ANSWERS } from '#shared/follow-up/calibration.ts';
import './due-page.css';

/** How chances stood to what came, across all reviews; silent while there are too few to say anything. */
export function CalibrationCard({ answered }: { readonly answered: readonly Answered[] }) {
  const calibration = calibrationOf(answered);
  if (answered.length === 0) return null;
  return (
    <Card title="Calibration" level={2}>
      {calibration ? (
        <>
          <p>
            {calibration.n} chances can be compared with what came. Brier score {calibration.brier.toFixed(2)}: 0 is
            perfect, and always saying 50 % gives 0.25.
          </p>
          <table className="calibration">
            <thead>
              <tr>
                <th scope="col">Chances given</th>
                <th scope="col">On average</th>
                <th scope="col">Came true</th>
                <th scope="col">n</th>
              </tr>
            </thead>
            <tbody>
              {calibration.bands.map(({ from, to, given, came, n }) => (
                <tr key={from}>
                  <th scope="row">
                    {from} to {to} %
                  </th>
                  <td>{Math.round(given)} %</td>
                  <td>{Math.round(came)} %</td>
                  <td>{n}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small soft">
            It says how well chances were judged, not how good the decisions were: a good decision can end badly, and a
            bad one well.
          </p>
        </>
      ) : (
        <p className="soft">
          {answered.length} of at least {LEAST_ANSWERS} chances can be compared with what came; fewer say nothing yet.
        </p>
      )}
    </Card>
  );
}
