import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { WayBack } from '#renderer/pages/sections/decision/way-back.tsx';
import { changeDecision, changeWayBack } from '#shared/kinds/decision/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const template = {
  ...smallTemplate,
  sections: smallTemplate.sections.map((section) =>
    section.kind === 'decision' ? { ...section, wayBack: true } : section,
  ),
};

const show = (review: ReviewDocument) => reviewing({ review, template }, (editor) => <WayBack editor={editor} />);

describe('the way back', () => {
  it('is not asked of staying, but what was said of it stays in sight', () => {
    const staying = changeDecision(smallReview(), { choice: 'stay' });
    const { unmount } = show(staying);
    expect(screen.queryByRole('heading', { name: 'The way back' })).toBeNull();
    unmount();
    show(changeWayBack(staying, { undo: 'yes' }));
    expect(screen.getByRole('heading', { name: 'The way back' })).toBeTruthy();
  });

  it('asks for more where the decision cannot be undone, and for a price where it has one', async () => {
    const { user, current } = show(changeDecision(smallReview(), { choice: 'adopt' }));
    await user.click(screen.getByRole('radio', { name: 'Can be undone at a price' }));
    await user.type(screen.getByRole('textbox', { name: /What going back costs/ }), 'Two weeks');
    await user.click(screen.getByRole('radio', { name: 'Cannot be undone' }));
    await user.type(screen.getByRole('textbox', { name: /What a prototype showed/ }), 'It holds');
    await user.type(screen.getByRole('textbox', { name: /Who was heard/ }), 'Operations');
    await user.click(screen.getByRole('radio', { name: 'Several teams' }));
    expect(screen.queryByRole('textbox', { name: /What going back costs/ })).toBeNull();
    expect(current().decision.wayBack).toMatchObject({
      undo: 'no',
      price: 'Two weeks',
      prototype: 'It holds',
      heard: 'Operations',
      reach: 'teams',
    });
  });
});
