import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SpokenSigns } from '#renderer/components/spoken-signs.tsx';
import { StageFollows } from '#renderer/pages/stage/stage-follows.tsx';

const arrows = () => screen.queryAllByRole('img', { name: 'then' });

it.each([
  ['“Two” yes → Consider', 1],
  ['“From C → Rust” yes → Consider', 2],
  ['No arrow', 0],
])('shows “%s” as it is, with %i arrows that are heard as a word', (text, count) => {
  const { container } = render(<SpokenSigns text={text} />);
  expect(container.textContent).toBe(text);
  expect(arrows()).toHaveLength(count);
});

it('what would change the outcome on the stage is heard with words', () => {
  const follows = { title: 'Outcome', results: [], linesTitle: 'What would change it', warning: '' };
  render(
    <StageFollows follows={{ ...follows, lines: ['“Two” yes → Consider'] }} turns={0} onTurn={undefined} isSilent />,
  );
  expect(screen.getByRole('listitem').textContent).toBe('“Two” yes → Consider');
  expect(arrows()).toHaveLength(1);
});
