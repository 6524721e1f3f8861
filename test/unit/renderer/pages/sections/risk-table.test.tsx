import { readFileSync } from 'node:fs';
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ToastProvider } from '#renderer/components/toast.tsx';
import { RisksPage } from '#renderer/pages/sections/risks/risks-page.tsx';
import { openPoints } from '#shared/review/progress.ts';
import { templateSchema } from '#shared/template/schema.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview } from '#test/support/small-review.ts';

/** The first group of the whole template and one risk more: the table is the same, and quick to draw. */
const full = templateSchema.parse(JSON.parse(readFileSync('templates/rust-adoption.json', 'utf8')));
const template: Template = {
  ...full,
  sections: full.sections.map((entry) =>
    entry.kind === 'risks' ? { ...entry, risks: entry.risks.slice(0, 6) } : entry,
  ),
};
const section = sectionOf(template, 'risks');
if (!section) throw new Error('The template has risks');

function table() {
  const review = smallReview({ context: { participants: [{ id: 'a', name: 'Ada' }] } });
  const opened = reviewing({ review, template }, (editor) => (
    <ToastProvider>
      <RisksPage editor={editor} section={section as never} />
    </ToastProvider>
  ));
  const owed = () => openPoints(opened.current(), template, '').filter(({ section: kind }) => kind === 'risks');
  const assessment = (number: number) => opened.current().risks.assessments[section?.risks[number - 1]?.id ?? ''];
  return { ...opened, owed, assessment };
}

describe('the table of risks', () => {
  it('takes a whole line by keys', async () => {
    const { user, assessment } = table();
    await user.click(screen.getByRole('tab', { name: 'Table' }));
    screen.getAllByLabelText(/^Applies: /)[0]?.focus();
    await user.keyboard('y43mAda');
    await user.tab();
    await user.keyboard('22');
    expect(assessment(1)).toMatchObject({
      applicable: true,
      likelihood: 4,
      impact: 3,
      response: 'mitigate',
      residualLikelihood: 2,
      residualImpact: 2,
    });
    expect(assessment(1)?.actions).toMatchObject([
      {
        owner: 'Ada',
        text: section?.risks[0]?.mitigations[0]?.text,
        mitigation: section?.risks[0]?.mitigations[0]?.id,
      },
    ]);
    // The last rating leads on to the next risk.
    await user.keyboard('nNot in this code{Enter}?');
    expect(assessment(2)).toMatchObject({ applicable: false, reason: 'Not in this code' });
    expect(assessment(3)).toMatchObject({ applicable: null, notKnown: { who: '', by: null } });
  });

  it('moves by arrows, takes back with Delete, and rates from the first column on', async () => {
    const { user, assessment } = table();
    await user.click(screen.getByRole('tab', { name: 'Table' }));
    screen.getAllByLabelText(/^Applies: /)[0]?.focus();
    await user.keyboard('5');
    expect(assessment(1)).toMatchObject({ applicable: true, likelihood: 5 });
    expect(document.activeElement?.getAttribute('aria-label') ?? labelOf(document.activeElement)).toMatch(/^Impact: /);
    await user.keyboard('{ArrowLeft}{Delete}');
    expect(assessment(1)).toMatchObject({ applicable: true, likelihood: null });
    await user.keyboard('{ArrowDown}4');
    expect(assessment(2)).toMatchObject({ applicable: true, likelihood: 4 });
  });

  it('owes nothing once each line is through', async () => {
    const { user, owed } = table();
    await user.click(screen.getByRole('tab', { name: 'Table' }));
    screen.getAllByLabelText(/^Applies: /)[0]?.focus();
    await user.keyboard('22aIt costs little{Enter}nNobody is hired{Enter}');
    for (const name of [/None of the other 3 applies/, /It does not apply…/]) {
      await user.click(screen.getByRole('button', { name }));
      await user.keyboard('Not in this component{Enter}');
    }
    expect(owed()).toEqual([]);
  });

  it('keeps what was decided when the rest of a group does not apply', async () => {
    const { user, assessment } = table();
    await user.click(screen.getByRole('tab', { name: 'Table' }));
    screen.getAllByLabelText(/^Applies: /)[0]?.focus();
    await user.keyboard('y');
    const [rest] = screen.getAllByRole('button', { name: /None of the other 4 applies/ });
    await user.click(rest as Element);
    await user.keyboard('Other team{Enter}');
    expect(assessment(1)).toMatchObject({ applicable: true });
    expect([2, 3, 4, 5].map((number) => assessment(number)?.reason)).toEqual(Array(4).fill('Other team'));
    expect(assessment(6)).toBeUndefined();
  });
});

describe('one sentence for all that is left of the table', () => {
  it('is offered once something was judged, and keeps that', async () => {
    const { user, assessment, owed } = table();
    await user.click(screen.getByRole('tab', { name: 'Table' }));
    const rest = () => screen.queryByRole('button', { name: /^None of the other \d risks applies/ });
    expect(rest()).toBeNull();
    screen.getAllByLabelText(/^Applies: /)[0]?.focus();
    await user.keyboard('y22aIt costs little{Enter}');
    await user.click(rest() ?? expect.fail('It is not offered'));
    await user.keyboard('Not in this component{Enter}');
    expect(assessment(1)).toMatchObject({ applicable: true, responseNote: 'It costs little' });
    expect([2, 6].map((number) => assessment(number)?.reason)).toEqual(Array(2).fill('Not in this component'));
    expect(owed()).toEqual([]);
    expect(rest()).toBeNull();
  });
});

describe('a risk of the list that is opened by hand', () => {
  it('keeps its line in view when a tall one above it closes, and the focus where it is', async () => {
    const { user } = table();
    const line = (number: number) =>
      screen.getByRole('button', { name: new RegExp(`^${number} ${section?.risks[number - 1]?.name ?? ''}`) });
    await user.click(line(1));
    const shown = vi.spyOn(Element.prototype, 'scrollIntoView');
    await user.click(line(3));
    expect(line(1).getAttribute('aria-expanded')).toBe('false');
    expect(line(3).getAttribute('aria-expanded')).toBe('true');
    expect(shown.mock.contexts).toEqual([line(3)]);
    expect(shown).toHaveBeenCalledWith({ block: 'nearest' });
    expect(document.activeElement).toBe(line(3));
    shown.mockRestore();
  });
});

function labelOf(element: Element | null): string {
  return (element as HTMLSelectElement | null)?.labels?.[0]?.textContent ?? '';
}
