import { About } from '#renderer/components/about.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { editImpactStep, editImpactUnit, type ImpactScale, setImpactScale } from '#shared/kinds/risks/edit-scale.ts';
import { stepText } from '#shared/kinds/risks/exposure-places.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import './impact-scale.css';

const ID = anchor('risks', 'impact-scale');
const LIMITS = { min: 0, max: 1e12 };

/** A scale to begin with where the template suggests none. */
const PLAIN: ImpactScale = {
  unit: '',
  steps: [
    { from: 0, to: 1 },
    { from: 1, to: 5 },
    { from: 5, to: 20 },
    { from: 20, to: 120 },
    { from: 120, to: null },
  ],
};

/** What the steps mean: likelihood in percent, and impact in a unit where the team wants exposure in figures. */
export function ImpactScaleCard({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'risks'>;
}) {
  const scale = useDocument(editor, ({ risks }) => risks.impact);
  const likelihood = section.likelihoodRanges;
  if (!likelihood) return null;
  const suggested: ImpactScale = section.impactRanges ?? PLAIN;
  return (
    <Disclosure
      id={ID}
      summary={scale ? `What the steps mean: impact in ${scale.unit || 'figures'}` : 'What the steps mean'}
    >
      <div className="stack stack--tight impact-scale">
        <ChoiceGroup
          label="How is exposure shown?"
          isClearable={false}
          value={scale !== undefined}
          choices={[
            { value: false, text: 'As an order' },
            { value: true, text: 'In figures' },
          ]}
          help="In figures, impact has a unit such as working days or €, and exposure is an interval: what is expected to be lost."
          onChange={(inFigures) => editor.update((review) => setImpactScale(review, inFigures ? suggested : null))}
        />
        {scale && (
          <LineField
            label="Unit of impact"
            value={scale.unit}
            onChange={(unit) => editor.update((review) => editImpactUnit(review, unit), `${ID}.unit`)}
          />
        )}
        <table className="impact-scale__table">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Likelihood{section.likelihoodSpan ? ` ${section.likelihoodSpan}` : ''}</th>
              <th scope="col">Impact{scale?.unit ? `, ${scale.unit}` : ''}</th>
            </tr>
          </thead>
          <tbody>
            {likelihood.map((chance, index) => (
              <StepRow
                key={section.likelihoodWords[index]}
                editor={editor}
                step={index + 1}
                likelihood={`${section.likelihoodWords[index]}: ${stepText(chance, '%')}`}
                impact={section.impactWords[index] ?? ''}
                range={scale?.steps[index] ?? null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}

function StepRow({
  editor,
  step,
  likelihood,
  impact,
  range,
}: {
  readonly editor: ReviewEditor;
  readonly step: number;
  readonly likelihood: string;
  readonly impact: string;
  readonly range: ImpactScale['steps'][number] | null;
}) {
  return (
    <tr>
      <th scope="row">{step}</th>
      <td>{likelihood}</td>
      <td>
        {impact}
        {range && (
          <About subject={`impact ${step}`}>
            <div className="impact-scale__range">
              <NumberField
                label="From"
                isLabelHidden={step > 1}
                limits={LIMITS}
                value={range.from}
                onChange={(from) =>
                  editor.update((review) => editImpactStep(review, step, { from: from ?? 0 }), `${ID}.${step}.from`)
                }
              />
              <NumberField
                label="To"
                isLabelHidden={step > 1}
                limits={LIMITS}
                value={range.to}
                onChange={(to) => editor.update((review) => editImpactStep(review, step, { to }), `${ID}.${step}.to`)}
              />
            </div>
          </About>
        )}
      </td>
    </tr>
  );
}
