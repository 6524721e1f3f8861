import { formatDate } from '#shared/base/dates.ts';
import type { RiskAction } from '#shared/kinds/parts.ts';
import { ACTION_STATUS_WORDS } from '#shared/kinds/parts-words.ts';
import { dissentBlocks, explained, heading, ifField, ifWritten } from '#shared/record/blocks.ts';
import type { RecordBlock, RecordCell, RecordField } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { anchor } from '#shared/review/anchor.ts';
import { judgementsAt } from '#shared/stage/differing-views.ts';
import type { SectionOf } from '#shared/template/template.ts';
import type { Assessment } from './answers.ts';
import { exposureInterval, exposureScale, intervalText } from './exposure-places.ts';
import { exposureBadge, responseText } from './record-risk-list.ts';
import { inherentExposure, type ReviewRisk } from './risks.ts';

type RisksSection = SectionOf<'risks'>;

/** One risk that applies: what it is, how it is rated, what is done about it. */
export function riskDetail(source: RecordSource, section: RisksSection, risk: ReviewRisk): readonly RecordBlock[] {
  const { assessment } = risk;
  const badge = exposureBadge(inherentExposure(assessment)) ?? { text: 'Not rated', tone: 'neutral' };
  return [
    heading(1, `${risk.number}. ${risk.name}`, badge),
    ...describe(source, risk),
    { kind: 'fields', rows: assessmentFields(source, section, assessment) },
    ...actionBlocks(risk),
    ...dissentBlocks(assessment.dissent ?? [], judgementsAt(source.review, source.template, anchor('risks', risk.id))),
  ];
}

/** What the risk is: the template's words, or the team's own where the team wrote the risk. */
function describe({ template }: RecordSource, risk: ReviewRisk): readonly RecordBlock[] {
  const raised: RecordBlock[] =
    risk.raisedBecause === ''
      ? []
      : [{ kind: 'callout', tone: 'warning', title: 'Raised by this review', text: risk.raisedBecause }];
  if (risk.origin === 'own') return [...raised, ...ifWritten(risk.help)];
  // For a risk that the path raises, `why` is the team's reason for the skip; it stands with the stage.
  const why = risk.origin === 'path' ? '' : risk.why;
  return [...raised, ...explained(template, risk.sources, risk.help, why)];
}

function assessmentFields(source: RecordSource, section: RisksSection, assessment: Assessment): readonly RecordField[] {
  const remaining =
    assessment.response === 'accept'
      ? []
      : [
          {
            label: 'What remains',
            text: ratingText(source, section, assessment.residualLikelihood, assessment.residualImpact),
          },
        ];
  return [
    { label: 'Rating', text: ratingText(source, section, assessment.likelihood, assessment.impact) },
    ...ifField('What it means here', assessment.note),
    { label: 'Response', text: responseText(assessment) },
    ...ifField('About the response', assessment.responseNote),
    ...remaining,
    ...ifField('Noted on not applying (it applies)', assessment.reason),
  ];
}

function ratingText(
  { review, template }: RecordSource,
  section: RisksSection,
  likelihood: number | null,
  impact: number | null,
): string {
  const word = (words: readonly string[], value: number) => `${value} (${words[value - 1] ?? ''})`;
  const parts = [
    ...(likelihood === null ? [] : [`likelihood ${word(section.likelihoodWords, likelihood)}`]),
    ...(impact === null ? [] : [`impact ${word(section.impactWords, impact)}`]),
  ];
  if (likelihood === null || impact === null) return parts.join(', ');
  const scale = exposureScale(review, template);
  const interval = scale && exposureInterval(scale, { likelihood, impact });
  const amount = scale && interval ? `, ${intervalText(interval, scale.unit)}` : '';
  return `${exposureBadge(likelihood * impact)?.text ?? ''}: ${parts.join(' × ')}${amount}`;
}

export function actionBlocks(risk: ReviewRisk): RecordBlock[] {
  if (risk.assessment.actions.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Action', weight: 4.5 },
        { title: 'Owner', weight: 2.9 },
        { title: 'Due', weight: 1.5 },
        { title: 'Status', weight: 1.6 },
      ],
      rows: risk.assessment.actions.map((action) => [
        { text: action.text },
        { text: action.owner },
        { text: formatDate(action.due) },
        statusCell(action.status),
      ]),
    },
  ];
}

export function statusCell(status: RiskAction['status']): RecordCell {
  const tones = { open: 'open', 'in-progress': 'open', done: 'for', dropped: 'neutral' } as const;
  return { text: ACTION_STATUS_WORDS[status], tone: tones[status] };
}
