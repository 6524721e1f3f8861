import { reviewHref } from '#renderer/base/routes.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Card } from '#renderer/components/card.tsx';
import { type Blip, QUADRANTS, RINGS } from '#shared/portfolio/radar.ts';
import './overview-page.css';

/** Names in one field that are shown; the files have all. */
const SHOWN = 12;

/** The decisions by ring and quadrant: a table, because it is read more easily than circles from the back of a room. */
export function RadarCard({ blips }: { readonly blips: readonly Blip[] }) {
  const quadrants = QUADRANTS.filter((quadrant) => blips.some((blip) => blip.quadrant === quadrant));
  return (
    <Card title="Radar" level={2}>
      {blips.length === 0 ? (
        <p className="soft">Nothing is decided yet.</p>
      ) : (
        <div className="overview__scroll">
          <table className="overview__table radar">
            <thead>
              <tr>
                <td />
                {RINGS.map((ring) => (
                  <th key={ring} scope="col">
                    {ring}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {quadrants.map((quadrant) => (
                <tr key={quadrant}>
                  <th scope="row">{quadrant}</th>
                  {RINGS.map((ring) => (
                    <td key={ring}>
                      <Field blips={blips.filter((blip) => blip.quadrant === quadrant && blip.ring === ring)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="small soft">
        A choice for the candidate is Adopt, or Trial where its name says so; one that leaves it open is Assess, one
        against it Hold. A tag puts a review into a quadrant: {QUADRANTS.slice(0, -1).join(', ')}. Without one it stands
        in {QUADRANTS.at(-1)}. Radar as CSV and as JSON are for “Build your own radar”.
      </p>
    </Card>
  );
}

function Field({ blips }: { readonly blips: readonly Blip[] }) {
  if (blips.length === 0) return null;
  return (
    <ul className="radar__field">
      {blips.slice(0, SHOWN).map(({ review, name, status }) => (
        <li key={review.id}>
          <a href={reviewHref(review.id)}>{name}</a>
          {status.startsWith('moved') && <Badge>{status === 'moved in' ? 'Moved in' : 'Moved out'}</Badge>}
        </li>
      ))}
      {blips.length > SHOWN && <li className="small soft">and {blips.length - SHOWN} more</li>}
    </ul>
  );
}
