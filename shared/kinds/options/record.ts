import { DISSENT_TITLE, empty, explained, heading, withReferences } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { viewRows, viewTable } from '#shared/record/view-rows.ts';
import { partOf } from '#shared/review/part-of.ts';
import { splitVotesBlocks } from '#shared/rounds/split-votes.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { criterionViews } from './answers.ts';
import { criteriaOf, type OptionCriterion } from './criteria.ts';
import { optionSensitivity } from './option-sensitivity.ts';
import {
  type ComparedCandidate,
  candidateName,
  comparedCandidates,
  type OptionRanking,
  optionRanking,
} from './options.ts';
import { scoreBlocks } from './record-matrix.ts';
import { splitBlocks } from './record-split.ts';
import { APPROACH_WORDS } from './words.ts';

type OptionsSection = SectionOf<'options'>;

export function optionsBlocks(source: RecordSource, section: OptionsSection): readonly RecordBlock[] {
  const { review, template } = source;
  const candidates = comparedCandidates(review, section);
  const ranking = optionRanking(review, template);
  const all = criteriaOf(review, section);
  const criteria = new Set(all.map((criterion) => criterion.id));
  const { weights, cells, dissent = {} } = partOf(review, 'options');
  return [
    ...(ranking ? rankingBlocks(ranking) : []),
    ...splitVotesBlocks(review, template, 'options'),
    ...sensitivityBlocks(source),
    ...candidateBlocks(source, candidates),
    ...criterionBlocks(all),
    ...scoreBlocks(source, all, candidates),
    ...differingBlocks(source, all),
    ...projectKindBlocks(source, section),
    ...splitBlocks(source, section),
    ...leftOver(weights, criteria),
    ...leftOver(cells, criteria),
    ...leftOver(dissent, criteria),
    ...leftOver(cellsOfOthers(source, section, all, candidates), new Set()),
  ];
}

function rankingBlocks({ options, leaders, winner, missing, summary }: OptionRanking): readonly RecordBlock[] {
  if (leaders.length === 0) return [empty(summary)];
  return [
    {
      kind: 'callout',
      tone: winner ? 'for' : 'open',
      title: missing > 0 ? 'Ranking so far' : 'Ranking',
      text: summary,
    },
    {
      kind: 'table',
      columns: [
        { title: 'Place', weight: 1, align: 'end' },
        { title: 'Candidate', weight: 4, heads: true },
        { title: 'Weighted mean, 1 to 5', weight: 2.5, align: 'end' },
        { title: 'Scores missing', weight: 2, align: 'end' },
      ],
      rows: options.map((option) => [
        { text: option.place === null ? '' : String(option.place) },
        { text: option.candidate.name },
        { text: option.mean?.toFixed(2) ?? '' },
        { text: String(option.missing) },
      ]),
    },
  ];
}

function sensitivityBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const sentences = optionSensitivity(review, template)?.sentences ?? [];
  if (sentences.length === 0) return [];
  return [heading(2, 'Weights that would change who leads'), { kind: 'list', items: sentences }];
}

function candidateBlocks({ template }: RecordSource, candidates: readonly ComparedCandidate[]): readonly RecordBlock[] {
  if (candidates.length === 0) return [empty('No candidate has been picked.')];
  return [
    heading(1, 'Candidates compared'),
    {
      kind: 'table',
      columns: [
        { title: 'Candidate', weight: 2 },
        { title: 'About it', weight: 5 },
      ],
      rows: candidates.map((candidate) => [
        { text: [candidate.name, ...notesOf(candidate)].join('\n') },
        { text: withReferences(template, candidate.help, candidate.sources) },
      ]),
    },
  ];
}

function notesOf({ approach, isOwn }: ComparedCandidate): readonly string[] {
  return [...(approach ? [APPROACH_WORDS[approach]] : []), ...(isOwn ? ['added by the team'] : [])];
}

/** What the team’s own criteria mean. */
function criterionBlocks(criteria: readonly OptionCriterion[]): readonly RecordBlock[] {
  const own = criteria.filter((criterion) => criterion.isOwn);
  if (own.length === 0) return [];
  return [
    heading(1, 'Criteria added by the team'),
    {
      kind: 'table',
      columns: [
        { title: 'Criterion', weight: 3 },
        { title: '1 means', weight: 3.5 },
        { title: '5 means', weight: 3.5 },
      ],
      rows: own.map(({ name, lowest, highest }) => [{ text: name }, { text: lowest }, { text: highest }]),
    },
  ];
}

/** Who scores differently, criterion by criterion. */
function differingBlocks(source: RecordSource, criteria: readonly OptionCriterion[]): readonly RecordBlock[] {
  const rows = criteria.flatMap(({ id, name }) =>
    viewRows(source, name, criterionViews(source.review, id), 'options', id),
  );
  return rows.length === 0 ? [] : [heading(1, DISSENT_TITLE), viewTable('Criterion', rows)];
}

function projectKindBlocks({ review, template }: RecordSource, section: OptionsSection): readonly RecordBlock[] {
  const kind = section.projectKinds.find((entry) => entry.id === partOf(review, 'options').projectKind);
  if (!kind) return [];
  const names = kind.candidates.map((id) => candidateName(review, section, id)).join(', ');
  return [
    heading(1, 'Kind of project'),
    { kind: 'fields', rows: [{ label: kind.name, text: `The sources name: ${names}` }] },
    ...explained(template, kind.sources, kind.help),
  ];
}

/** Cells of candidates that are no longer compared, under readable labels. */
function cellsOfOthers(
  { review }: RecordSource,
  section: OptionsSection,
  criteria: readonly OptionCriterion[],
  candidates: readonly ComparedCandidate[],
): Readonly<Record<string, unknown>> {
  const compared = new Set(candidates.map((candidate) => candidate.id));
  return Object.fromEntries(
    criteria.flatMap((criterion) =>
      Object.entries(partOf(review, 'options').cells[criterion.id] ?? {}).flatMap(([id, cell]) =>
        compared.has(id) ? [] : [[`${criterion.name} › ${candidateName(review, section, id) || id}`, cell] as const],
      ),
    ),
  );
}
