import { isBlank } from '#shared/base/limits.ts';
import type { RiskAction } from '#shared/kinds/parts.ts';
import { ACTION_STATUS_WORDS } from '#shared/kinds/parts-words.ts';
import { dissentPosition, dissentReason } from '#shared/record/blocks.ts';
import type { RecordBadge, RecordCell } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { anchor } from '#shared/review/anchor.ts';
import { judgementsAt } from '#shared/stage/differing-views.ts';
import {
  type ExposurePlace,
  exposureInterval,
  exposureScale,
  intervalText,
  placeText,
  ratingAt,
} from './exposure-places.ts';
import { exposureBadge, responseText } from './record-risk-list.ts';
import { inherentExposure, type ReviewRisk, residualExposure } from './risks.ts';

/**
 * A risk that applies as a row: its number, what was written about it, its place, and how it is rated before and after the
 * response.
 */
export function riskRow(
  source: RecordSource,
  risk: ReviewRisk,
  place: ExposurePlace | undefined,
): readonly RecordCell[] {
  const { assessment } = risk;
  const after =
    assessment.response === 'accept'
      ? ratedCell(inherentExposure(assessment), assessment.likelihood, assessment.impact)
      : ratedCell(residualExposure(assessment), assessment.residualLikelihood, assessment.residualImpact);
  return [
    { text: String(risk.number) },
    { text: risk.name, note: [amountText(source, risk), writtenOn(source, risk)].filter(Boolean).join('\n') },
    { text: place ? placeText(place) : '' },
    ratedCell(inherentExposure(assessment), assessment.likelihood, assessment.impact),
    { text: responseText(assessment) },
    after,
  ];
}

/** The expected loss before and after the response, where the scales have units; empty otherwise. */
function amountText({ review, template }: RecordSource, { assessment }: ReviewRisk): string {
  const scale = exposureScale(review, template);
  if (!scale) return '';
  const amounts = (['before', 'after'] as const).flatMap((time) => {
    const rating = ratingAt(assessment, time);
    const interval = rating && exposureInterval(scale, rating);
    return interval ? [`${time} ${intervalText(interval, scale.unit)}`] : [];
  });
  return amounts.length === 0 ? '' : `Expected loss: ${amounts.join(', ')}`;
}

/** Exposure with likelihood and impact; of a rating that is not complete, what there is. */
function ratedCell(exposure: number | null, likelihood: number | null, impact: number | null): RecordCell {
  const badge = exposureBadge(exposure);
  if (badge) return { ...badge, text: `${badge.text}, ${likelihood} × ${impact}` };
  const parts = [
    ...(likelihood === null ? [] : [`likelihood ${likelihood}`]),
    ...(impact === null ? [] : [`impact ${impact}`]),
  ];
  return { text: parts.length === 0 ? '' : `Only ${parts.join(', ')}` };
}

/** Everything that the team wrote about a risk, and why the review raises it; empty for nothing. */
export function writtenOn(source: RecordSource, risk: ReviewRisk): string {
  const { origin, help, assessment, raisedBecause } = risk;
  const { note, responseNote, reason, applicable } = assessment;
  const isAside = applicable === false;
  return [
    origin === 'own' ? help : '',
    isBlank(raisedBecause) ? '' : `Raised by this review. ${raisedBecause}`,
    isAside ? reason : '',
    note,
    isBlank(responseNote) ? '' : `Response: ${responseNote}`,
    isAside || isBlank(reason) ? '' : `Noted on not applying: ${reason}`,
    ...differingTexts(source, risk),
  ]
    .filter((part) => !isBlank(part))
    .join('\n');
}

/** Who rates the risk differently, one text each. */
function differingTexts({ review, template }: RecordSource, { id, assessment }: ReviewRisk): readonly string[] {
  const views = assessment.dissent ?? [];
  if (views.length === 0) return [];
  const judgements = judgementsAt(review, template, 'risks', anchor('risks', id));
  return views.map((view) => {
    const position = dissentPosition(view, judgements).text;
    return `${view.name}: ${position}. ${dissentReason(view, judgements)}`;
  });
}

export function statusCell(status: RiskAction['status']): RecordBadge {
  const tones = { open: 'open', 'in-progress': 'open', done: 'for', dropped: 'neutral' } as const;
  return { text: ACTION_STATUS_WORDS[status], tone: tones[status] };
}
