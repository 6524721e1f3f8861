import { exposureLevel } from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import type { BlockOf, HeatMap } from '#shared/record/model.ts';
import './record-heat-maps.css';
import '#renderer/components/tone.css';

const STEPS = [1, 2, 3, 4, 5] as const;
const DESCENDING = [5, 4, 3, 2, 1] as const;

/** The matrices of likelihood and impact, with the numbers of the risks in each cell. */
export function RecordHeatMaps({ block }: { readonly block: BlockOf<'heat-maps'> }) {
  return (
    <div className="paper__maps">
      {block.maps.map((map) => (
        <Matrix key={map.time} map={map} likelihoodWords={block.likelihoodWords} impactWords={block.impactWords} />
      ))}
    </div>
  );
}

interface MatrixProps {
  readonly map: HeatMap;
  readonly likelihoodWords: readonly string[];
  readonly impactWords: readonly string[];
}

function Matrix({ map, likelihoodWords, impactWords }: MatrixProps) {
  return (
    <table className="paper__map">
      <caption>{map.title}</caption>
      <thead>
        <tr>
          <td>
            <span className="visually-hidden">Likelihood down, impact across</span>
          </td>
          {STEPS.map((impact) => (
            <th key={impact} scope="col" title={impactWords[impact - 1]}>
              {impact}
              <span className="visually-hidden"> {impactWords[impact - 1]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DESCENDING.map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row" title={likelihoodWords[likelihood - 1]}>
              {likelihood}
              <span className="visually-hidden"> {likelihoodWords[likelihood - 1]}</span>
            </th>
            {STEPS.map((impact) => {
              const level = exposureLevel(likelihood * impact);
              const mark = map.marks.find((entry) => entry.likelihood === likelihood && entry.impact === impact);
              return (
                <td key={impact} className={`tone--${level}`}>
                  {mark && (
                    <>
                      {mark.numbers.join(', ')}
                      <span className="visually-hidden"> ({EXPOSURE_WORDS[level]})</span>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={6}>Likelihood upwards, impact to the right; the numbers are those of the list</td>
        </tr>
      </tfoot>
    </table>
  );
}
