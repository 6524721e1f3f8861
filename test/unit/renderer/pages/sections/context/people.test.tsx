import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { Participants } from '#renderer/pages/sections/context/participants.tsx';
import { Sittings } from '#renderer/pages/sections/context/sittings.tsx';
import { SignOffPage } from '#renderer/pages/sections/sign-off/sign-off-page.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { sectionOf } from '#shared/template/template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const SIX = 'Ada, Architect, Payments\nGrace\nKim\nLinus\nMargaret, Lead\nBarbara, decider';
const people = (editor: ReviewEditor) => <Participants editor={editor} />;
const started = (parts: Record<string, unknown>, part = people) =>
  reviewing({ review: smallReview(parts), template: smallTemplate }, part);
const TWO = {
  context: {
    participants: [
      { id: 'a', name: 'Ada' },
      { id: 'g', name: 'Grace' },
    ],
  },
  decision: { conditions: [{ id: 'c', owner: 'Ada' }] },
};

describe('the people of a review', () => {
  it('are pasted at once, with role, team and part', async () => {
    const { user, current } = started({});
    await user.click(screen.getByLabelText(/^Names, one a line/));
    await user.paste(SIX);
    await user.click(await screen.findByRole('button', { name: 'Add these 6 people' }));
    expect(current().context.participants.map(({ name }) => name)).toEqual([
      'Ada',
      'Grace',
      'Kim',
      'Linus',
      'Margaret',
      'Barbara',
    ]);
    expect(current().context.participants[0]).toMatchObject({ role: 'Architect', team: 'Payments' });
    expect(current().context.participants[5]).toMatchObject({ part: 'decider' });
    expect(screen.queryByLabelText(/^Names, one a line/)).toBeNull();
  });

  it('of earlier reviews are offered until they are there', async () => {
    const known = [
      { name: 'Ada', role: 'Architect', team: 'Payments' },
      { name: 'Kim', role: '' },
    ];
    const { user, current } = started({}, (editor) =>
      people({ ...editor, knownPeople: async () => known } as ReviewEditor),
    );
    await user.click(await screen.findByRole('button', { name: 'Ada, Architect, Payments' }));
    expect(current().context.participants).toMatchObject([{ name: 'Ada', role: 'Architect', team: 'Payments' }]);
    expect(screen.queryByRole('button', { name: 'Ada, Architect, Payments' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Kim' })).toBeTruthy();
  });

  it('of earlier reviews are said to be more than are shown, and are found by a part of their name', async () => {
    const known = Array.from({ length: 60 }, (_, index) => ({ name: `Person ${index + 1}`, role: '' }));
    const zoë = { name: 'Zoë', role: 'Architect' };
    const { user, current } = started({}, (editor) =>
      people({ ...editor, knownPeople: async () => [...known, zoë] } as ReviewEditor),
    );
    expect(await screen.findByText(/^24 of 61 people are shown/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Zoë, Architect' })).toBeNull();
    await user.type(screen.getByLabelText('Find somebody'), 'zoe');
    await user.click(screen.getByRole('button', { name: 'Zoë, Architect' }));
    expect(current().context.participants).toMatchObject([{ name: 'Zoë', role: 'Architect' }]);
    expect(screen.getByText('Nobody of earlier reviews is called that.')).toBeTruthy();
    await user.clear(screen.getByLabelText('Find somebody'));
    expect(screen.getByText(/^24 of 60 people are shown/)).toBeTruthy();
  });

  it('are renamed everywhere when that is wanted', async () => {
    const { user, current } = started(TWO);
    const name = screen.getByLabelText('Name: participant 1');
    await user.clear(name);
    await user.type(name, 'Ada King');
    await user.tab();
    expect(current().decision.conditions[0]?.owner).toBe('Ada');
    await user.click(screen.getByRole('button', { name: 'Write Ada King there, too' }));
    expect(current().decision.conditions[0]?.owner).toBe('Ada King');
    expect(screen.queryByRole('button', { name: 'Write Ada King there, too' })).toBeNull();
  });

  it('leave after a question when something is theirs, and at once otherwise', async () => {
    const { user, current } = started(TWO);
    await user.click(screen.getByRole('button', { name: 'Remove Grace' }));
    expect(current().context.participants).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Remove Ada' }));
    const dialog = screen.getByRole('alertdialog');
    expect(dialog.textContent).toContain('Ada is named in “Decision”.');
    expect(current().context.participants).toHaveLength(1);
    await user.click(within(dialog).getByRole('button', { name: 'Remove from the people' }));
    expect(current().context.participants).toHaveLength(0);
    expect(current().decision.conditions[0]?.owner).toBe('Ada');
  });
});

describe('sittings', () => {
  it('note who was there', async () => {
    const { user, current } = started(TWO, (editor) => <Sittings editor={editor} />);
    await user.click(screen.getByRole('button', { name: 'Note who is there' }));
    await user.click(screen.getByRole('button', { name: 'Add a sitting' }));
    const grace = screen.getAllByRole('checkbox', { name: /^Grace/ })[1];
    expect(grace).toBeTruthy();
    if (grace) await user.click(grace);
    expect(current().context.sittings?.map(({ present }) => present)).toEqual([['a', 'g'], ['a']]);
    const [first] = screen.getAllByRole('button', { name: /^Remove the sitting of|^Remove sitting 1/ });
    if (first) await user.click(first);
    expect(current().context.sittings?.map(({ present }) => present)).toEqual([['a']]);
  });
});

describe('approvers', () => {
  it('come from the people whose part it is, with their role', async () => {
    const review = {
      context: { participants: [{ id: 'a', name: 'Ada', role: 'Lead', part: 'approver' }] },
    };
    const section = sectionOf(smallTemplate, 'sign-off');
    if (!section) throw new Error('The template has a sign-off');
    const seal = { view: { kind: 'unknown' }, afterSigning: () => undefined };
    const { user, current } = started(review, (editor) => (
      <HostContext value={{ client: {}, info: { paper: 'a4' } } as never}>
        <SignOffPage editor={editor} section={section} seal={seal as never} />
      </HostContext>
    ));
    // Nobody signs before there is a decision.
    expect(screen.queryByRole('button', { name: 'Sign as Ada…' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add Ada' }));
    expect(current().signOff.approvers).toMatchObject([{ name: 'Ada', role: 'Lead' }]);
    expect(screen.queryByRole('button', { name: 'Add Ada' })).toBeNull();
  });
});
