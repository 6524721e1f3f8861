import { act, fireEvent } from '@testing-library/react';
import { expect, it } from 'vitest';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { onTheDesk } from '#test/support/on-the-desk.tsx';
import { smallReview } from '#test/support/small-review.ts';

const [first, second] = sectionOf(kindsTemplate, 'risks')?.risks.map(({ id }) => id) ?? [];

/** Asks for the next open point, from where the focus is. */
async function next(): Promise<Element> {
  await act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'o', code: 'KeyO', altKey: true });
  });
  return document.activeElement ?? document.body;
}

/** What the control with the focus is part of. */
const askedBy = (control: Element) => control.closest('fieldset')?.querySelector('legend')?.textContent ?? '';

it('Alt+O inside a risk goes to what is owed there, one thing after the other, and then to the next risk', async () => {
  const applies = { applicable: true, note: 'Ours' };
  const review = [first, second].reduce((all, id) => changeAssessment(all, id ?? '', applies), smallReview());
  onTheDesk('risks', review);
  fireEvent.click(document.querySelector(`[id="risks.${first}"] button[aria-expanded]`) ?? expect.fail());
  const note = document.querySelector<HTMLElement>(`[id="risks.${first}"] textarea`);
  act(() => note?.focus());

  const asked: string[] = [];
  for (const answer of ['3', '2', 'a']) {
    const control = await next();
    expect(control.closest('li.risk-row')?.id).toBe(`risks.${first}`);
    asked.push(askedBy(control));
    fireEvent.keyDown(control, { key: answer });
  }
  expect(asked.map((text) => text.replace(/[ (:].*/, ''))).toEqual(['Likelihood', 'Impact', 'Response']);
  // What is accepted needs a reason; then the next risk has its turn.
  const reason = await next();
  expect(reason.closest('.field')?.textContent).toContain('Why it is accepted');
  expect(location.hash).not.toContain('risks.');
  fireEvent.change(reason, { target: { value: 'It costs little' } });
  await next();
  expect(location.hash).toContain(`risks.${second}`);
});
