import { anchor } from '#shared/review/anchor.ts';

/** A wish to bring a risk before the team; `scroll` says how far the page may move for it: `line` for its line only. */
export interface RiskFocus {
  readonly id: string;
  readonly scroll: 'start' | 'nearest' | 'line';
}

/** Puts the focus on what an opened risk still needs, or on its line when nothing is missing. */
export function moveToRisk({ id, scroll }: RiskFocus): void {
  const row = document.getElementById(anchor('risks', id));
  if (!row) return;
  const line = row.querySelector<HTMLElement>('button[aria-expanded]');
  if (scroll === 'line') {
    // Opened by hand, where the focus is right already. A risk above that closed may have taken the line out of view.
    line?.scrollIntoView({ block: 'nearest' });
    return;
  }
  row.scrollIntoView({ block: scroll });
  const owed = row.querySelector<HTMLElement>('[data-owed] :is(input, textarea, button):not(:disabled)');
  (owed ?? line)?.focus({ preventScroll: true });
}
