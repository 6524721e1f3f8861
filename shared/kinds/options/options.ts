import { isBlank } from '#shared/base/limits.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { criteriaOf } from './criteria.ts';
import { closeness } from './option-closeness.ts';
import { compareMeans, type Sum, sumUp } from './option-sums.ts';

/** How a candidate comes about. */
export type Approach = NonNullable<SectionOf<'options'>['candidates'][number]['approach']>;

/** A candidate in the comparison, from the template or added by the team. */
export interface ComparedCandidate {
  readonly id: string;
  readonly name: string;
  /** The template's help, or what the team noted of its own candidate. */
  readonly help: string;
  readonly sources: readonly string[];
  readonly isOwn: boolean;
  /** Whether it is built, extended or adopted; null where that was not said. */
  readonly approach: Approach | null;
}

/** Candidates compared: the ones picked in the template's order, then all that the team added. */
export function comparedCandidates(
  review: ReviewDocument,
  section: SectionOf<'options'>,
): readonly ComparedCandidate[] {
  const { candidates, own } = partOf(review, 'options');
  const picked = namedCandidates(review, section).filter((entry) =>
    candidates === null ? entry.preselected : candidates.includes(entry.id),
  );
  return [
    ...picked.map(({ id, name, help, sources, approach = null }) => ({
      id,
      name,
      help,
      sources,
      isOwn: false,
      approach,
    })),
    ...own.map(({ id, name, note, approach = null }) => ({
      id,
      name: isBlank(name) ? 'Unnamed candidate' : name,
      help: note,
      sources: [],
      isOwn: true,
      approach,
    })),
  ];
}

/** The template's candidates; the one that stands for the candidate of the review has its name, once there is one. */
function namedCandidates(
  { candidate: reviewed }: ReviewDocument,
  section: SectionOf<'options'>,
): SectionOf<'options'>['candidates'] {
  if (isBlank(reviewed)) return section.candidates;
  return section.candidates.map((entry) => (entry.isReviewed ? { ...entry, name: reviewed.trim() } : entry));
}

/** The candidates that a review compares; none where its template compares nothing. */
export function comparedIn(review: ReviewDocument, template: Template): readonly ComparedCandidate[] {
  const section = sectionOf(template, 'options');
  return section ? comparedCandidates(review, section) : [];
}

/** The template's candidates as the review names them; none where it compares nothing. */
export function namedIn(review: ReviewDocument, template: Template): SectionOf<'options'>['candidates'] {
  const section = sectionOf(template, 'options');
  return section ? namedCandidates(review, section) : [];
}

/** Name of a candidate of the template or of the team, whether compared or not; empty when unknown. */
export function candidateName(review: ReviewDocument, section: SectionOf<'options'>, id: string | null): string {
  if (id === null) return '';
  const own = partOf(review, 'options').own.find((entry) => entry.id === id);
  return namedCandidates(review, section).find((entry) => entry.id === id)?.name ?? own?.name ?? '';
}

/** Id of the candidate that the review is about, as the comparison lists it; null when it does not. */
export function reviewedCandidate(review: ReviewDocument, section: SectionOf<'options'>): string | null {
  const wanted = review.candidate.trim().toLowerCase();
  const found =
    section.candidates.find(({ isReviewed }) => isReviewed) ??
    section.candidates.find(({ name }) => name.toLowerCase() === wanted);
  return found?.id ?? null;
}

/** A candidate in the ranking. Means are weighted and lie between 1 and 5. */
export interface RankedOption {
  readonly candidate: ComparedCandidate;
  /** Mean of the scores given; null while there is none that counts. */
  readonly mean: number | null;
  /** Mean if every missing score were 1, and if every one were 5; null when nothing counts. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Place from 1; equal means share one. Null without a mean. */
  readonly place: number | null;
  /** Scores missing for criteria that count. */
  readonly missing: number;
}

export interface OptionRanking {
  /** Best first; candidates without a mean come last, equal ones keep their order. */
  readonly options: readonly RankedOption[];
  /** Everyone in first place as the scores stand; several in a tie. */
  readonly leaders: readonly RankedOption[];
  /** The one that leads whatever the missing scores turn out to be; null in a tie or while they can change it. */
  readonly winner: ComparedCandidate | null;
  /** Why a lone leader has not clearly won; empty when it has, or when nobody leads alone. */
  readonly close: string;
  /** Scores missing over all candidates and the criteria that count. */
  readonly missing: number;
  readonly summary: string;
}

