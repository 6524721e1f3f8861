import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { kindList } from '#shared/kinds/index.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { find, isRow, nameOf, sentence, words } from '#shared/review/revision-names.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { type Step, textFinder, type WrittenText } from './written-texts.ts';

/** Where in a review a text stands: a section, or one of the pages beside them. */
export const PASSAGE_PARTS = [...kindList, 'review', 'to-do', 'votes', 'follow-up', 'history'] as const;

export const passageSchema = z.strictObject({
  part: z.enum(PASSAGE_PARTS),
  /** Anchor of the place in a section, or key of what is followed up; empty for the page as a whole. */
  place: z.string(),
  /** The way to it in words, such as section, question and field. */
  where: z.string(),
  text: z.string(),
});

/** A text that somebody wrote in a review, with the place where it stands. */
export type Passage = DeepReadonly<z.output<typeof passageSchema>>;
export type PassagePart = (typeof PASSAGE_PARTS)[number];

const textsOf = textFinder(reviewDocumentSchema);

/** All that somebody wrote in a review, in the order of its form. */
export function passagesOf(review: ReviewDocument, template: Template): readonly Passage[] {
  const titles = new Map<string, string>(template.sections.map(({ kind, title }) => [kind, title]));
  const risks = new Map(risksOf(review, template).map(({ id, number, name }) => [id, `${number} ${name}`]));
  return textsOf(review).flatMap((written): readonly Passage[] => {
    const [first, ...rest] = written.way;
    const last = written.way.findLast(({ kind }) => kind === 'field');
    if (!first || NO_WORDS.has(first.key) || (last && NO_WORDS.has(last.key))) return [];
    const part = PARTS[first.key] ?? 'review';
    const scopes = [template.sections.find(({ kind }) => kind === part), review, template.sections];
    const names = namesOn(rest, scopes, written.text, part === 'risks' ? risks : new Map());
    const where = [titles.get(part) ?? PART_WORDS[part] ?? sentence(words(part)), ...fieldOf(first), ...names];
    return [
      { part, place: placeOf(part, rest, written), where: where.join(' › '), text: written.text.normalize('NFC') },
    ];
  });
}

/** Fields whose content is nobody's words, though any text may stand in them. */
const NO_WORDS: ReadonlySet<string> = new Set(['template', 'judgement', 'answer', 'subject', 'place']);

const PARTS: Readonly<Record<string, PassagePart>> = {
  ...(Object.fromEntries(kindList.map((kind) => [kind, kind])) as Record<SectionKind, SectionKind>),
  ...{ toDo: 'to-do', rounds: 'votes', followUp: 'follow-up', supersedes: 'history', supersededBy: 'history' },
  ...{ signOff: 'sign-off', closed: 'sign-off', closings: 'sign-off', predictions: 'sign-off', tripwires: 'sign-off' },
  ...{ deprecated: 'sign-off' },
};

const PART_WORDS: Readonly<Partial<Record<PassagePart, string>>> = {
  review: 'The review',
  'to-do': 'Things to do',
  votes: 'Votes',
  'follow-up': 'Follow-up',
  history: 'History',
  'sign-off': 'Sign-off',
};

/** Fields that say no more than what they hold says itself. */
const PLAIN_FIELDS: ReadonlySet<string> = new Set([
  'text',
  'name',
  'title',
  'note',
  'statement',
  'statements',
  'by',
  'followUp',
  'toDo',
]);

/** What a part of the document is called that has no page of its own. */
function fieldOf({ key }: Step): readonly string[] {
  return PARTS[key] === key || PLAIN_FIELDS.has(key) || key === 'rounds' || key === 'signOff'
    ? []
    : [sentence(words(key))];
}

/** What stands on the way to a text, in words: names of items, and fields that say something. */
function namesOn(
  way: readonly Step[],
  scopes: readonly unknown[],
  text: string,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const inside = [...scopes];
  return way.flatMap((step): readonly string[] => {
    if (step.kind === 'field') return fieldName(step);
    const item = step.kind === 'entry' ? find(inside, step.key) : isRow(step.value) ? step.value : null;
    if (item) inside.unshift(item);
    const name = known.get(step.key) ?? (item ? nameOf(item) : '');
    // A row without a name is called by its text, shortened.
    return name === '' || text.replace(/\s+/gu, ' ').startsWith(name.replace(/ …$/u, '')) ? [] : [name];
  });
}

/** What a field says on the way to a text. Maps are told by what is in them. */
function fieldName({ key, value }: Step): readonly string[] {
  const isMap = typeof value === 'object' && !Array.isArray(value);
  return isMap || PLAIN_FIELDS.has(key) ? [] : [words(key)];
}

/** Lists of a section whose rows have no place of their own, but the list has. */
const LISTS_WITH_A_PLACE: ReadonlySet<string> = new Set(['conditions', 'dissent', 'participants', 'sittings']);

function placeOf(part: PassagePart, way: readonly Step[], { way: whole }: WrittenText): string {
  const [first] = whole;
  if (part === 'follow-up') {
    const { on } = Object(whole[1]?.value) as { readonly on?: unknown };
    return typeof on === 'string' ? on : '';
  }
  if (part === 'review' || part === 'to-do' || part === 'votes' || part === 'history') return '';
  if (first?.key === 'tripwires') return anchor(part, 'tripwires');
  // What is shown on the sign-off page and stands elsewhere in the document.
  if (first?.key !== part && first?.key !== 'signOff') return '';
  const [field, item] = way;
  if (!field) return '';
  if (!item || LISTS_WITH_A_PLACE.has(field.key) || item.kind === 'field') return anchor(part, hyphened(field.key));
  if (part === 'questions' && field.key === 'actions') return anchor(part, 'action', item.key, 'text');
  return anchor(part, item.key);
}

/** `motivationNote` as a part of an anchor. */
function hyphened(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
