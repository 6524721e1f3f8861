import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { focusFromTop } from '#renderer/base/focus-from-top.ts';

it('focuses a page and shows it from its beginning, however far the one before was scrolled', () => {
  render(<main tabIndex={-1}>The stage</main>);
  const page = screen.getByRole('main');
  const focus = vi.spyOn(page, 'focus');
  const shown = vi.fn();
  page.scrollIntoView = shown;
  focusFromTop(page);
  expect(document.activeElement).toBe(page);
  expect(focus).toHaveBeenCalledWith({ preventScroll: true });
  expect(shown).toHaveBeenCalledWith({ block: 'start' });
  expect(() => focusFromTop(null)).not.toThrow();
});
