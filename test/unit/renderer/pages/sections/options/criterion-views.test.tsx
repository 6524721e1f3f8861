import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CriterionViews } from '#renderer/pages/sections/options/criterion-views.tsx';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview } from '#test/support/small-review.ts';

const ADA = { id: 'v', name: 'Ada', answers: [{ judgement: 'options.speed.new', answer: '2' }] };

function show(options: Record<string, unknown> = {}) {
  const review = reviewDocumentSchema.parse({ ...smallReview(), options });
  return reviewing({ review, template: kindsTemplate }, (editor) => <CriterionViews editor={editor} />);
}

describe('who scores differently', () => {
  it('is added for a criterion, ready to be named and to be scored for each candidate', async () => {
    const { user, current } = show();
    await user.selectOptions(screen.getByLabelText('Criterion'), 'Hiring');
    await user.click(screen.getByRole('button', { name: 'Add a differing view on it' }));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /^Who/ }));
    await user.keyboard('Ada');
    const score = screen.getAllByLabelText(/^Their score for /);
    expect(score).toHaveLength(2);
    await user.selectOptions(score[1] ?? expect.fail(), '4');
    expect(current().options?.dissent?.hiring).toMatchObject([
      { name: 'Ada', answers: [{ judgement: 'options.hiring.today', answer: '4' }] },
    ]);
    expect(within(screen.getByLabelText('Criterion')).queryByRole('option', { name: 'Hiring' })).toBeNull();
  });

  it('can be taken away to the last one, with the focus still on the page', async () => {
    const { user, current } = show({ dissent: { speed: [ADA] } });
    await user.click(screen.getByRole('button', { name: /^(Remove|Delete).*Ada/ }));
    expect(current().options).toBeUndefined();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('asks what becomes of a view once the score is the one it wanted', async () => {
    const { user, current } = show({
      cells: { speed: { new: { score: 2 } } },
      dissent: { speed: [ADA] },
    });
    await user.click(screen.getByRole('button', { name: 'Keep it as history' }));
    expect(current().options?.dissent?.speed?.[0]).toMatchObject({ isHistory: true });
  });
});
