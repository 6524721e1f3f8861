import { isSameName } from '#shared/kinds/context/people.ts';
import { hasSigned } from '#shared/kinds/sign-off/edit.ts';
import type { SectionKind } from '#shared/template/template.ts';
import type { ReviewDocument } from './review.ts';

/**
 * Where a review names people outside of its list of participants, as ways into the document; `*` stands for every
 * row of a list and every entry of a map. Signatures and what was recorded after the signing never change hands.
 */
export const NAMED_AT = [
  'context.facilitator',
  'rule.answers.*.dissent.*.name',
  'rule.answers.*.notKnown.who',
  'strategy.answers.*.notKnown.who',
  'questions.actions.*.owner',
  'options.cells.*.*.notKnown.who',
  'options.dissent.*.*.name',
  'path.stages.*.owner',
  'risks.assessments.*.actions.*.owner',
  'risks.assessments.*.dissent.*.name',
  'risks.assessments.*.notKnown.who',
  'evidence.measures.*.by',
  'evidence.measures.*.notKnown.baseline.who',
  'evidence.measures.*.notKnown.target.who',
  'evidence.measures.*.notKnown.measured.who',
  'evidence.measures.*.design.notKnown.who',
  'evidence.payback.inputs.*.notKnown.who',
  'evidence.payback.stages.*.notKnown.who',
  'audit.dependencies.*.owner',
  'training.topics.*.who',
  'commitments.commitments.*.owner',
  'decision.conditions.*.owner',
  'decision.dissent.*.name',
  'rounds.*.present.*',
  'rounds.*.ballots.*.voter',
  'rounds.*.ballots.*.moved',
  'toDo.*.owner',
  'signOff.approvers.*.name',
  'signOff.advice.*.from',
  'tripwires.*.owner',
] as const;

/** How often a section names somebody. */
export interface NamedIn {
  /** The section, or the things to do that stand in none. */
  readonly section: SectionKind | 'toDo';
  readonly times: number;
}

/** In which sections somebody is named beside the list of participants, and how often. */
export function namedIn(review: ReviewDocument, name: string): readonly NamedIn[] {
  if (name.trim() === '') return [];
  const counts = new Map<NamedIn['section'], number>();
  for (const way of NAMED_AT) {
    const section = sectionAt(way);
    walk(withoutSigners(review, way), way.split('.'), (text) => {
      if (partsOf(text).some((part) => isSameName(part, name))) counts.set(section, (counts.get(section) ?? 0) + 1);
      return text;
    });
  }
  return [...counts].map(([section, times]) => ({ section, times }));
}

/**
 * Puts another name wherever somebody is named, also as one of several (“Ada, Grace”). Participants keep
 * theirs, and so do approvers who have signed.
 */
export function renameEverywhere(document: ReviewDocument, from: string, to: string): ReviewDocument {
  if (from.trim() === '' || to.trim() === '') return document;
  return NAMED_AT.reduce<ReviewDocument>((review, way) => {
    const signed = way.startsWith('signOff') ? review.signOff.approvers.filter(({ id }) => hasSigned(review, id)) : [];
    const renamed = walk(review, way.split('.'), (text) =>
      partsOf(text)
        .map((part) => (isSameName(part, from) ? to.trim() : part))
        .join(''),
    ) as ReviewDocument;
    if (signed.length === 0 || renamed === review) return renamed;
    const approvers = renamed.signOff.approvers.map((entry) => signed.find(({ id }) => id === entry.id) ?? entry);
    return { ...renamed, signOff: { ...renamed.signOff, approvers } };
  }, document);
}

/** The review without those whose names stay, as far as a way leads to them. */
function withoutSigners(review: ReviewDocument, way: string): ReviewDocument {
  if (!way.startsWith('signOff')) return review;
  const approvers = review.signOff.approvers.filter(({ id }) => !hasSigned(review, id));
  return { ...review, signOff: { ...review.signOff, approvers } };
}

function sectionAt(way: (typeof NAMED_AT)[number]): NamedIn['section'] {
  const [part] = way.split('.');
  // Votes are in no section; the people are in the context.
  if (part === 'rounds') return 'context';
  return part === 'signOff' || part === 'tripwires' ? 'sign-off' : (part as NamedIn['section']);
}

/** Names and what stands between them, such as “, ” and “ and ”: joined, they are the text again. */
function partsOf(text: string): readonly string[] {
  return text.split(/(\s*[,;/&]\s*|\s+and\s+)/u);
}

/** The same value with each text at the end of a way changed; the same object where nothing changes. */
function walk(value: unknown, way: readonly string[], change: (text: string) => string): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return typeof value === 'string' ? change(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const rows = value.map((row) => walk(row, rest, change));
    return rows.every((row, index) => row === value[index]) ? value : rows;
  }
  const node = value as Readonly<Record<string, unknown>>;
  const changed = (key === '*' ? Object.keys(node) : [key]).flatMap((name) => {
    const inner = walk(node[name], rest, change);
    return inner === node[name] ? [] : [[name, inner] as const];
  });
  return changed.length === 0 ? value : { ...node, ...Object.fromEntries(changed) };
}
