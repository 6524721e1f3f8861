import { isBlank } from '#shared/base/limits.ts';
import { empty, explained, heading } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { HeatMapMark, RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { splitVotesBlocks } from '#shared/rounds/split-votes.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { exposurePlaces, stepText, tiesText } from './exposure-places.ts';
import { riskRow, writtenOn } from './record-risk-detail.ts';
import { listedRisks, riskCount } from './record-risk-list.ts';
import { type ExposureTime, inherentExposure, type ReviewRisk, risksInCell, risksOf } from './risks.ts';

type RisksSection = SectionOf<'risks'>;

/** The risks as a map and a table; the actions against them stand with all others. */
export function riskBlocks(source: RecordSource, section: RisksSection): readonly RecordBlock[] {
  const { review, template } = source;
  const risks = risksOf(review, template);
  const listed = listedRisks(source);
  const rated = listed.filter((risk) => inherentExposure(risk.assessment) !== null);
  return [
    { kind: 'paragraph', voice: 'team', text: riskCount(source) },
    ...splitVotesBlocks(review, template, 'risks'),
    ...(rated.length > 0 ? [heatMaps(section, rated)] : [empty('No risk has been rated yet.')]),
    ...(listed.length > 0 ? [riskTable(source, listed)] : []),
    ...explained(template, [], tiesText(rated, exposurePlaces(review, template, 'before'))),
    ...scaleBlocks(source, section),
    ...notApplicable(source, risks),
    ...notAssessed(source, risks),
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
      return found.length === 0 ? [] : [{ likelihood, impact, numbers: found.toSorted((left, right) => left - right) }];
    }),
  );
}

function riskTable(source: RecordSource, risks: readonly ReviewRisk[]): RecordBlock {
  const places = exposurePlaces(source.review, source.template, 'before');
  return {
    kind: 'table',
    columns: [
      { title: 'No.', weight: 0.7, align: 'end' },
      { title: 'Risk, the higher exposure first', weight: 6, heads: true },
      { title: 'Place', weight: 0.9 },
      { title: 'Before', weight: 2 },
      { title: 'Response', weight: 1.4 },
      { title: 'After', weight: 2 },
    ],
    rows: risks.map((risk) => riskRow(source, risk, places.get(risk.id))),
  };
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

function notApplicable(source: RecordSource, risks: readonly ReviewRisk[]): readonly RecordBlock[] {
  const found = risks.filter((risk) => risk.assessment.applicable === false);
  return found.length === 0
    ? []
    : [heading(1, 'Risks that do not apply'), aside(source, found, 'Why, and what was noted')];
}

/** Those that somebody wrote about in a table, the names of the others in a line. */
function notAssessed(source: RecordSource, risks: readonly ReviewRisk[]): readonly RecordBlock[] {
  const found = risks.filter((risk) => risk.assessment.applicable === null);
  if (found.length === 0) return [];
  const noted = found.filter((risk) => writtenOn(source, risk) !== '');
  const others = found.filter((risk) => !noted.includes(risk)).map(({ number, name }) => `${number} ${name}`);
  return [
    heading(1, 'Risks not assessed: nobody got to them'),
    ...(noted.length === 0 ? [] : [aside(source, noted, 'What was noted')]),
    ...(others.length === 0 ? [] : [{ kind: 'paragraph', voice: 'template', text: `${others.join('; ')}.` } as const]),
  ];
}

/** Risks that are not worked through, with what was written about them. */
function aside(source: RecordSource, risks: readonly ReviewRisk[], title: string): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'No.', weight: 0.7, align: 'end' },
      { title: 'Risk', weight: 4, heads: true },
      { title, weight: 6 },
    ],
    rows: risks.map((risk) => [{ text: String(risk.number) }, { text: risk.name }, { text: writtenOn(source, risk) }]),
  };
}
