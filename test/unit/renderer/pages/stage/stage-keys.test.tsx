import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { setSingleKeys } from '#renderer/base/single-keys.ts';
import { useStageKeys } from '#renderer/pages/stage/stage-keys.ts';

afterEach(() => setSingleKeys(true));

/** A stage that notes what its keys ask for. */
function stage() {
  const asked: string[] = [];
  const note = (name: string) => vi.fn(() => asked.push(name));
  const actions = {
    ...{
      leave: note('leave'),
      next: note('next'),
      previous: note('previous'),
      first: note('first'),
      last: note('last'),
    },
    ...{ stepAnswer: () => false, answer: (key: string) => asked.push(`answer ${key}`) > 0 },
    ...{ takeBack: note('take back'), toggleBlank: note('blank'), toggleAgenda: note('agenda'), vote: note('vote') },
    turnList: note('turn'),
  };
  function Stage() {
    useStageKeys(actions, false);
    return <input type="radio" aria-label="Yes" />;
  }
  render(<Stage />);
  return { user: userEvent.setup(), asked };
}

it('takes letters and signs', async () => {
  const { user, asked } = stage();
  await user.keyboard('v.tmy{Delete}{PageDown}');
  expect(asked).toEqual(['vote', 'blank', 'agenda', 'turn', 'answer y', 'take back', 'next']);
});

it('takes none where single keys are off, but what a presenter sends, and an answer that has the focus', async () => {
  setSingleKeys(false);
  const { user, asked } = stage();
  await user.keyboard('v.tmy{Delete}');
  expect(asked).toEqual([]);
  await user.keyboard('{PageDown}{PageUp}');
  expect(asked).toEqual(['next', 'previous']);
  await user.tab();
  await user.keyboard('y');
  expect(asked.at(-1)).toBe('answer y');
});
