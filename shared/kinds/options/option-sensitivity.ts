import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { optionCell } from './answers.ts';
import { criteriaOf, type OptionCriterion } from './criteria.ts';
import { criterionWeight } from './option-sums.ts';
import { type ComparedCandidate, comparedCandidates } from './options.ts';

/** What a criterion's weight would have to become for the leaders to change. */
export interface CriterionSensitivity {
  readonly criterion: OptionCriterion;
  readonly weight: number;
  /** The nearest weight, 0 to 5, at which a leader falls behind, and who leads then; null when there is none. */
  readonly flip: { readonly weight: number; readonly leaders: readonly ComparedCandidate[] } | null;
}

export interface OptionSensitivity {
  /** Scores missing for criteria that count; while there are any, nothing is tested. */
  readonly missing: number;
  /** One entry per criterion that every compared candidate has a score for. */
  readonly criteria: readonly CriterionSensitivity[];
  readonly sentences: readonly string[];
}

interface Row {
  readonly candidate: ComparedCandidate;
  readonly scores: readonly (number | null)[];
  /** Weight × score over the criteria that count. */
  readonly total: number;
}

const HIGHEST_WEIGHT = 5;

/** How firmly the ranking stands on its weights; null when the template has no options. */
export function optionSensitivity(review: ReviewDocument, template: Template): OptionSensitivity | null {
  const section = sectionOf(template, 'options');
  if (!section) return null;
  const all = criteriaOf(review, section);
  const weights = all.map((criterion) => criterionWeight(review, criterion));
  const rows = comparedCandidates(review, section).map((candidate) => rowOf(review, all, weights, candidate));
  const missing = rows
    .flatMap((row) => row.scores)
    .filter((score, index) => score === null && weights[index % weights.length] !== 0).length;
  if (rows.length < 2 || missing > 0 || weights.every((weight) => weight === 0)) {
    return { missing, criteria: [], sentences: missing > 0 ? [untested(missing)] : [] };
  }
  const criteria = all.flatMap((criterion, index): CriterionSensitivity[] => {
    const weight = weights[index] ?? 0;
    const scored = rows.flatMap((row) => {
      const score = row.scores[index] ?? null;
      return score === null ? [] : [{ candidate: row.candidate, score, rest: row.total - weight * score }];
    });
    return scored.length < rows.length ? [] : [{ criterion, weight, flip: flipOf(scored, weight) }];
  });
  return { missing, criteria, sentences: sentencesOf(criteria) };
}

function rowOf(
  review: ReviewDocument,
  criteria: readonly OptionCriterion[],
  weights: readonly number[],
  candidate: ComparedCandidate,
): Row {
  const scores = criteria.map((criterion) => optionCell(review, criterion.id, candidate.id).score);
  const total = scores.reduce<number>((sum, score, index) => sum + (score ?? 0) * (weights[index] ?? 0), 0);
  return { candidate, scores, total };
}

/** A candidate's score for one criterion, and its total over all others. */
interface Line {
  readonly candidate: ComparedCandidate;
  readonly score: number;
  readonly rest: number;
}

/**
 * As the weight w of one criterion moves, each total is the line rest + w × score. A rival passes a
 * leader just past the crossing of their lines, so the nearest whole weight there is the answer.
 */
function flipOf(lines: readonly Line[], now: number): CriterionSensitivity['flip'] {
  const [nearest] = leadersAt(lines, now)
    .flatMap((leader) => lines.flatMap((rival) => passingWeight(leader, rival) ?? []))
    .toSorted((left, right) => Math.abs(left - now) - Math.abs(right - now) || left - right);
  if (nearest === undefined) return null;
  return { weight: nearest, leaders: leadersAt(lines, nearest).map((line) => line.candidate) };
}

/** The first whole weight at which the rival is strictly ahead of the leader; null outside 0 to 5. */
function passingWeight(leader: Line, rival: Line): number | null {
  const slope = leader.score - rival.score;
  if (slope === 0) return null;
  const crossing = (rival.rest - leader.rest) / slope;
  const weight = slope > 0 ? Math.ceil(crossing) - 1 : Math.floor(crossing) + 1;
  return weight < 0 || weight > HIGHEST_WEIGHT ? null : weight;
}

function leadersAt(lines: readonly Line[], weight: number): readonly Line[] {
  const totalOf = (line: Line) => line.rest + weight * line.score;
  const best = Math.max(...lines.map(totalOf));
  return lines.filter((line) => totalOf(line) === best);
}

function sentencesOf(criteria: readonly CriterionSensitivity[]): readonly string[] {
  const flips = criteria.flatMap(({ criterion, weight, flip }) => {
    if (!flip) return [];
    const names = flip.leaders.map((candidate) => `“${candidate.name}”`).join(' and ');
    return [`“${criterion.name}” weighs ${weight}: at ${flip.weight}, ${names} would lead.`];
  });
  return flips.length > 0 ? flips : ['No single weight would change who leads.'];
}

function untested(missing: number): string {
  return missing === 1
    ? 'One score is missing; with it, each weight is tested.'
    : `${missing} scores are missing; with them, each weight is tested.`;
}
