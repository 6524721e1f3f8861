import type { ChangeStep } from '#shared/base/json-change.ts';
import type { ChangedPlace } from '#shared/review/changed-places.ts';

/** Time in ms for which what changed stays marked. */
const MARKED = 2_600;

let unmarking: ReturnType<typeof setTimeout> | undefined;

/** What a page shows at one moment, as far as it is needed to see later what changed. */
export interface PageLook {
  /** What each control says. */
  readonly controls: ReadonlyMap<Element, string>;
  /** The rows of the page by their id, each with what it stands in, from the inside out. */
  readonly rows: ReadonlyMap<string, readonly Element[]>;
}

const CONTROLS = 'input, textarea, select, button, [role="spinbutton"], [role="checkbox"], [role="radio"]';

/** Notes what the page shows. To be asked before something changes. */
export function lookAtPage(page: Element): PageLook {
  const controls = [...page.querySelectorAll(CONTROLS)].map((control) => [control, saysNow(control)] as const);
  const rows = [...page.querySelectorAll<HTMLElement>('[data-row]')].map(
    (row) => [row.dataset.row ?? '', around(row)] as const,
  );
  return { controls: new Map(controls), rows: new Map(rows) };
}

/**
 * The element that shows what a path leads to: the page is walked down along the ids of its rows and items, then along
 * the fields behind the last of them, as far as the page has them. Within that, it is the control that says something
 * else than before, rather the one that says what is there now. Null when the page shows none of it.
 */
export function changedElement(
  page: Element,
  { path, text }: Pick<ChangedPlace, 'path' | 'text'>,
  before: PageLook,
): HTMLElement | null {
  const changed = [...page.querySelectorAll(CONTROLS)].filter((control) => {
    const said = before.controls.get(control);
    return said !== undefined && said !== saysNow(control);
  });
  const found = placeOf({ page, changed, rows: before.rows }, path);
  // A control that says what it said is not what changed, though an open point may lead to it.
  const isSame = found?.matches(CONTROLS) && before.controls.has(found) && !changed.includes(found);
  const place = isSame ? null : found;
  const inside = changed.filter((one) => place === null || place.contains(one));
  // One that was folded away before is known by what it says now.
  const unfolded = [...(place?.querySelectorAll(CONTROLS) ?? [])].filter((one) => !before.controls.has(one));
  const says = (one: Element) => text !== '' && saysNow(one) === text;
  const control = inside.find(says) ?? inside[0] ?? unfolded.find(says);
  const holder = control ? holderOf(control) : null;
  const shown = holder && (place === null || place.contains(holder)) ? holder : found && holderOf(found);
  return shown instanceof HTMLElement ? shown : null;
}

/** Opens what hides an element, brings it into view, and marks it for a moment. */
export function markChanged(element: HTMLElement): void {
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (above instanceof HTMLDetailsElement) above.open = true;
  }
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  for (const marked of document.querySelectorAll('[data-changed]')) marked.removeAttribute('data-changed');
  element.dataset.changed = '';
  clearTimeout(unmarking);
  unmarking = setTimeout(() => element.removeAttribute('data-changed'), MARKED);
}

/** Where a place is looked for. */
interface Search {
  readonly page: Element;
  /** Controls that say something else than before. */
  readonly changed: readonly Element[];
  readonly rows: PageLook['rows'];
}

function placeOf(search: Search, [, ...path]: readonly ChangeStep[]): Element | null {
  const ids = path.flatMap((step) => (typeof step === 'string' ? [] : [step.row]));
  const item = innermost(search, null, ids);
  const lastItem = path.findLastIndex((step) => typeof step !== 'string');
  const fields = path.slice(item ? lastItem + 1 : 0).filter((step) => typeof step === 'string');
  // What a row stood in that is not there any more.
  const stoodIn = item ? [] : ids.flatMap((id) => search.rows.get(id) ?? []);
  return innermost(search, item ?? stoodIn.find((place) => search.page.contains(place)) ?? null, fields);
}

/** Goes down from a place, or the page, as far as each name is found; rather to where a control changed. */
function innermost({ page, changed }: Search, from: Element | null, names: readonly string[]): Element | null {
  return names.reduce((place, name) => {
    const found = [...(place ?? page).querySelectorAll(selectorOf(name))];
    return found.find((one) => changed.some((control) => one.contains(control))) ?? found[0] ?? place;
  }, from);
}

/** Ids of places end with the name of what they show, in the words of ids. */
function selectorOf(name: string): string {
  const spellings = [name, name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
  return [...new Set(spellings)]
    .map((spelling) => spelling.replace(/["\\]/g, '\\$&'))
    .map((text) => `[id="${text}"], [id$=".${text}"], [data-row="${text}"], [data-anchor$=".${text}"]`)
    .join(', ');
}

function around(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
    found.push(above);
  return found;
}

/** What stands around a control, with its label. */
function holderOf(control: Element): Element {
  const isRadio = control instanceof HTMLInputElement && control.type === 'radio';
  if (!control.matches(CONTROLS)) return control;
  return control.closest(isRadio ? 'fieldset, [role="radiogroup"]' : '.field, td, label') ?? control;
}

function saysNow(control: Element): string {
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) return `${control.checked}`;
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return control.value;
  if (control instanceof HTMLSelectElement) return control.value;
  const state = ['aria-pressed', 'aria-checked', 'aria-valuenow', 'aria-valuetext'];
  return state.map((name) => control.getAttribute(name)).join(' ');
}
