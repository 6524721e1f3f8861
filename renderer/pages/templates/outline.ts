import { itemName } from '#shared/template/diff.ts';
import type { SectionKind, Template, TemplateSection } from '#shared/template/template.ts';

interface OutlineRow {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** 0 for an item of the section, 1 for one within it, and so on. */
  readonly depth: number;
}

export interface OutlineSection {
  readonly kind: SectionKind;
  readonly title: string;
  readonly intro: string;
  /** How many of what, such as `3 questions, 4 outcomes`. */
  readonly counts: string;
  readonly lists: readonly { readonly label: string; readonly rows: readonly OutlineRow[] }[];
}

type Node = Readonly<Record<string, unknown>>;

/** What a template holds, section by section, for a look before it is used. */
export function outlineOf(template: Template): readonly OutlineSection[] {
  return template.sections.map((section) => {
    const lists = listsOf(section);
    return {
      kind: section.kind,
      title: section.title,
      intro: section.intro,
      counts: lists
        .map(({ label, rows }) => countText(label, rows.filter(({ depth }) => depth === 0).length))
        .join(', '),
      lists,
    };
  });
}

function listsOf(section: TemplateSection): OutlineSection['lists'] {
  return Object.entries(section).flatMap(([key, value]) => {
    const items = itemsIn(value);
    return items.length === 0 ? [] : [{ label: words(key), rows: rowsOf(items, key, 0) }];
  });
}

/** Items and what stands in them, in the order shown. */
function rowsOf(items: readonly Node[], path: string, depth: number): readonly OutlineRow[] {
  return items.flatMap((item) => {
    const key = `${path}.${String(item.id)}`;
    const within = Object.entries(item).flatMap(([name, value]) => rowsOf(itemsIn(value), `${key}.${name}`, depth + 1));
    return [{ key, name: itemName(item), about: aboutOf(item), depth }, ...within];
  });
}

/** The wording that tells most about an item: a question, a condition, what takes the place of what. */
function aboutOf(item: Node): string {
  if (typeof item.question === 'string') return item.question;
  if ('when' in item && 'lean' in item) return typeof item.when === 'string' ? `when ${item.when}` : 'otherwise';
  if (typeof item.candidate === 'string' && Array.isArray(item.current)) {
    return `${item.current.join(', ')} → ${item.candidate}`;
  }
  if (typeof item.from === 'string' && typeof item.to === 'string') return `${item.from} → ${item.to}`;
  return typeof item.help === 'string' ? item.help : '';
}

function itemsIn(value: unknown): readonly Node[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (entry): entry is Node =>
      typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string',
  );
}

function countText(label: string, count: number): string {
  return `${count} ${count === 1 ? label.replace(/ies$/, 'y').replace(/s$/, '') : label}`;
}

/** `exitCriteria` as `exit criteria`. */
function words(key: string): string {
  const known: Readonly<Record<string, string>> = {
    fit: 'signals for it',
    misfit: 'signals against it',
    toolchain: 'tools',
  };
  return known[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
