import { anchor } from '#shared/review/anchor.ts';

/** A wish to bring a risk before the team; `scroll` says how far the page may move for it. */
export interface RiskFocus {
  readonly id: string;
  readonly scroll: 'start' | 'nearest' | 'none';
}

/** Puts the focus on what an opened risk still needs, or on its line when nothing is missing. */
export function moveToRisk({ id, scroll }: RiskFocus): void {
  // Where the person opened the line by hand, the focus is right already.
  if (scroll === 'none') return;
  const row = document.getElementById(anchor('risks', id));
  if (!row) return;
  row.scrollIntoView({ block: scroll });
  const owed = row.querySelector<HTMLElement>('[data-owed] :is(input, textarea, button):not(:disabled)');
  const line = row.querySelector<HTMLElement>('button[aria-expanded]');
  (owed ?? line)?.focus({ preventScroll: true });
}
