import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { SectionKind, Template, TemplateSection } from './template.ts';

/** One field that reads differently in two versions, both ready to show. */
export interface FieldChange {
  /** Name of the field in words, such as `help` or `range › from`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export type ChangeKind = 'added' | 'changed' | 'removed';

/** An item of a section that is in one version only, or reads differently. */
export interface ItemChange {
  readonly change: ChangeKind;
  readonly id: string;
  readonly name: string;
  /** Names of the items it stands in, outermost first. */
  readonly within: readonly string[];
  /** What differs; empty for items that are in one version only. */
  readonly fields: readonly FieldChange[];
}

export interface SectionChange {
  readonly kind: SectionKind;
  readonly title: string;
  readonly change: ChangeKind;
  /** What differs in the section itself. */
  readonly fields: readonly FieldChange[];
  readonly items: readonly ItemChange[];
}

/** What differs between two templates; sections that are equal are left out. */
export interface TemplateDiff {
  /** Title, summary and what else stands above the sections. */
  readonly fields: readonly FieldChange[];
  readonly sources: readonly ItemChange[];
  readonly sections: readonly SectionChange[];
  /** Items and sections by what happened to them. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

type Node = Readonly<Record<string, unknown>>;
type Row = Node & { readonly id: string };

interface Found {
  readonly fields: FieldChange[];
  readonly items: ItemChange[];
}

/** Compares two versions of a template, item by item; items belong together by their id. */
export function diffTemplates(before: Template, after: Template): TemplateDiff {
  const sources = nothing();
  compareRows('sources', before.sources, after.sources, [], sources);
  const head = nothing();
  const above = ({ sections: _, sources: __, version: ___, published: ____, ...rest }: Template): Node => rest;
  compareNodes(above(before), above(after), [], [], head);
  const sections = [
    ...after.sections.flatMap((section) => sectionChange(sectionIn(before, section.kind), section)),
    ...before.sections.filter(({ kind }) => !sectionIn(after, kind)).flatMap((section) => sectionChange(section)),
  ];
  const order = orderChange('order of the sections', before.sections.map(keyOf), after.sections.map(keyOf));
  const all = [...sources.items, ...sections, ...sections.flatMap((section) => section.items)];
  const count = (kind: ChangeKind) => all.filter(({ change }) => change === kind).length;
  return {
    fields: [...head.fields, ...order],
    sources: sources.items,
    sections,
    counts: { added: count('added'), changed: count('changed'), removed: count('removed') },
  };
}

/** Whether two versions differ in nothing but their version and date. */
export function isEmptyDiff({ fields, sources, sections }: TemplateDiff): boolean {
  return fields.length + sources.length + sections.length === 0;
}

/** Name of an item as its section shows it; its id where it has none. */
export function itemName(item: Node): string {
  const named = [item.name, item.title, item.text, item.area].find((text) => typeof text === 'string' && text !== '');
  return typeof named === 'string' ? named : String(item.id ?? '');
}

function sectionIn(template: Template, kind: SectionKind): TemplateSection | undefined {
  return template.sections.find((section) => section.kind === kind);
}

function sectionChange(before: TemplateSection | undefined, after?: TemplateSection): readonly SectionChange[] {
  const shown = after ?? before;
  if (!shown) return [];
  const head = { kind: shown.kind, title: shown.title };
  if (!before || !after) return [{ ...head, change: before ? 'removed' : 'added', fields: [], items: [] }];
  const found = nothing();
  compareNodes({ ...before }, { ...after }, [], [], found);
  return found.fields.length + found.items.length === 0 ? [] : [{ ...head, change: 'changed', ...found }];
}

/** Compares two objects member by member; lists of items with ids become item changes. */
function compareNodes(
  before: Node,
  after: Node,
  label: readonly string[],
  within: readonly string[],
  found: Found,
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (key === 'id' || key === 'kind') continue;
    const [left, right] = [before[key], after[key]];
    const place = [...label, words(key)];
    if (areRows(left, right)) compareRows(words(key), rowsOf(left), rowsOf(right), within, found);
    else if (isNode(left) && isNode(right)) compareNodes(left, right, place, within, found);
    else if (same(left, right)) continue;
    else found.fields.push({ label: place.join(' › '), before: textOf(left), after: textOf(right) });
  }
}

function compareRows(
  what: string,
  before: readonly Row[],
  after: readonly Row[],
  within: readonly string[],
  found: Found,
): void {
  const change = (row: Row, kind: ChangeKind, fields: readonly FieldChange[] = []) =>
    found.items.push({ change: kind, id: row.id, name: itemName(row), within, fields });
  for (const row of after) {
    const earlier = before.find(({ id }) => id === row.id);
    if (!earlier) {
      change(row, 'added');
      continue;
    }
    const inside = nothing();
    compareNodes(earlier, row, [], [...within, itemName(row)], inside);
    if (inside.fields.length > 0) change(row, 'changed', inside.fields);
    found.items.push(...inside.items);
  }
  for (const row of before) {
    if (!after.some(({ id }) => id === row.id)) change(row, 'removed');
  }
  found.fields.push(
    ...orderChange(
      `order of the ${what}`,
      before.map(({ id }) => id),
      after.map(({ id }) => id),
      (id) => itemName(after.find((row) => row.id === id) ?? { id }),
    ),
  );
}

/** The order of what is in both versions, where it differs. */
function orderChange(
  label: string,
  before: readonly string[],
  after: readonly string[],
  nameOf: (id: string) => string = (id) => id,
): readonly FieldChange[] {
  const left = before.filter((id) => after.includes(id));
  const right = after.filter((id) => before.includes(id));
  if (same(left, right)) return [];
  return [{ label, before: left.map(nameOf).join(', '), after: right.map(nameOf).join(', ') }];
}

function keyOf({ kind }: TemplateSection): string {
  return kind;
}

function nothing(): Found {
  return { fields: [], items: [] };
}

function areRows(left: unknown, right: unknown): boolean {
  const both = [left ?? [], right ?? []];
  return (
    both.every((value) => Array.isArray(value) && value.every(isRow)) && rowsOf(left).length + rowsOf(right).length > 0
  );
}

function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: unknown): value is Row {
  return isNode(value) && typeof value.id === 'string';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}

/** A value of a template as a reader would write it. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(textOf).join(value.some(isNode) ? '; ' : ', ');
  if (!isNode(value)) return String(value);
  return Object.entries(value)
    .filter(([key, entry]) => key !== 'id' && textOf(entry) !== '')
    .map(([key, entry]) => `${words(key)}: ${textOf(entry)}`)
    .join(', ');
}

/** `evidenceHint` as `evidence hint`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
