import { exposure } from '#shared/risks.ts';
import type { SectionOf } from '#shared/template.ts';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ExposureBadge } from './exposure-badge.tsx';

const SCALE = [1, 2, 3, 4, 5] as const;

/** Likelihood and impact in the template's words, with the exposure they make. */
export function Rating({
  section,
  suffix,
  likelihood,
  impact,
  isOwed,
  onLikelihood,
  onImpact,
}: {
  readonly section: SectionOf<'risks'>;
  /** Tells the two ratings of a risk apart: “before the response”. */
  readonly suffix: string;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly isOwed: boolean;
  readonly onLikelihood: (value: number | null) => void;
  readonly onImpact: (value: number | null) => void;
}) {
  return (
    <div className="rating">
      <div className="rating__scales">
        <div data-owed={(isOwed && likelihood === null) || undefined}>
          <ChoiceGroup
            label={`Likelihood ${suffix}`}
            value={likelihood}
            choices={scale(section.likelihoodWords)}
            onChange={onLikelihood}
          />
        </div>
        <div data-owed={(isOwed && impact === null) || undefined}>
          <ChoiceGroup
            label={`Impact ${suffix}`}
            value={impact}
            choices={scale(section.impactWords)}
            onChange={onImpact}
          />
        </div>
      </div>
      <p className="rating__exposure">
        <span className="small soft">Exposure {suffix}</span>
        <ExposureBadge value={exposure(likelihood, impact)} />
      </p>
    </div>
  );
}

function scale(words: readonly string[]) {
  return SCALE.map((value) => ({ value, text: `${value} ${words[value - 1] ?? ''}`, key: String(value) }));
}
