import { isBlank, LINE_LIMIT, LIST_LIMIT } from '#shared/base/limits.ts';
import { changeDecision, newOption, setOptions } from '#shared/kinds/decision/edit.ts';
import { markNotKnown } from '#shared/kinds/not-known.ts';
import type { NotKnown } from '#shared/kinds/parts.ts';
import { anchor } from '#shared/review/anchor.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { type OptionCell, optionCell } from './answers.ts';
import type { OptionCriterion } from './criteria.ts';
import { type Approach, comparedCandidates, type SplitOption, splitOption, splitText } from './options.ts';
import { cellSchema } from './schema.ts';

type OwnCandidate = Part<'options'>['own'][number];
type Split = Part<'options'>['split'];
type SplitPart = Split['parts'][string];

const UNTOUCHED_CELL: OptionCell = cellSchema.parse({});
const UNTOUCHED_PART: SplitPart = { candidate: null, note: '' };
/** More columns than this nobody can compare; the template's own candidates end here as well. */
export const OWN_CANDIDATE_LIMIT = 20;

/** Takes a candidate of the template into the comparison or out of it. Its scores stay, so it can come back. */
export function pickCandidate(
  document: ReviewDocument,
  section: SectionOf<'options'>,
  id: string,
  isPicked: boolean,
): ReviewDocument {
  const before = new Set(comparedCandidates(document, section).map((candidate) => candidate.id));
  const picked = section.candidates.filter((entry) => (entry.id === id ? isPicked : before.has(entry.id)));
  const isDefault = section.candidates.every((entry) => entry.preselected === picked.includes(entry));
  return changePart(document, 'options', { candidates: isDefault ? null : picked.map((entry) => entry.id) });
}

/** Adds a candidate of the team's own, which is always compared. */
export function addOwnCandidate(document: ReviewDocument, id: string): ReviewDocument {
  const { own } = partOf(document, 'options');
  if (own.length >= OWN_CANDIDATE_LIMIT) return document;
  return changePart(document, 'options', { own: [...own, { id, name: '', note: '' }] });
}

/** Changes name or note of a candidate of the team's own. */
export function changeOwnCandidate(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<OwnCandidate, 'id'>>,
): ReviewDocument {
  const { own } = partOf(document, 'options');
  return changePart(document, 'options', {
    own: own.map((candidate) => (candidate.id === id ? { ...candidate, ...change } : candidate)),
  });
}

/** Says whether a candidate of the team's own is built, extended or adopted; null takes it back. */
export function setApproach(document: ReviewDocument, id: string, approach: Approach | null): ReviewDocument {
  const { own } = partOf(document, 'options');
  const changed = own.map((candidate) => {
    if (candidate.id !== id) return candidate;
    const { approach: _, ...others } = candidate;
    return approach === null ? others : { ...others, approach };
  });
  return changePart(document, 'options', { own: changed });
}

/** Removes a candidate of the team's own together with its scores and its place in the split. */
export function removeOwnCandidate(document: ReviewDocument, id: string): ReviewDocument {
  const { own, cells, split } = partOf(document, 'options');
  if (!own.some((candidate) => candidate.id === id)) return document;
  const left = Object.entries(cells).flatMap(([criterion, { [id]: _, ...others }]) =>
    Object.keys(others).length > 0 ? [[criterion, others] as const] : [],
  );
  const removed = changePart(document, 'options', {
    own: own.filter((candidate) => candidate.id !== id),
    cells: Object.fromEntries(left),
    ...withoutCandidate(partOf(document, 'options').dissent, id),
  });
  return Object.entries(split.parts)
    .filter(([, part]) => part.candidate === id)
    .reduce((changed, [part]) => editSplitPart(changed, part, { candidate: null }), removed);
}

/** Differing views without the scores that they would give to a candidate; nothing where there are no views. */
function withoutCandidate(dissent: Part<'options'>['dissent'], candidate: string): Pick<Part<'options'>, 'dissent'> {
  if (!dissent) return {};
  const left = Object.entries(dissent).map(([criterion, views]) => {
    const gone = anchor('options', criterion, candidate);
    return [
      criterion,
      views.map(({ answers = [], ...view }) => {
        const kept = answers.filter(({ judgement }) => judgement !== gone);
        return kept.length === 0 ? view : { ...view, answers: kept };
      }),
    ] as const;
  });
  return { dissent: Object.fromEntries(left) };
}

/** Sets the weight of a criterion; null, or the template's own weight, goes back to the template. */
export function setWeight(
  document: ReviewDocument,
  criterion: Pick<OptionCriterion, 'id' | 'weight'>,
  weight: number | null,
): ReviewDocument {
  const { [criterion.id]: _, ...others } = partOf(document, 'options').weights;
  const isOwn = weight !== null && weight !== criterion.weight;
  return changePart(document, 'options', { weights: isOwn ? { ...others, [criterion.id]: weight } : others });
}

/** Scores a candidate by a criterion, or writes why. The reason stays when the score is taken back. */
export function editCell(
  document: ReviewDocument,
  criterion: string,
  candidate: string,
  change: Partial<OptionCell>,
): ReviewDocument {
  const { cells } = partOf(document, 'options');
  const changed = { ...optionCell(document, criterion, candidate), ...change };
  const cell = changed.score === null ? changed : markNotKnown(changed, null);
  const row = withEntry(cells[criterion] ?? {}, candidate, cell, UNTOUCHED_CELL);
  return changePart(document, 'options', { cells: withEntry(cells, criterion, row, {}) });
}

