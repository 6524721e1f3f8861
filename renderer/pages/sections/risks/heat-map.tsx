import { type ExposureTime, exposureLevel, type ReviewRisk, risksInCell } from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import type { SectionOf } from '#shared/template/template.ts';
import type { Cell } from './risk-view.ts';
import './heat-map.css';

const DESCENDING = [5, 4, 3, 2, 1] as const;
const ASCENDING = [1, 2, 3, 4, 5] as const;
/** More numbers than this do not fit a cell; the rest is counted. */
const NUMBERS_SHOWN = 4;

/** The 5 × 5 matrix of likelihood and impact; a cell leads to the risks in it. */
export function HeatMap({
  risks,
  section,
  time,
  onCell,
}: {
  readonly risks: readonly ReviewRisk[];
  readonly section: SectionOf<'risks'>;
  readonly time: ExposureTime;
  readonly onCell: (cell: Cell) => void;
}) {
  return (
    <table className="heat-map">
      <caption className="visually-hidden">
        {time === 'before' ? 'Risks by likelihood and impact before the response' : 'Risks after the response'}
      </caption>
      <thead>
        <tr>
          <td className="heat-map__corner">
            <span>
              Likelihood <span aria-hidden>↓</span>
            </span>{' '}
            <span>
              Impact <span aria-hidden>→</span>
            </span>
          </td>
          {ASCENDING.map((impact) => (
            <th key={impact} scope="col">
              {impact} <span className="heat-map__word">{section.impactWords[impact - 1]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DESCENDING.map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">
              {likelihood} <span className="heat-map__word">{section.likelihoodWords[likelihood - 1]}</span>
            </th>
            {ASCENDING.map((impact) => (
              <td key={impact} data-level={exposureLevel(likelihood * impact)}>
                <HeatMapCell
                  found={risksInCell(risks, time, likelihood, impact)}
                  exposure={likelihood * impact}
                  onOpen={() => onCell({ time, likelihood, impact })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeatMapCell({
  found,
  exposure,
  onOpen,
}: {
  readonly found: readonly ReviewRisk[];
  readonly exposure: number;
  readonly onOpen: () => void;
}) {
  if (found.length === 0) return null;
  const numbers = found.map(({ number }) => number).toSorted((left, right) => left - right);
  const rest = numbers.length - NUMBERS_SHOWN;
  const level = EXPOSURE_WORDS[exposureLevel(exposure)];
  const names = found.map((risk) => risk.name).join(', ');
  return (
    <button
      type="button"
      className="heat-map__cell"
      aria-label={`${found.length} ${found.length === 1 ? 'risk' : 'risks'}, exposure ${exposure}, ${level}: ${names}`}
      onClick={onOpen}
    >
      {/* Of the button itself it would be the description, which says the names once more. */}
      <span className="heat-map__count" title={names}>
        {found.length}
      </span>
      <span className="heat-map__numbers" title={names}>
        {numbers
          .slice(0, NUMBERS_SHOWN)
          .map((number) => `#${number}`)
          .join(' ')}
        {rest > 0 && ` +${rest}`}
      </span>
    </button>
  );
}
