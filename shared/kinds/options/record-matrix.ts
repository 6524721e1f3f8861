import { isBlank } from '#shared/base/limits.ts';
import { notKnownText } from '#shared/kinds/parts-words.ts';
import { empty, explained, heading, withReferences } from '#shared/record/blocks.ts';
import type { RecordBlock, RecordCell } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { optionCell } from './answers.ts';
import { type OptionCriterion, sourceWords } from './criteria.ts';
import { criterionWeight } from './option-sums.ts';
import type { ComparedCandidate } from './options.ts';

/** Candidates whose scores fit side by side on a page; more go to a second matrix. */
const SIDE_BY_SIDE = 6;
/** Candidates whose reasons have room below their scores; of more, they follow in a table of their own. */
const WITH_REASONS = 3;

/** The scores of all candidates by criterion, and why they are what they are. */
export function scoreBlocks(
  source: RecordSource,
  criteria: readonly OptionCriterion[],
  candidates: readonly ComparedCandidate[],
): readonly RecordBlock[] {
  if (candidates.length > WITH_REASONS) {
    return [...matrixBlocks(source, criteria, candidates, scoreCell), ...reasonBlocks(source, criteria, candidates)];
  }
  return matrixBlocks(source, criteria, candidates, (cell) => {
    const { reason, said } = cell;
    const note = [reason, isBlank(said) ? '' : `Sources: ${said}`].filter((part) => !isBlank(part)).join('\n');
    return { ...scoreCell(cell), ...(note === '' ? {} : { text: scoreWords(cell), note }) };
  });
}

/** What is on record of one candidate by one criterion. */
interface Scored {
  readonly score: number | null;
  readonly isNotKnown: boolean;
  /** The team's words, and who finds out what it does not know. */
  readonly reason: string;
  /** What the sources say; empty where nobody scored it and it so says nothing. */
  readonly said: string;
}

function scoredOf(
  { review, template }: RecordSource,
  criterion: OptionCriterion,
  candidate: ComparedCandidate,
): Scored {
  const { score, reason: written, notKnown } = optionCell(review, criterion.id, candidate.id);
  const reason = [written, notKnown ? `${notKnownText(notKnown)}.` : ''].filter((part) => !isBlank(part)).join('\n');
  const known = sourceWords(criterion, candidate);
  const isTold = criterion.cells[candidate.id] && (score !== null || !isBlank(reason));
  return {
    score,
    isNotKnown: notKnown !== undefined,
    reason,
    said: isTold ? withReferences(template, known.text, known.sources) : '',
  };
}

function matrixBlocks(
  source: RecordSource,
  criteria: readonly OptionCriterion[],
  candidates: readonly ComparedCandidate[],
  cellOf: (scored: Scored) => RecordCell,
): readonly RecordBlock[] {
  const { review, template } = source;
  const isScored = (criterion: OptionCriterion) =>
    candidates.some((candidate) => {
      const { score, reason } = scoredOf(source, criterion, candidate);
      return score !== null || (candidates.length <= WITH_REASONS && !isBlank(reason));
    });
  const shown = criteria.filter((entry) => criterionWeight(review, entry) > 0 || isScored(entry));
  const others = criteria.filter((entry) => !shown.includes(entry)).map((entry) => entry.name);
  const chunks = Array.from({ length: Math.ceil(candidates.length / SIDE_BY_SIDE) }, (_, index) =>
    candidates.slice(index * SIDE_BY_SIDE, (index + 1) * SIDE_BY_SIDE),
  );
  return [
    heading(1, 'Scores, 1 to 5'),
    ...(shown.length === 0 ? [empty('No criterion counts.')] : []),
    ...(shown.length === 0 ? [] : chunks).map(
      (chunk): RecordBlock => ({
        kind: 'table',
        columns: [
          { title: 'Criterion', weight: 2.6, heads: true },
          { title: 'Weight', weight: 1.1, align: 'end' },
          ...chunk.map(({ name }) => ({ title: name, weight: chunk.length <= WITH_REASONS ? 4 : 1.6 })),
        ],
        rows: shown.map((criterion) => [
          { text: criterion.name },
          { text: String(criterionWeight(review, criterion)) },
          ...chunk.map((candidate) => cellOf(scoredOf(source, criterion, candidate))),
        ]),
      }),
    ),
    ...(others.length === 0 ? [] : explained(template, [], `Without weight and scores: ${others.join('; ')}.`)),
  ];
}

/** Why the scores are what they are: the team’s words, and what the sources say of a scored cell. */
function reasonBlocks(
  source: RecordSource,
  criteria: readonly OptionCriterion[],
  candidates: readonly ComparedCandidate[],
): readonly RecordBlock[] {
  const rows = criteria.flatMap((criterion) =>
    candidates.flatMap((candidate) => {
      const scored = scoredOf(source, criterion, candidate);
      if (isBlank(scored.reason) && isBlank(scored.said)) return [];
      return [{ criterion: criterion.name, candidate: candidate.name, ...scored }];
    }),
  );
  if (rows.length === 0) return [];
  const isSourced = rows.some((row) => row.said !== '');
  return [
    heading(1, 'Why these scores'),
    {
      kind: 'table',
      columns: [
        { title: 'Criterion', weight: 2.35, heads: true },
        { title: 'Candidate', weight: 2.5 },
        { title: 'Score', weight: 1, align: 'end' },
        { title: 'The team’s reason', weight: 3.4 },
        ...(isSourced ? [{ title: 'What the sources say', weight: 2.85 }] : []),
      ],
      rows: rows.map((row): readonly RecordCell[] => [
        { text: row.criterion },
        { text: row.candidate },
        { text: row.score === null ? '' : String(row.score) },
        { text: row.reason },
        ...(isSourced ? [{ text: row.said }] : []),
      ]),
    },
  ];
}

function scoreCell({ score, isNotKnown }: Pick<Scored, 'score' | 'isNotKnown'>): RecordCell {
  if (isNotKnown) return { text: '?' };
  return score === null ? { text: '' } : { text: String(score), score };
}

function scoreWords({ score, isNotKnown }: Scored): string {
  if (isNotKnown) return '?';
  return score === null ? 'No score' : String(score);
}