/** Says that a score is not known and who finds it out, which takes the score away; null takes that back. */
export function markCell(
  document: ReviewDocument,
  criterion: string,
  candidate: string,
  notKnown: NotKnown | null,
): ReviewDocument {
  const { cells } = partOf(document, 'options');
  const before = optionCell(document, criterion, candidate);
  const cell = markNotKnown(notKnown === null ? before : { ...before, score: null }, notKnown);
  const row = withEntry(cells[criterion] ?? {}, candidate, cell, UNTOUCHED_CELL);
  return changePart(document, 'options', { cells: withEntry(cells, criterion, row, {}) });
}

/** Says what kind of project this is. */
export function setProjectKind(document: ReviewDocument, projectKind: string | null): ReviewDocument {
  return changePart(document, 'options', { projectKind });
}

/** Chooses the split, or says why. */
export function editSplit(document: ReviewDocument, change: Partial<Omit<Split, 'parts'>>): ReviewDocument {
  return changePart(document, 'options', { split: { ...partOf(document, 'options').split, ...change } });
}

/** Changes the candidate of a part of the split, or its note. */
export function editSplitPart(document: ReviewDocument, part: string, change: Partial<SplitPart>): ReviewDocument {
  const { split } = partOf(document, 'options');
  const entry = { ...(split.parts[part] ?? UNTOUCHED_PART), ...change };
  return changePart(document, 'options', {
    split: { ...split, parts: withEntry(split.parts, part, entry, UNTOUCHED_PART) },
  });
}

/** An option that the comparison has for the decision. */
export interface OptionForDecision {
  /** The candidate's id; null for the split. */
  readonly candidate: string | null;
  /** Name it gets in the decision. */
  readonly name: string;
  /** Id of the decision's option of that name; null while it has none. */
  readonly taken: string | null;
  /** Whether the decision has it by an older name: the parts of the split changed since. */
  readonly isRenamed: boolean;
  /** Whether the decision takes this one. */
  readonly isChosen: boolean;
}

/** What the comparison can put into the decision: every named candidate, and the split where it is chosen. */
export function optionsForDecision(document: ReviewDocument, template: Template): readonly OptionForDecision[] {
  const section = sectionOf(template, 'options');
  if (!section) return [];
  const own = new Map(partOf(document, 'options').own.map((entry) => [entry.id, entry.name]));
  const candidates = comparedCandidates(document, section)
    .filter(({ id }) => !isBlank(own.get(id) ?? 'named'))
    .map(({ id, name }) => ({ candidate: id, name: name.trim(), taken: takenAs(document, sameAs(name)) }));
  const split = splitOption(document, template);
  const splits = split?.chosen
    ? [{ candidate: null, name: splitName(split), taken: takenAs(document, isSplit(split)) }]
    : [];
  const { chosenOption } = document.decision;
  return [...candidates, ...splits].map((option) => ({
    ...option,
    isRenamed: option.taken !== null && option.candidate === null && nameOf(document, option.taken) !== option.name,
    isChosen: option.taken !== null && option.taken === chosenOption,
  }));
}

/**
 * Adds what was compared to the options of the decision, in the order of `optionsForDecision`, with
 * an id for each. What is there by the same name stays as the team wrote it; a split whose parts
 * changed is renamed. Nothing gets chosen.
 */
export function takeIntoDecision(document: ReviewDocument, template: Template, ids: readonly string[]): ReviewDocument {
  const found = optionsForDecision(document, template);
  const added = found.flatMap(({ name, taken }, index) => {
    const id = ids[index];
    return taken === null && id !== undefined ? [{ ...newOption(id), name }] : [];
  });
  const kept = document.decision.options.map((option) => {
    const renamed = found.find((entry) => entry.isRenamed && entry.taken === option.id);
    return renamed ? { ...option, name: renamed.name } : option;
  });
  return setOptions(document, [...kept, ...added].slice(0, LIST_LIMIT));
}

/** Marks an option of the comparison as the one the decision takes; unchanged while it is not among them. */
export function chooseInDecision(document: ReviewDocument, option: OptionForDecision): ReviewDocument {
  return option.taken === null ? document : changeDecision(document, { chosenOption: option.taken });
}

function takenAs(document: ReviewDocument, fits: (name: string) => boolean): string | null {
  return document.decision.options.find((option) => fits(option.name))?.id ?? null;
}

function nameOf(document: ReviewDocument, option: string): string | undefined {
  return document.decision.options.find((entry) => entry.id === option)?.name;
}

function sameAs(name: string): (other: string) => boolean {
  return (other) => plain(other) === plain(name);
}

function isSplit(split: SplitOption): (name: string) => boolean {
  return (name) => plain(name) === plain(split.name) || plain(name).startsWith(plain(`${split.name}: `));
}

function splitName(split: SplitOption): string {
  return `${split.name}: ${splitText(split)}`.slice(0, LINE_LIMIT).toWellFormed();
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
