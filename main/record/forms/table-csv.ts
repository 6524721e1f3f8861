import { isBlank } from '#shared/base/limits.ts';
import { ACTION_STATUS_WORDS } from '#shared/kinds/parts-words.ts';
import {
  type ExposurePlace,
  type ExposureScale,
  exposureInterval,
  exposurePlaces,
  exposureScale,
  intervalText,
  placeText,
  ratingAt,
} from '#shared/kinds/risks/exposure-places.ts';
import {
  exposureLevel,
  inherentExposure,
  type ReviewRisk,
  residualExposure,
  risksOf,
} from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS, RESPONSE_WORDS } from '#shared/kinds/risks/words.ts';
import { openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { isPlanned } from '#shared/record/work-item.ts';
import { workItems } from '#shared/record/work-items.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { type CsvCell, renderCsv } from './csv.ts';

const COLUMNS = [
  'Type',
  'Key',
  'Parent',
  'Title',
  'Description',
  'Status',
  'Owner',
  'Due',
  'Likelihood',
  'Impact',
  'Exposure',
  'Exposure level',
  'Exposure place',
  'Exposure range',
  'Response',
  'Response note',
  'Residual likelihood',
  'Residual impact',
  'Residual exposure',
  'Residual level',
  'Component',
  'Review',
  'Review id',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], CsvCell>>;

/**
 * Risks and all that is to be done as CSV for a tracker, one row each: actions name their risk in the column Parent, and conditions
 * what they are tracked by. Risks that do not apply are left out. Rows that a file of 0.8 had stand first, as they were.
 */
export function renderTableCsv(review: ReviewDocument, template: Template): Uint8Array {
  const common: Row = { Component: review.component, Review: review.title, 'Review id': review.id };
  const places = exposurePlaces(review, template, 'before');
  const scale = exposureScale(review, template);
  const rows = [
    ...risksOf(review, template)
      .filter((risk) => risk.assessment.applicable !== false)
      .flatMap((risk) => [riskRow(risk, places.get(risk.id), scale), ...actionRows(risk)]),
    ...conditionRows(review),
    ...otherRows(review, template),
  ];
  return renderCsv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => ({ ...row, ...common })[column] ?? null)),
  );
}

function riskRow(
  { id, name, help, why, raisedBecause, assessment }: ReviewRisk,
  place: ExposurePlace | undefined,
  scale: ExposureScale | null,
): Row {
  const rating = ratingAt(assessment, 'before');
  const interval = scale && rating && exposureInterval(scale, rating);
  const before = inherentExposure(assessment);
  const after = residualExposure(assessment);
  return {
    Type: 'Risk',
    Key: id,
    Title: name,
    Description: paragraphs([assessment.note, help, why, raisedBecause]),
    Status: assessment.applicable === null ? 'Not decided whether it applies' : 'Applies',
    Likelihood: assessment.likelihood,
    Impact: assessment.impact,
    Exposure: before,
    'Exposure level': before === null ? null : EXPOSURE_WORDS[exposureLevel(before)],
    'Exposure place': place ? placeText(place) : null,
    'Exposure range': scale && interval ? intervalText(interval, scale.unit) : null,
    Response: assessment.response === null ? null : RESPONSE_WORDS[assessment.response],
    'Response note': assessment.responseNote,
    'Residual likelihood': assessment.residualLikelihood,
    'Residual impact': assessment.residualImpact,
    'Residual exposure': after,
    'Residual level': after === null ? null : EXPOSURE_WORDS[exposureLevel(after)],
  };
}

function actionRows({ id: risk, assessment }: ReviewRisk): readonly Row[] {
  return assessment.actions.map(({ id, text, owner, due, status }) => ({
    Type: 'Action',
    Key: `${risk}/${id}`,
    Parent: risk,
    Title: text,
    Status: ACTION_STATUS_WORDS[status],
    Owner: owner,
    Due: due,
  }));
}

function conditionRows(review: ReviewDocument): readonly Row[] {
  const open = new Set(openConditions(review).map(({ id }) => id));
  return trackedConditions(review).map((condition) => ({
    Type: 'Condition',
    Key: `condition/${condition.id}`,
    Parent: [condition.risk, condition.action].filter((key) => key !== undefined).join('/'),
    Title: condition.text,
    Status: open.has(condition.id) ? 'Open' : 'Met',
    Owner: condition.owner,
    Due: condition.due,
  }));
}

/** What the list of things to do has beside actions and conditions, parked questions among it. */
function otherRows(review: ReviewDocument, template: Template): readonly Row[] {
  return workItems(review, template)
    .filter((item) => item.kind !== 'Action' && item.kind !== 'Condition' && isPlanned(item))
    .map(({ kind, key, parent, title, description, status, owner, due }) => ({
      Type: kind,
      Key: key,
      Parent: parent,
      Title: title,
      Description: description,
      Status: status,
      Owner: owner,
      Due: due,
    }));
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => !isBlank(part)).join('\n\n');
}
