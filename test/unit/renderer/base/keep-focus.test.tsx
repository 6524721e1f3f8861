import { render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from '#renderer/base/keep-focus.ts';
import { Dialog } from '#renderer/components/dialog.tsx';

let end: () => void;
beforeEach(() => {
  end = keepFocus();
});
afterEach(() => end());

/** Three buttons, each of which takes itself away. */
function Vanishing() {
  const [left, setLeft] = useState(['One', 'Two', 'Three']);
  return (
    <section>
      <h2>What is left</h2>
      {left.map((name) => (
        <button key={name} type="button" onClick={() => setLeft(left.filter((other) => other !== name))}>
          {name}
        </button>
      ))}
    </section>
  );
}

it('hands the focus of what goes away to what stands next, then before, then to the heading', async () => {
  render(<Vanishing />);
  for (const [pressed, next] of [
    ['Two', 'Three'],
    ['Three', 'One'],
    ['One', 'What is left'],
  ] as const) {
    screen.getByText(pressed).focus();
    screen.getByText(pressed).click();
    await expect.poll(() => document.activeElement?.textContent).toBe(next);
  }
});

it('leads to the page from a dialog that was there when the page came, so that nothing can take the focus back', async () => {
  function Page() {
    const [isOpen, setOpen] = useState(true);
    return (
      <>
        <h1>Gateway</h1>
        <main>
          <h2>Context</h2>
        </main>
        <Dialog title="Changes that were not saved" isOpen={isOpen} onClose={() => undefined}>
          <button type="button" onClick={() => setOpen(false)}>
            Drop them
          </button>
        </Dialog>
      </>
    );
  }
  render(<Page />);
  await expect.poll(() => document.activeElement?.textContent).toBe('Changes that were not saved');
  screen.getByText('Drop them').focus();
  screen.getByText('Drop them').click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Context');
});
