import { fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setSingleKeys } from '#renderer/base/single-keys.ts';
import { type ShortcutActions, useShortcuts } from '#renderer/base/use-shortcuts.ts';

function Page(actions: ShortcutActions) {
  useShortcuts(actions);
  return null;
}

function show() {
  const actions = { addToDo: vi.fn(), agenda: vi.fn(), vote: vi.fn(), votes: vi.fn() };
  render(<Page {...actions} />);
  return actions;
}

const press = (...keys: readonly string[]) => {
  for (const key of keys) fireEvent.keyDown(document.body, { key });
};

afterEach(() => setSingleKeys(true));

describe('useShortcuts', () => {
  it('takes the second key of a sequence for that alone, whatever it does by itself', () => {
    const { addToDo, agenda, vote, votes } = show();
    press('g', 'a', 'g', 'v');
    expect(agenda).toHaveBeenCalledOnce();
    expect(votes).toHaveBeenCalledOnce();
    expect(addToDo).not.toHaveBeenCalled();
    expect(vote).not.toHaveBeenCalled();
    press('a', 'v');
    expect(addToDo).toHaveBeenCalledOnce();
    expect(vote).toHaveBeenCalledOnce();
  });

  it('does nothing for single keys that are switched off', () => {
    const actions = show();
    setSingleKeys(false);
    press('a', 'v', 'g', 'a');
    for (const action of Object.values(actions)) expect(action).not.toHaveBeenCalled();
  });
});
