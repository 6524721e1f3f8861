import { fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { voteHref } from '#renderer/base/routes.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { otherVotes } from '#shared/rounds/rounds.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { filledReview, onTheDesk } from '#test/support/on-the-desk.tsx';

/** What can be put to the vote, of one section or of all. */
function votable(section?: string) {
  return stageThings(filledReview(), kindsTemplate).filter(
    (thing) => thing.judgements.length > 0 && (section === undefined || thing.section === section),
  );
}

const linksTo = (href: string) =>
  [...document.querySelectorAll('main a')].filter((a) => a.getAttribute('href') === href);

describe('whatever can be put to the vote', () => {
  it.each(['screening', 'rule', 'options', 'decision'] as const)('is so by a button where it stands: %s', (section) => {
    const { id } = onTheDesk(section);
    for (const button of document.querySelectorAll('button')) {
      if (/^Show the .* not count/.test(button.textContent ?? '')) fireEvent.click(button);
    }
    const things = votable(section);
    expect(things.length).toBeGreaterThan(0);
    for (const thing of things) {
      const [link, ...others] = linksTo(voteHref(id, thing.id));
      expect(link?.getAttribute('aria-label'), thing.id).toContain('Put to the vote');
      expect(others).toEqual([]);
    }
  });

  it('is so in the form of a risk', () => {
    const [risk] = votable('risks');
    const review = changeAssessment(filledReview(), risk?.item ?? '', { applicable: true, notKnown: undefined });
    const { id } = onTheDesk('risks', review);
    fireEvent.click(document.querySelector(`[id="${risk?.id}"] button[aria-expanded]`) ?? expect.fail());
    expect(linksTo(voteHref(id, risk?.id ?? ''))).toHaveLength(1);
  });

  it('is listed under Votes, each once, by section', () => {
    const { rounds: _, ...review } = filledReview();
    const { id } = onTheDesk('votes', review);
    for (const thing of votable()) expect(linksTo(voteHref(id, thing.id)), thing.id).toHaveLength(1);
    const groups = otherVotes(review, kindsTemplate).map(({ title, things }) => `${title} (${things.length})`);
    expect([...document.querySelectorAll('main summary')].map((summary) => summary.textContent)).toEqual(groups);
    expect(groups.length).toBeGreaterThan(2);
  });
});
