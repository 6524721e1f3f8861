import { render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useFullScreenLeft } from '#renderer/base/full-screen.ts';

function Page({ onLeft }: { readonly onLeft: () => void }) {
  useFullScreenLeft(onLeft);
  return null;
}

/** A window that fills the screen. */
function fillTheScreen() {
  const exitFullscreen = vi.fn(() => Promise.resolve());
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: document.documentElement });
  Object.defineProperty(document, 'exitFullscreen', { configurable: true, value: exitFullscreen });
  return exitFullscreen;
}

afterEach(() => {
  Reflect.deleteProperty(document, 'fullscreenElement');
  Reflect.deleteProperty(document, 'exitFullscreen');
});

describe('useFullScreenLeft', () => {
  it('hands the full screen on to the page that comes next', async () => {
    const exit = fillTheScreen();
    const { rerender } = render(<Page key="stage" onLeft={vi.fn()} />);
    rerender(<Page key="vote" onLeft={vi.fn()} />);
    await Promise.resolve();
    expect(exit).not.toHaveBeenCalled();
  });

  it('gives the screen back when the last page goes', async () => {
    const exit = fillTheScreen();
    render(<Page onLeft={vi.fn()} />).unmount();
    await Promise.resolve();
    expect(exit).toHaveBeenCalledOnce();
  });

  it('says when the person leaves it', () => {
    const onLeft = vi.fn();
    render(<Page onLeft={onLeft} />);
    document.dispatchEvent(new Event('fullscreenchange'));
    expect(onLeft).toHaveBeenCalledOnce();
  });

  it('leaves a dialog open that the person writes in', () => {
    const onLeft = vi.fn();
    render(
      <>
        <Page onLeft={onLeft} />
        <div role="dialog" />
      </>,
    );
    document.dispatchEvent(new Event('fullscreenchange'));
    expect(onLeft).not.toHaveBeenCalled();
  });
});
