import { useSaid } from '#renderer/base/use-said.ts';
import { About } from '#renderer/components/about.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { exposure, exposureLevel } from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { ExposureBadge } from './exposure-badge.tsx';
import './rating.css';

const SCALE = [1, 2, 3, 4, 5] as const;

/** Likelihood and impact in the template's words, with the exposure they make. */
export function Rating({
  section,
  title,
  likelihood,
  impact,
  isOwed,
  onLikelihood,
  onImpact,
}: {
  readonly section: SectionOf<'risks'>;
  /** Tells the two ratings of a risk apart: “Before the response”. */
  readonly title: string;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly isOwed: boolean;
  readonly onLikelihood: (value: number | null) => void;
  readonly onImpact: (value: number | null) => void;
}) {
  const value = exposure(likelihood, impact);
  useSaid(value === null ? '' : `${title}: exposure ${EXPOSURE_WORDS[exposureLevel(value)]}.`);
  return (
    <fieldset className="rating">
      <legend className="rating__title">
        {title} <ExposureBadge value={value} />
      </legend>
      <About subject={title.toLowerCase()}>
        <div data-owed={(isOwed && likelihood === null) || undefined}>
          <ChoiceGroup
            label="Likelihood"
            value={likelihood}
            choices={scale(section.likelihoodWords)}
            onChange={onLikelihood}
          />
        </div>
        <div data-owed={(isOwed && impact === null) || undefined}>
          <ChoiceGroup label="Impact" value={impact} choices={scale(section.impactWords)} onChange={onImpact} />
        </div>
      </About>
    </fieldset>
  );
}

function scale(words: readonly string[]) {
  return SCALE.map((value) => ({ value, text: `${value} ${words[value - 1] ?? ''}`, key: String(value) }));
}
