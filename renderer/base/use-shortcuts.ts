import { useEffectEvent, useLayoutEffect } from 'react';
import { isDialogOpen } from './leaving.ts';
import { IS_MAC, matches, SHORTCUTS, type ShortcutId } from './shortcuts.ts';
import { singleKeysWork } from './single-keys.ts';

export type ShortcutActions = Readonly<Partial<Record<ShortcutId, () => void>>>;

/** Time in ms for the second key of a sequence such as G H. */
const SEQUENCE_PAUSE = 1_200;

/** Answers the shortcuts named, while the component is on screen. */
export function useShortcuts(actions: ShortcutActions): void {
  const run = useEffectEvent((event: KeyboardEvent, first: string | null) => {
    const offered = (Object.entries(actions) as [ShortcutId, (() => void) | undefined][]).flatMap(([id, action]) =>
      action ? SHORTCUTS[id].keys.map((keys) => ({ keys, action })) : [],
    );
    const pressed = offered.filter(({ keys }) => isPressed(keys, event, first));
    // The second key of a sequence is none by itself: G A shows the agenda, and adds nothing to do.
    const wanted = pressed.find(({ keys }) => keys.includes(' ')) ?? pressed[0];
    if (!wanted) return;
    event.preventDefault();
    event.stopPropagation();
    wanted.action();
  });

  // Not after the drawing: what can be seen answers keys.
  useLayoutEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || isElsewhere(event)) return;
      const hasFirst = first !== null && event.timeStamp - first.at < SEQUENCE_PAUSE;
      run(event, hasFirst && first ? first.key : null);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
      first = isPlain && !isTyping(event.target) ? { key: event.key.toUpperCase(), at: event.timeStamp } : null;
    };
    // While capturing, so that the review's undo comes before the text field's own.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function isPressed(keys: string, event: KeyboardEvent, first: string | null): boolean {
  const hasModifier = keys.includes('+');
  if (!hasModifier && (!singleKeysWork() || isTyping(event.target) || answers(event))) return false;
  if (keys.startsWith('Alt+Arrow') && usesAltArrows(event.target)) return false;
  const [opening, closing] = keys.split(' ');
  if (closing === undefined) return matches(keys, event, IS_MAC);
  return first === opening && matches(closing, event, IS_MAC);
}

/** A dialog and a search field keep their keys, undo included, to themselves. */
function isElsewhere(event: KeyboardEvent): boolean {
  return keepsOwnUndo(event.target) || isDialogOpen();
}

/** Whether text typed here is not the review's, so that the field's own undo is right. */
export function keepsOwnUndo(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input[type="search"], [role="dialog"], [role="alertdialog"]') !== null
  );
}

/**
 * Undo or redo, asked for by a native menu, for text that is the field's own. A Mac hands the keys to the
 * menu first, so that the field never sees them; there is no other way to its undo than this old one.
 */
export function stepOwnUndo(direction: 'undo' | 'redo'): void {
  if (keepsOwnUndo(document.activeElement)) document.execCommand(direction);
}

/** Whether the control with the focus takes this letter for an answer of its own, as it says in `data-keys`. */
function answers({ key, target }: KeyboardEvent): boolean {
  const keys = target instanceof Element ? target.closest<HTMLElement>('[data-keys]')?.dataset.keys : undefined;
  return (keys ?? '').split(' ').includes(key.toLowerCase());
}

/** Alt and an arrow open lists and calendars everywhere, and move by paragraph in texts on a Mac. */
function usesAltArrows(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (IS_MAC && isTyping(target)) || target.closest('select, [role="combobox"], [role="spinbutton"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.closest('[role="spinbutton"], [role="listbox"], [role="menu"], [role="combobox"]') !== null
  );
}
