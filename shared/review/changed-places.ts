import { type ChangeStep, changesBetween, type JsonChange } from '#shared/base/json-change.ts';
import { contentKinds } from '#shared/kinds/index.ts';
import { UNSIGNED_PARTS } from '#shared/kinds/sign-off/sign-off.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { holdsItems, levelsOfIds } from './compare-values.ts';
import type { ReviewDocument } from './review.ts';
import { find, isNode, isRow, nameOf, sentence, words } from './revision-names.ts';

/** The page that shows a part of a review; `review` for what stands above every page. */
export type ChangedPage = SectionKind | 'to-do' | 'agenda' | 'votes' | 'review';

/** Something that differs between two states of a review, and where a person finds it. */
export interface ChangedPlace {
  readonly page: ChangedPage;
  /** The way to it through the review, from the part to what differs: fields by name, rows and items by id. */
  readonly path: readonly ChangeStep[];
  /** What stands there now, where that is a text or a number; empty otherwise. */
  readonly text: string;
}

/** What differs between two states of a review, as places in the order of the review. */
export function changedPlaces(before: ReviewDocument, after: ReviewDocument): readonly ChangedPlace[] {
  return changesBetween(before, after)
    .flatMap((change) => pathsOf(change, before))
    .flatMap((path) => {
      const [part] = path;
      if (typeof part !== 'string') return [];
      const value = valueAt(after, path);
      const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
      return [{ page: pageOf(part), path: withItems(path), text }];
    });
}

/**
 * The same in words, as short as they can be said: “Context, participants, Ada, role”. What else differs is counted.
 * Empty where nothing does.
 */
export function changedWords(before: ReviewDocument, after: ReviewDocument, template: Template): string {
  const [first, ...others] = changedPlaces(before, after);
  if (!first) return '';
  const title = pageTitle(first.page, template);
  const names = template.sections.map(({ kind, title: name }) => ({ id: kind, name }));
  const section = template.sections.find(({ kind }) => kind === first.page);
  const scopes = [section, after, before, template.sections, names];
  const where = first.path.flatMap((step, index) =>
    stepWords(step, first.path.slice(0, index), [after, before], scopes),
  );
  // The part of a page says no more than its title.
  const place = [title, ...(OF_ONE_PAGE.has(String(first.path[0])) ? where.slice(1) : where)].join(', ');
  return others.length === 0 ? place : `${place}, and ${others.length} more`;
}

/** Parts that are all that their page shows. */
const OF_ONE_PAGE: ReadonlySet<string> = new Set([...contentKinds, 'toDo', 'agenda', 'rounds']);

/** What fields are called whose name in the document says less. */
const FIELD_WORDS: ReadonlyMap<string, string> = new Map([['cuts', 'where a sitting begins']]);

/** What a step of a path is called; nothing for a field that only holds items together. */
function stepWords(
  step: ChangeStep,
  above: readonly ChangeStep[],
  states: readonly ReviewDocument[],
  scopes: readonly unknown[],
): readonly string[] {
  if (typeof step === 'string') return holdsItems(step) ? [] : [FIELD_WORDS.get(step) ?? words(step)];
  const rows = states.map((state) => valueAt(state, above)).filter(Array.isArray);
  const row = rows.flat().find(({ id }: { readonly id: string }) => id === step.row) ?? find(scopes, step.row);
  const name = row ? nameOf(row) : '';
  if (name !== '') return [name];
  const place = Math.max(...rows.map((list) => list.findIndex(({ id }) => id === step.row)));
  return [place >= 0 ? `No. ${place + 1}` : step.row];
}

/** The ways to what a change changed; a part that comes or goes as a whole is told by all that it says. */
function pathsOf(change: JsonChange, before: ReviewDocument): readonly (readonly ChangeStep[])[] {
  const { path, kind } = change;
  if (kind === 'insert') return [[...path, { row: change.value.id }]];
  const was = valueAt(before, path);
  const said = kind === 'remove' ? was : was === undefined ? change.value : undefined;
  if (said === undefined || typeof path.at(-1) !== 'string') return [path];
  const leaves = leavesOf(path, said);
  return leaves.length > 0 ? leaves : [path];
}

function leavesOf(path: readonly ChangeStep[], value: unknown): readonly (readonly ChangeStep[])[] {
  if (isBlank(value)) return [];
  if (Array.isArray(value) && value.every(isRow)) return value.map(({ id }) => [...path, { row: id }]);
  if (isNode(value)) return Object.entries(value).flatMap(([name, entry]) => leavesOf([...path, name], entry));
  return [path];
}

/** What a field says that nobody has touched. */
function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false || value === 0;
}

function valueAt(value: unknown, path: readonly ChangeStep[]): unknown {
  return path.reduce((at: unknown, step) => {
    if (typeof step !== 'string' && Array.isArray(at)) return at.find((row) => isRow(row) && row.id === step.row);
    const name = typeof step === 'string' ? step : step.row;
    return isNode(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }, value);
}

/** The same path with the keys of items told from the names of fields. */
function withItems(path: readonly ChangeStep[]): readonly ChangeStep[] {
  let keyed = 0;
  return path.map((step) => {
    if (typeof step !== 'string') return step;
    if (keyed > 0) {
      keyed--;
      return { row: step };
    }
    // Minutes and seconds are by the kind of section.
    keyed = path[0] === 'agenda' && step !== 'agenda' ? 1 : levelsOfIds(step);
    return step;
  });
}

function pageOf(part: string): ChangedPage {
  const kind = contentKinds.find((name) => name === part);
  if (kind) return kind;
  if (part === 'toDo') return 'to-do';
  if (part === 'agenda') return 'agenda';
  if (part === 'rounds') return 'votes';
  if (UNSIGNED_PARTS.some((name) => name === part)) return 'sign-off';
  return ['component', 'candidate', 'current'].includes(part) ? 'context' : 'review';
}

function pageTitle(page: ChangedPage, { sections }: Template): string {
  switch (page) {
    case 'to-do':
      return 'Things to do';
    case 'agenda':
      return 'Agenda';
    case 'votes':
      return 'Votes';
    case 'review':
      return 'The review';
    default:
      return sections.find(({ kind }) => kind === page)?.title ?? sentence(words(page));
  }
}
