import { isBlank } from '#shared/base/limits.ts';
import { empty, explained, heading, ifField } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { HeatMapMark, RecordBlock, RecordCell, RecordField } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { exposurePlaces, placeText, stepText, tiesText } from './exposure-places.ts';
import { actionBlocks, riskDetail } from './record-risk-detail.ts';
import { applyingRisks, exposureBadge, responseText, riskCount } from './record-risk-list.ts';
import {
  type ExposureTime,
  inherentExposure,
  type ReviewRisk,
  residualExposure,
  risksInCell,
  risksOf,
} from './risks.ts';

type RisksSection = SectionOf<'risks'>;

export function riskBlocks(source: RecordSource, section: RisksSection): readonly RecordBlock[] {
  const { review, template } = source;
  const risks = risksOf(review, template);
  const numbered = applyingRisks(source);
  const rated = numbered.filter((risk) => inherentExposure(risk.assessment) !== null);
  return [
    { kind: 'paragraph', voice: 'team', text: riskCount(source) },
    ...(rated.length > 0
      ? [heatMaps(section, rated), ...overview(source, rated)]
      : [empty('No risk has been rated yet.')]),
    ...scaleBlocks(source, section),
    ...numbered.flatMap((risk) => riskDetail(source, section, risk)),
    ...notApplicable(risks),
    ...notAssessed(risks, section),
    ...leftOver(review.risks.assessments, new Set(risks.map((risk) => risk.id))),
  ];
}

function heatMaps(section: RisksSection, risks: readonly ReviewRisk[]): RecordBlock {
  return {
    kind: 'heat-maps',
    likelihoodWords: section.likelihoodWords,
    impactWords: section.impactWords,
    maps: [
      { time: 'before', title: 'Before any response', marks: marks(risks, 'before') },
      { time: 'after', title: 'After the response', marks: marks(risks, 'after') },
    ],
  };
}

function marks(risks: readonly ReviewRisk[], time: ExposureTime): readonly HeatMapMark[] {
  const steps = [1, 2, 3, 4, 5];
  return steps.flatMap((likelihood) =>
    steps.flatMap((impact) => {
      const found = risksInCell(risks, time, likelihood, impact).map(({ number }) => number);
      return found.length === 0 ? [] : [{ likelihood, impact, numbers: found }];
    }),
  );
}

function overview({ review, template }: RecordSource, risks: readonly ReviewRisk[]): readonly RecordBlock[] {
  const places = exposurePlaces(review, template, 'before');
  const ties = tiesText(risks, places);
  const place = ({ id }: ReviewRisk) => {
    const found = places.get(id);
    return found ? placeText(found) : '';
  };
  return [overviewTable(risks, place), ...explained(template, [], ties)];
}

/** What the steps of both scales mean, where impact has a unit. */
function scaleBlocks({ review: { risks }, template }: RecordSource, section: RisksSection): readonly RecordBlock[] {
  const { impact } = risks;
  if (!impact) return [];
  const steps = [0, 1, 2, 3, 4];
  return [
    heading(2, 'What the steps mean'),
    ...explained(template, [], isBlank(section.likelihoodSpan ?? '') ? '' : `Likelihood ${section.likelihoodSpan}.`),
    {
      kind: 'table',
      columns: [
        { title: 'Step', weight: 1 },
        { title: 'Likelihood', weight: 4 },
        { title: 'Impact', weight: 4 },
      ],
      rows: steps.map((step) => {
        const [chance, loss] = [section.likelihoodRanges?.[step], impact.steps[step]];
        return [
          { text: String(step + 1) },
          { text: `${section.likelihoodWords[step]}${chance ? `: ${stepText(chance, '%')}` : ''}` },
          { text: `${section.impactWords[step]}${loss ? `: ${stepText(loss, impact.unit)}` : ''}` },
        ];
      }),
    },
  ];
}

function overviewTable(risks: readonly ReviewRisk[], place: (risk: ReviewRisk) => string): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'No.', weight: 0.7, align: 'end' },
      { title: 'Risk, the higher exposure first', weight: 5, heads: true },
      { title: 'Place', weight: 1.1 },
      { title: 'Before', weight: 2 },
      { title: 'Response', weight: 1.6 },
      { title: 'After', weight: 2 },
    ],
    rows: risks.map((risk) => [
      { text: String(risk.number) },
      { text: risk.name },
      { text: place(risk) },
      badgeCell(inherentExposure(risk.assessment)),
      { text: responseText(risk.assessment) },
      badgeCell(residualExposure(risk.assessment)),
    ]),
  };
}

function badgeCell(value: number | null): RecordCell {
  return exposureBadge(value) ?? { text: '' };
}

function notApplicable(risks: readonly ReviewRisk[]): readonly RecordBlock[] {
  const found = risks.filter((risk) => risk.assessment.applicable === false);
  if (found.length === 0) return [];
  return [
    heading(1, 'Risks that do not apply'),
    {
      kind: 'table',
      columns: [
        { title: 'Risk', weight: 2 },
        { title: 'Why it does not apply', weight: 3 },
      ],
      rows: found.map((risk) => [{ text: risk.name }, { text: risk.assessment.reason }]),
    },
    ...found.flatMap((risk) => setAside(risk)),
  ];
}

function notAssessed(risks: readonly ReviewRisk[], section: RisksSection): readonly RecordBlock[] {
  const found = risks.filter((risk) => risk.assessment.applicable === null);
  if (found.length === 0) return [];
  const groups = new Map(section.groups.map((group) => [group.id, group.name]));
  return [
    heading(1, 'Risks not assessed: nobody got to them'),
    {
      kind: 'list',
      items: found.map((risk) => {
        const group = groups.get(risk.group);
        return group === undefined ? risk.name : `${risk.name} (${group})`;
      }),
    },
    ...found.flatMap((risk) => setAside(risk, ifField('Noted on not applying', risk.assessment.reason))),
  ];
}

/** What the team wrote about a risk that is not among those worked through. */
function setAside(risk: ReviewRisk, more: readonly RecordField[] = []): readonly RecordBlock[] {
  const { assessment } = risk;
  const rows = [
    ...more,
    ...(risk.origin === 'own' ? ifField('Description', risk.help) : []),
    ...ifField('What it means here', assessment.note),
    ...ifField('About the response', assessment.responseNote),
  ];
  if (rows.length === 0 && assessment.actions.length === 0) return [];
  const fields: RecordBlock[] = rows.length === 0 ? [] : [{ kind: 'fields', rows }];
  return [heading(2, `Further notes: ${risk.name}`), ...fields, ...actionBlocks(risk)];
}
