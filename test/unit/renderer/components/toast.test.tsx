import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openVoice } from '#renderer/base/voice.ts';
import { type ToastMessage, ToastProvider, useToast } from '#renderer/components/toast.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  location.hash = '';
});

/** A page that shows a message for each of its buttons. */
function show(...messages: readonly ToastMessage[]) {
  function Page() {
    const showToast = useToast();
    return messages.map((message) => (
      <button key={message.text} type="button" onClick={() => showToast(message)}>
        show {message.text}
      </button>
    ));
  }
  render(
    <ToastProvider>
      <Page />
    </ToastProvider>,
  );
}

const raise = (text: string) => fireEvent.click(screen.getByText(`show ${text}`));
const region = () => screen.getByRole('region', { name: 'Notifications' });
const words = () => region().querySelector('.toast__text')?.textContent ?? null;
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a toast', () => {
  it('is told to a screen reader when it can, and goes by itself', () => {
    show({ text: 'Saved.' });
    const voice = openVoice();
    expect(voice.getAttribute('aria-live')).toBe('polite');
    raise('Saved.');
    expect(voice.lastElementChild?.textContent).toBe('Saved.');
    wait(4_900);
    expect(words()).toBe('Saved.');
    wait(200);
    expect(words()).toBeNull();
  });

  it('with a way back has no end but another message, and says the key of it', () => {
    show({ text: 'Deleted.', action: { text: 'Undo', onAction: () => undefined, keys: 'Mod+Z' } }, { text: 'Saved.' });
    raise('Deleted.');
    expect(openVoice().lastElementChild?.textContent).toBe('Deleted. Undo with Ctrl+Z.');
    wait(3_600_000);
    expect(words()).toBe('Deleted.');
    raise('Saved.');
    expect(words()).toBe('Saved.');
  });

  it('with a way on stays longer', () => {
    show({ text: 'Imported.', action: { text: 'Open', href: '#/reviews/new' } });
    raise('Imported.');
    wait(11_900);
    expect(words()).toBe('Imported.');
    wait(200);
    expect(words()).toBeNull();
  });

  it('that was sent away by key gives the focus back to what had it', () => {
    show({ text: 'Saved.' });
    const button = screen.getByText('show Saved.');
    button.focus();
    raise('Saved.');
    screen.getByRole('button', { name: 'Dismiss' }).focus();
    press('Dismiss');
    expect(document.activeElement).toBe(button);
  });

  it('gives way to a newer one, which has its own time', () => {
    show({ text: 'One.' }, { text: 'Two.' });
    raise('One.');
    wait(4_000);
    raise('Two.');
    expect(words()).toBe('Two.');
    wait(4_000);
    expect(words()).toBe('Two.');
    wait(1_100);
    expect(words()).toBeNull();
  });

  it('begins its time anew when the same is said again', () => {
    show({ text: 'Saved.' });
    raise('Saved.');
    wait(4_000);
    raise('Saved.');
    wait(4_000);
    expect(words()).toBe('Saved.');
  });

  it.each([
    ['the pointer', fireEvent.pointerEnter, fireEvent.pointerLeave],
    ['the focus', fireEvent.focus, fireEvent.blur],
  ])('waits while it has %s', (_, arrive, leave) => {
    show({ text: 'Saved.' });
    raise('Saved.');
    arrive(region());
    wait(60_000);
    expect(words()).toBe('Saved.');
    leave(region());
    wait(5_100);
    expect(words()).toBeNull();
  });

  it('that was sent away under the pointer does not hold the next one', () => {
    show({ text: 'One.' }, { text: 'Two.' });
    raise('One.');
    fireEvent.pointerEnter(region());
    press('Dismiss');
    expect(words()).toBeNull();
    raise('Two.');
    wait(5_100);
    expect(words()).toBeNull();
  });

  it('undoes once and is gone before that', () => {
    const seen: (string | null)[] = [];
    const onAction = () => void seen.push('undone');
    show({ text: 'Deleted.', action: { text: 'Undo', onAction, keys: 'Mod+Z' } });
    raise('Deleted.');
    press('Undo');
    expect(seen).toEqual(['undone']);
    expect(words()).toBeNull();
  });

  it('that leads somewhere goes when that place is reached, by whatever way, and by no other', () => {
    show({ text: 'Copied.', action: { text: 'Open the copy', href: '#/reviews/copy' } });
    raise('Copied.');
    const arrive = (hash: string) =>
      act(() => {
        location.hash = hash;
        window.dispatchEvent(new Event('hashchange'));
      });
    arrive('#/keys');
    expect(words()).toBe('Copied.');
    arrive('#/reviews/copy/risks');
    expect(words()).toBeNull();
  });
});
