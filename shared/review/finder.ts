import { namedPeople } from '#shared/kinds/context/people.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { isOpenWork } from '#shared/record/work-item.ts';
import { workItems } from '#shared/record/work-items.ts';
import { itemLists, type ListedItem } from '#shared/template/listed-items.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { anchor } from './anchor.ts';
import type { ReviewDocument } from './review.ts';

/** Something in a review that one can go to. */
export interface FoundPlace {
  readonly kind: 'Section' | 'Question' | 'Item' | 'Risk' | 'Person' | 'Work';
  readonly text: string;
  /** What stands beside it, such as its section. */
  readonly about: string;
  readonly section: SectionKind | null;
  /** Anchor of the place; empty for the section as a whole. */
  readonly place: string;
}

/** All that one can go to in a review: sections, what they ask, risks by number and name, people, and work. */
export function placesOf(review: ReviewDocument, template: Template): readonly FoundPlace[] {
  const titles = new Map(template.sections.map(({ kind, title }) => [kind, title]));
  return [
    ...template.sections.map(
      ({ kind, title }): FoundPlace => ({ kind: 'Section', text: title, about: '', section: kind, place: '' }),
    ),
    ...template.sections.flatMap((section) =>
      itemLists(section).map(
        ({ id, name }: ListedItem): FoundPlace => ({
          kind: ASKS.has(section.kind) ? 'Question' : 'Item',
          text: name,
          about: section.title,
          section: section.kind,
          place: anchor(section.kind, id),
        }),
      ),
    ),
    ...risksOf(review, template).map(
      ({ id, number, name }): FoundPlace => ({
        kind: 'Risk',
        text: `${number} ${name}`,
        about: titles.get('risks') ?? '',
        section: 'risks',
        place: anchor('risks', id),
      }),
    ),
    ...namedPeople(review).map(
      ({ name, role }): FoundPlace => ({ kind: 'Person', text: name, about: role, section: null, place: '' }),
    ),
    ...workItems(review, template)
      .filter((item) => isOpenWork(item) && OWN_WORK.has(item.kind) && item.title.trim() !== '')
      .map(
        ({ title, owner, section, place }): FoundPlace => ({
          kind: 'Work',
          text: title,
          about: owner,
          section,
          place,
        }),
      ),
  ];
}

/** Kinds of section whose items are questions; those of others are stages, measures, topics, commitments and the like. */
const ASKS: ReadonlySet<SectionKind> = new Set<SectionKind>(['rule', 'strategy', 'questions']);

/** Work that stands under a name of its own; stages, topics and the like are found as what they are. */
const OWN_WORK: ReadonlySet<string> = new Set(['Action', 'Improvement', 'Condition', 'To do', 'Question', 'Not known']);

/** Whatever has such words, those that begin with them first; `#12` and `12` find the risk of that number. */
export function search<Entry extends { readonly text: string; readonly about?: string }>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const words = plain(typed.replaceAll('#', ' ')).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .flatMap((entry) => {
      const [text, all] = [plain(entry.text), plain(`${entry.text} ${entry.about ?? ''}`)];
      if (!words.every((word) => all.includes(word))) return [];
      return [{ entry, rank: rankOf(text, words) }];
    })
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ entry }) => entry);
}

function rankOf(text: string, words: readonly string[]): number {
  const typed = words.join(' ');
  if (text === typed || text.startsWith(`${typed} `)) return 0;
  if (text.startsWith(typed)) return 1;
  if (words.every((word) => ` ${text}`.includes(` ${word}`))) return 2;
  return words.every((word) => text.includes(word)) ? 3 : 4;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
