import { render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { sectionHref } from '#renderer/base/routes.ts';
import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Later } from '#renderer/components/later.tsx';

const REVIEW = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** A page with something below its first screen, and a list of which two rows fill that. */
function Page() {
  const rows = ['one', 'two', 'three'].slice(0, useRowsDrawn(2));
  return (
    <>
      {rows.join()}
      <Later>, below</Later>
    </>
  );
}

/** What a page shows in the first drawing alone. */
const atFirst = () => renderToString(<Page />).replaceAll('<!-- -->', '');

afterEach(() => navigate(''));

it('a page draws what is in view first, and the rest after', () => {
  navigate(sectionHref(REVIEW, 'decision'));
  expect(atFirst()).toBe('one,two');
  render(<Page />);
  expect(screen.getByText('one,two,three, below')).toBeDefined();
});

it('a page draws all of it at once where the address leads to a place within it', () => {
  navigate(sectionHref(REVIEW, 'decision', 'decision.statement'));
  expect(atFirst()).toBe('one,two,three, below');
});
