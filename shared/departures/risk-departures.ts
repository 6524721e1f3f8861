import { isBlank } from '#shared/base/fields.ts';
import { exposureLevel, inherentExposure, isRiskOwed, type ReviewRisk, risksOf } from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type Departure, departureId, quoted, type Reviewed, reasonOf } from './departure.ts';

/** What a decided review leaves undone about its risks. */
export function riskDepartures(source: Reviewed): readonly Departure[] {
  const { review, template, choice } = source;
  if (!choice) return [];
  const risks = risksOf(review, template).filter(
    (risk) => risk.assessment.applicable === true && isRiskOwed(risk, review, template),
  );
  return [...risks.flatMap((risk) => accepted(source, risk)), ...ownerless(source, risks)];
}

/** A high or critical risk is accepted, and no condition of the decision is about it. */
function accepted({ review }: Reviewed, { id: risk, name, assessment }: ReviewRisk): readonly Departure[] {
  const value = inherentExposure(assessment);
  const level = value === null ? null : exposureLevel(value);
  if (assessment.response !== 'accept' || (level !== 'high' && level !== 'critical')) return [];
  if (review.decision.conditions.some((condition) => condition.risk === risk)) return [];
  const id = departureId('accepted', risk);
  const place = anchor('risks', risk);
  return [
    {
      id,
      text: `“${name}” is ${EXPOSURE_WORDS[level].toLowerCase()} and accepted, and no condition is about it.`,
      rests: [{ place, text: `“${name}” accepted at ${value}` }],
      place,
      reason: assessment.responseNote,
      reasonAt: place,
    },
  ];
}

function ownerless({ review }: Reviewed, risks: readonly ReviewRisk[]): readonly Departure[] {
  const found = risks.filter(({ assessment }) =>
    assessment.actions.some(({ owner, status }) => isBlank(owner) && status !== 'dropped' && status !== 'done'),
  );
  const [first] = found;
  if (!first) return [];
  return [
    {
      id: 'actions-ownerless',
      text: `The decision is made, but actions against ${quoted(found.map(({ name }) => name))} have no owner.`,
      rests: found.map(({ id, name }) => ({ place: anchor('risks', id), text: `“${name}”: an action without owner` })),
      place: anchor('risks', first.id),
      ...reasonOf(review, 'actions-ownerless'),
    },
  ];
}