/** Ranks the compared candidates by weighted mean; null when the template has no options. */
export function optionRanking(review: ReviewDocument, template: Template): OptionRanking | null {
  const section = sectionOf(template, 'options');
  if (!section) return null;
  const criteria = criteriaOf(review, section);
  const sums = comparedCandidates(review, section).map((candidate) => sumUp(review, criteria, candidate));
  const rated = sums.filter((sum) => sum.weight > 0).toSorted(compareMeans);
  const ordered = [...rated, ...sums.filter((sum) => sum.weight === 0)];
  const options = ordered.map((sum): RankedOption => {
    const total = sum.weight + sum.missingWeight;
    const ahead = rated.filter((other) => compareMeans(other, sum) < 0).length;
    return {
      candidate: sum.candidate,
      mean: sum.weight === 0 ? null : sum.points / sum.weight,
      lowest: total === 0 ? null : (sum.points + sum.missingWeight) / total,
      highest: total === 0 ? null : (sum.points + 5 * sum.missingWeight) / total,
      place: sum.weight === 0 ? null : ahead + 1,
      missing: sum.missing,
    };
  });
  const leaders = options.filter((option) => option.place === 1);
  const missing = sums.reduce((count, sum) => count + sum.missing, 0);
  const winner = winnerOf(sums);
  const close = leaders.length === 1 ? closeness(sums, missing > 0 && winner === null) : '';
  const summary = summaryOf(leaders, winner, missing, options.length, close);
  return { options, leaders, winner, close, missing, summary };
}

/** All candidates share the weights, so their worst and best totals compare directly. */
function winnerOf(sums: readonly Sum<ComparedCandidate>[]): ComparedCandidate | null {
  if (sums.length < 2) return null;
  const found = sums.find((sum) =>
    sums.every((other) => other === sum || sum.points + sum.missingWeight > other.points + 5 * other.missingWeight),
  );
  return found?.candidate ?? null;
}

function summaryOf(
  leaders: readonly RankedOption[],
  winner: ComparedCandidate | null,
  missing: number,
  candidates: number,
  close: string,
): string {
  if (candidates < 2) return 'Pick at least two candidates to compare.';
  if (leaders.length === 0) return 'No score that counts has been given yet.';
  const names = leaders.map(({ candidate }) => `“${candidate.name}”`).join(' and ');
  const mean = leaders[0]?.mean?.toFixed(2) ?? '';
  const standing = leaders.length === 1 ? `${names} leads with ${mean} of 5` : `${names} are level at ${mean} of 5`;
  if (missing === 0) return close === '' ? `${standing}.` : `${standing}, but only closely: ${close}.`;
  const gap = missing === 1 ? '1 score is missing' : `${missing} scores are missing`;
  if (winner && close === '') return `“${winner.name}” wins whatever the missing scores are: ${gap}.`;
  return winner
    ? `“${winner.name}” leads whatever the missing scores are: ${gap}. It is close all the same: ${close}.`
    : `${standing} so far; ${gap}, and they can still change it.`;
}

/** The choice to use several candidates, each for a part of the system. */
export interface SplitOption {
  readonly name: string;
  readonly chosen: boolean;
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly help: string;
    /** Name of the part's candidate: the team's, or else the usual one; empty while there is none. */
    readonly candidate: string;
    readonly note: string;
  }[];
  readonly reason: string;
}

/** The split option as the review has it; null when the template offers none. */
export function splitOption(review: ReviewDocument, template: Template): SplitOption | null {
  const section = sectionOf(template, 'options');
  if (!section?.split) return null;
  const { split } = partOf(review, 'options');
  return {
    name: section.split.name,
    chosen: split.chosen,
    parts: section.split.parts.map((part) => ({
      id: part.id,
      name: part.name,
      help: part.help,
      candidate: candidateName(review, section, split.parts[part.id]?.candidate ?? part.candidate),
      note: split.parts[part.id]?.note ?? '',
    })),
    reason: split.reason,
  };
}

/** The split in a line, such as “Control plane: Go; Data plane: Rust”; empty unless chosen. */
export function splitText(split: SplitOption | null): string {
  if (!split?.chosen) return '';
  return split.parts.map((part) => `${part.name}: ${part.candidate === '' ? 'open' : part.candidate}`).join('; ');
}
