import { ChevronRight, CircleCheck, CircleDashed } from 'lucide-react';
import { memo } from 'react';
import { Badge } from '#renderer/components/badge.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { inherentExposure, type ReviewRisk, residualExposure, riskGaps } from '#shared/kinds/risks/risks.ts';
import { RESPONSE_WORDS } from '#shared/kinds/risks/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { appliesValue } from './applies.ts';
import { ExposureBadge } from './exposure-badge.tsx';
import { RiskForm, type RiskFormProps, type RiskListActions } from './risk-form.tsx';
import './risk-list.css';

const APPLIES = [
  { value: 'yes', text: 'Yes', key: 'y' },
  { value: 'no', text: 'No', key: 'n' },
  { value: 'unknown', text: '?', key: '?', meaning: 'Not known yet' },
] as const;

/** A risk in the list: its line and, when it is open, the whole form. Drawn again only for its own risk. */
export const RiskRow = memo(function RiskRow({
  name,
  isOpen,
  actions,
  ...form
}: RiskFormProps & {
  /** What the line calls it, also while it has no name. */
  readonly name: string;
  readonly isOpen: boolean;
}) {
  const { id, number, assessment } = form.risk;
  return (
    <li className={`risk-row ${isOpen ? 'risk-row--open' : ''}`} id={anchor('risks', id)}>
      <RiskLine id={id} number={number} name={name} assessment={assessment} isOpen={isOpen} actions={actions} />
      {isOpen && (
        <div id={formId(id)}>
          <RiskForm {...form} actions={actions} />
        </div>
      )}
    </li>
  );
});

/** Says where a risk stands and asks whether it applies, so that a team can sift the list without opening anything. */
function RiskLine({
  id,
  number,
  name,
  assessment,
  isOpen,
  actions,
}: Pick<ReviewRisk, 'id' | 'number' | 'name' | 'assessment'> & {
  readonly isOpen: boolean;
  readonly actions: RiskListActions;
}) {
  return (
    <div className="risk-row__line">
      <button
        type="button"
        className="risk-row__toggle"
        aria-expanded={isOpen}
        aria-controls={isOpen ? formId(id) : undefined}
        onClick={() => actions.toggle(id)}
      >
        <ChevronRight aria-hidden size={18} className="risk-row__arrow" />
        <span className="risk-row__words">
          <span className="risk-row__name">
            <span className="risk-row__number">{number}</span> {name}
          </span>
          <Standing assessment={assessment} />
        </span>
      </button>
      <Exposures assessment={assessment} />
      <div className="risk-row__applies" data-owed={appliesValue(assessment) === null || undefined}>
        <span aria-hidden className="small soft">
          Applies
        </span>
        <ChoiceGroup
          label={`Does it apply: ${name}`}
          isLabelHidden
          isClearable={false}
          value={appliesValue(assessment)}
          choices={APPLIES}
          onChange={(applies) => {
            if (applies !== null) actions.setApplies(id, applies);
          }}
        />
      </div>
    </div>
  );
}

function formId(risk: string): string {
  return `risk-form-${risk}`;
}

function Standing({ assessment }: Pick<ReviewRisk, 'assessment'>) {
  const gaps = riskGaps({ assessment });
  const { applicable, reason } = assessment;
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

function Exposures({ assessment }: Pick<ReviewRisk, 'assessment'>) {
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
