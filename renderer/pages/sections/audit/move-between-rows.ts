import type { KeyboardEvent } from 'react';

/**
 * Moves from a field to the one below or above it in the next row, as in a spreadsheet: Enter and
 * Shift+Enter from every field, ↑ and ↓ where the field has no use for them. Fields that belong
 * together carry the same `data-column`.
 */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const by = wayOf(event);
  const field = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column]') : null;
  if (by === 0 || !field) return;
  const column = field.dataset.column ?? '';
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column="${column}"]`)];
  const control = fields[fields.indexOf(field) + by]?.querySelector<HTMLElement>('input, select, button, textarea');
  // At either end Enter still must not open a list or submit anything.
  event.preventDefault();
  if (!control) return;
  control.focus();
  control.scrollIntoView({ block: 'nearest' });
}

function wayOf(event: KeyboardEvent<HTMLElement>): -1 | 0 | 1 {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return 0;
  // An open list of suggestions needs the keys itself.
  if (target instanceof Element && target.ariaExpanded === 'true') return 0;
  if (key === 'Enter' && !(target instanceof HTMLButtonElement)) return event.shiftKey ? -1 : 1;
  if (event.shiftKey || hasOwnArrows(target)) return 0;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

/** A choice and a list of suggestions need their arrows, and so does text of more than one line. */
function hasOwnArrows(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return false;
  if (!(target instanceof HTMLTextAreaElement) || target.role === 'combobox') return true;
  return target.clientHeight > 2.5 * Number.parseFloat(getComputedStyle(target).lineHeight);
}
