import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { DeskRoute } from '#renderer/base/routes.ts';
import type { SectionKind } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { onTheDesk } from '#test/support/on-the-desk.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const OTHERS: readonly DeskRoute['page'][] = ['left', 'to-do', 'agenda', 'votes', 'follow-up'];
const PAGES: readonly (DeskRoute['page'] | SectionKind)[] = [
  ...kindsTemplate.sections.map(({ kind }) => kind),
  ...OTHERS,
];

/** Words without what is in brackets, such as keys. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Controls whose title, which is read out as their description, has the words of their name or they its. */
function namedTwice(): readonly string[] {
  return [...document.querySelectorAll('a[title], button[title]')]
    .map((control) => ({
      name: control.getAttribute('aria-label') ?? control.textContent ?? '',
      title: control.getAttribute('title') ?? '',
    }))
    .filter(({ title }) => title !== '')
    .filter(({ name, title }) => plain(name).includes(plain(title)) || plain(title).includes(plain(name)))
    .map(({ name, title }) => `“${name}” is described as “${title}”`);
}

it.each(PAGES)('no name is said twice on the page %s', async (page) => {
  onTheDesk(page);
  expect(document.querySelector('main h2')).not.toBeNull();
  expect(namedTwice()).toEqual([]);
  for (const tab of screen.queryAllByRole('tab')) {
    await userEvent.click(tab);
    expect(namedTwice(), tab.textContent ?? '').toEqual([]);
  }
});

it('tells things of one name apart that are put to the vote', () => {
  const sections = smallTemplate.sections.map((section) =>
    section.kind === 'rule'
      ? { ...section, questions: section.questions.map((question) => ({ ...question, name: 'Ramp-up' })) }
      : section,
  );
  onTheDesk('votes', smallReview(), { ...smallTemplate, sections });
  const names = [...document.querySelectorAll('main a[href*="/vote/"]')].map((link) => link.textContent);
  expect(names).toContain('Ramp-up, 1 of 4');
  expect(names).toContain('Ramp-up, 4 of 4');
  expect(new Set(names).size).toBe(names.length);
});
