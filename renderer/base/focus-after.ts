import { flushSync } from 'react-dom';

/**
 * Makes a change and focuses what it brings at once, so that letters typed right after it are not
 * lost, however busy the machine is. For event handlers; `find` gets what `change` returned.
 */
export function focusAfter<T>(change: () => T, find: (result: T) => HTMLElement | null | undefined): void {
  find(flushSync(change))?.focus();
}
