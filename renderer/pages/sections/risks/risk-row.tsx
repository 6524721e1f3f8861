import { ChevronRight, CircleCheck, CircleDashed } from 'lucide-react';
import { anchor } from '#shared/anchor.ts';
import { inherentExposure, type ReviewRisk, residualExposure, riskGaps } from '#shared/risks.ts';
import { RESPONSE_WORDS } from '#shared/words.ts';
import { Badge } from '../../../components/badge.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { ExposureBadge } from './exposure-badge.tsx';
import { RiskForm, type RiskFormProps } from './risk-form.tsx';

const APPLIES = [
  { value: true, text: 'Yes', key: 'y' },
  { value: false, text: 'No', key: 'n' },
] as const;

/**
 * A risk in the list: a line that says where it stands and asks whether it applies, so that a team
 * can sift the list without opening anything; opened, the whole form.
 */
export function RiskRow({
  isOpen,
  onToggle,
  onApplicable,
  ...form
}: RiskFormProps & {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onApplicable: (applicable: boolean) => void;
}) {
  const { risk } = form;
  const formId = `risk-form-${risk.id}`;
  return (
    <li className={`risk-row ${isOpen ? 'risk-row--open' : ''}`} id={anchor('risks', risk.id)}>
      <div className="risk-row__line">
        <button
          type="button"
          className="risk-row__toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? formId : undefined}
          onClick={onToggle}
        >
          <ChevronRight aria-hidden size={18} className="risk-row__arrow" />
          <span className="risk-row__words">
            <span className="risk-row__name">{risk.name}</span>
            <Standing risk={risk} />
          </span>
        </button>
        <Exposures risk={risk} />
        <div className="risk-row__applies" data-owed={risk.assessment.applicable === null || undefined}>
          <span aria-hidden className="small soft">
            Applies
          </span>
          <ChoiceGroup
            label={`Does it apply: ${risk.name}`}
            isLabelHidden
            isClearable={false}
            value={risk.assessment.applicable}
            choices={APPLIES}
            onChange={(applicable) => {
              if (applicable !== null) onApplicable(applicable);
            }}
          />
        </div>
      </div>
      {isOpen && (
        <div id={formId}>
          <RiskForm {...form} />
        </div>
      )}
    </li>
  );
}

function Standing({ risk }: { readonly risk: ReviewRisk }) {
  const gaps = riskGaps(risk);
  const { applicable, reason } = risk.assessment;
  if (gaps.length > 0) {
    return (
      <span className="risk-row__standing risk-row__standing--open">
        <CircleDashed aria-hidden size={14} /> <span>{capitalised(gaps.join(', '))}</span>
      </span>
    );
  }
  return (
    <span className="risk-row__standing">
      <CircleCheck aria-hidden size={14} />{' '}
      <span className={applicable === false ? 'risk-row__reason' : ''}>
        {applicable === false ? `Does not apply: ${reason}` : 'Worked through'}
      </span>
    </span>
  );
}

function Exposures({ risk }: { readonly risk: ReviewRisk }) {
  const { assessment } = risk;
  if (assessment.applicable !== true) return <span className="risk-row__exposures" />;
  const before = inherentExposure(assessment);
  const after = residualExposure(assessment);
  return (
    <span className="risk-row__exposures">
      <ExposureBadge value={before} />
      {assessment.response !== null && (
        <>
          <Badge>{RESPONSE_WORDS[assessment.response]}</Badge>
          {after !== null && (
            <>
              <span aria-hidden>→</span>
              <span className="visually-hidden">after the response: </span>
              <ExposureBadge value={after} />
            </>
          )}
        </>
      )}
    </span>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
