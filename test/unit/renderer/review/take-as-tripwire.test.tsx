import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RiskForm } from '#renderer/pages/sections/risks/risk-form.tsx';
import { Tripwires } from '#renderer/pages/sections/sign-off/tripwires.tsx';
import { PremortemResults } from '#renderer/pages/stage/premortem-results.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { takeSign } from '#shared/follow-up/edit.ts';
import { MOST_TRIPWIRES } from '#shared/follow-up/schema.ts';
import { cameTrue } from '#shared/follow-up/suggestions.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { PREMORTEM } from '#shared/rounds/rounds.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview } from '#test/support/small-review.ts';

const ROUND = {
  ...{ id: 'r', subject: PREMORTEM, question: '', way: 'keyboard' as const, present: [], counts: [] },
  ...{ openedAt: '2026-01-05T00:00:00Z', revealedAt: '2026-01-05T00:00:00Z', closedBecause: '' },
  ballots: [
    { voter: 'Ada', answers: [], reason: 'Nobody on call\nBuilds take an hour', moved: '', confidence: null },
    { voter: 'Bo', answers: [], reason: 'Nobody on call', moved: '', confidence: null },
  ],
};

function Risk({ editor }: { readonly editor: ReviewEditor }) {
  const risk = useDerived(editor, risksOf).find(({ id }) => id === 'ramp');
  const section = sectionOf(editor.template, 'risks');
  const actions = { toggle() {}, setApplies() {}, step() {}, remove() {}, open() {} };
  if (!risk || !section) throw new Error('The template has the risk');
  return <RiskForm {...{ editor, section, risk, actions }} isFirst isLast />;
}

const applies = { risks: { assessments: { ramp: { applicable: true } } } };
const signs = (document: ReturnType<typeof smallReview>) => document.tripwires?.map(({ sign }) => sign) ?? [];

describe('a tripwire is taken by one press', () => {
  it('from a cause of the premortem, also where two people wrote it, and can be taken back', async () => {
    const review = smallReview({ rounds: [ROUND] });
    const { user, current, session } = reviewing({ review, template: kindsTemplate }, (editor) => (
      <PremortemResults editor={editor} rounds={[ROUND]} isReadOnly={false} />
    ));
    await user.click(screen.getByRole('button', { name: 'Take as a tripwire: Nobody on call · Ada' }));
    expect(signs(current())).toEqual(['Has come true: Nobody on call']);
    const links = screen.getAllByRole('link', { name: /^It is a tripwire: Nobody on call · (Ada|Bo)$/ });
    expect(links).toHaveLength(2);
    expect(document.activeElement).toBe(links[0]);
    expect(screen.getAllByRole('button', { name: /^Take as a tripwire/ })).toHaveLength(1);
    session.undo();
    expect(signs(current())).toEqual([]);
  });

  it('from a risk that applies', async () => {
    const { user, current } = reviewing({ review: smallReview(applies), template: kindsTemplate }, (editor) => (
      <Risk editor={editor} />
    ));
    await user.click(screen.getByRole('button', { name: 'Take as a tripwire: Ramp-up' }));
    expect(signs(current())).toEqual(['Has come true: Ramp-up']);
    expect(screen.getByRole('link', { name: 'It is a tripwire: Ramp-up' }).getAttribute('href')).toContain('tripwires');
  });

  it('from what the sign-off offers, which undo takes back with what was done before', async () => {
    const { user, current, session } = reviewing(
      { review: smallReview(applies), template: kindsTemplate },
      (editor) => <Tripwires editor={editor} />,
    );
    session.update((review) => ({ ...review, component: 'Before' }));
    await user.click(screen.getByRole('button', { name: 'Take as a tripwire: Has come true: Ramp-up' }));
    expect(signs(current())).toEqual(['Has come true: Ramp-up']);
    session.undo();
    session.undo();
    expect([signs(current()), current().component]).toEqual([[], smallReview(applies).component]);
  });

  it('not where nobody may change anything, where there is no page for it, or where nothing is written', () => {
    const review = smallReview(applies);
    reviewing({ review: { ...review, rounds: [ROUND] }, template: kindsTemplate }, (editor) => (
      <PremortemResults editor={editor} rounds={[ROUND]} isReadOnly />
    ));
    const sections = kindsTemplate.sections.filter(({ kind }) => kind !== 'sign-off');
    reviewing({ review, template: { ...kindsTemplate, sections } }, (editor) => <Risk editor={editor} />);
    const unnamed = { id: 'ramp', name: ' ', description: '' };
    const own = smallReview({ risks: { own: [unnamed], assessments: applies.risks.assessments } });
    const others = kindsTemplate.sections.map((section) =>
      section.kind === 'risks' ? { ...section, risks: section.risks.filter(({ id }) => id !== 'ramp') } : section,
    );
    reviewing({ review: own, template: { ...kindsTemplate, sections: others } }, (editor) => <Risk editor={editor} />);
    expect(screen.queryByRole('button', { name: /^Take as a tripwire/ })).toBeNull();
  });

  it('not more than a review can hold', () => {
    const tripwires = Array.from({ length: MOST_TRIPWIRES }, (_, index) => ({
      id: `t-${index}`,
      sign: `Sign ${index}`,
    }));
    const review = smallReview({ ...applies, tripwires });
    reviewing({ review, template: kindsTemplate }, (editor) => <Risk editor={editor} />);
    const button = screen.getByRole('button', { name: 'Take as a tripwire: Ramp-up' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(takeSign(review, 'new', cameTrue('Ramp-up'))).toBe(review);
  });
});
