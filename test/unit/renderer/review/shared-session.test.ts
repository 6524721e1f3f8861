import { describe, expect, it } from 'vitest';
import { ReviewSession } from '#renderer/review/review-session.ts';
import { editAnswer } from '#shared/kinds/rule/edit.ts';
import { changedPlaces } from '#shared/review/changed-places.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { memoryHost, START } from '#test/support/memory-host.ts';
import { windowHub } from '#test/support/window-hub.ts';

/** A host with one review, and windows that have it open. */
function room() {
  const { client, editors, stored, changeElsewhere } = memoryHost();
  const hub = windowHub();
  return {
    stored,
    saves: () => editors.length,
    changeElsewhere,
    async open() {
      const windows = hub.join();
      const answer = await client['review.open']({ id: START.id });
      if (answer.kind === 'failed') throw new Error(answer.message);
      const session = new ReviewSession(answer, client, windows);
      await session.meetOthers();
      return { session, crash: windows.crash };
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const retitled = (title: string) => (review: ReviewDocument) => ({ ...review, title });
const answerOf = ({ document }: ReviewSession, question: string) => document.rule.answers[question]?.answer;

describe('two windows of one review', () => {
  it('show each other’s changes at once, and only one of them saves', async () => {
    const host = room();
    const [{ session: first }, { session: second }] = [await host.open(), await host.open()];
    first.update(retitled('First'));
    await settled();
    expect(second.document.title).toBe('First');
    second.update((review) => editAnswer(review, 'one', { answer: 'yes' }));
    expect(answerOf(second, 'one')).toBe('yes');
    await settled();
    expect(answerOf(first, 'one')).toBe('yes');
    expect(await second.flush()).toBe(true);
    expect(host.stored().document).toEqual(first.document);
    expect(second.snapshot()).toMatchObject({ save: { kind: 'saved' }, saved: { revision: host.stored().revision } });
  });

  it('who change things at the same moment never conflict, and end up with the same', async () => {
    const host = room();
    const windows = [(await host.open()).session, (await host.open()).session, (await host.open()).session] as const;
    for (let round = 0; round < 40; round++) {
      for (const [index, session] of windows.entries()) {
        const question = ['one', 'two', 'three'][(round + index) % 3] ?? 'one';
        session.update((review) => editAnswer(review, question, { rationale: `${round} of ${index}` }), question);
        if (round % 5 === index) session.update(retitled(`Round ${round}, ${index}`));
      }
      if (round % 7 === 0) await settled();
    }
    await settled();
    const [first, second, third] = windows;
    expect(second.document).toEqual(first.document);
    expect(third.document).toEqual(first.document);
    expect(await third.flush()).toBe(true);
    expect(first.snapshot().save.kind).toBe('saved');
    expect(host.stored().document).toEqual(first.document);
  });

  it('keep in each what the other did not touch, as the same objects', async () => {
    const host = room();
    const [{ session: first }, { session: second }] = [await host.open(), await host.open()];
    const { risks } = second.document;
    first.update((review) => editAnswer(review, 'one', { answer: 'yes' }));
    await settled();
    expect(second.document.risks).toBe(risks);
  });

  it('have one history: either takes back what was done last, in whichever', async () => {
    const host = room();
    const [{ session: first }, { session: second }] = [await host.open(), await host.open()];
    second.update((review) => editAnswer(review, 'one', { answer: 'yes' }));
    await settled();
    expect(second.snapshot().canUndo).toBe(true);
    await second.undo();
    expect(answerOf(first, 'one')).toBeUndefined();
    expect(answerOf(second, 'one')).toBeUndefined();
    expect(second.snapshot()).toMatchObject({ canUndo: false, canRedo: true });
    // Letters of the same field in two windows are two steps.
    first.update((review) => editAnswer(review, 'two', { rationale: 'a' }), 'two');
    second.update((review) => editAnswer(review, 'two', { rationale: 'b' }), 'two');
    await settled();
    void first.undo();
    expect(first.document.rule.answers.two?.rationale).toBe('a');
  });

  it('say in either what a step changed, as it was and as it is', async () => {
    const host = room();
    const [keeper, { session: second }] = [await host.open(), await host.open()];
    expect(await second.undo()).toBeNull();
    keeper.session.update((review) => editAnswer(review, 'one', { answer: 'yes' }));
    second.update((review) => editAnswer(review, 'two', { answer: 'no' }));
    const [mine, theirs] = [second.undo(), keeper.session.undo()];
    for (const step of [await theirs, await mine]) {
      expect(step && changedPlaces(step.before, step.after)[0]?.page).toBe('rule');
    }
    expect(
      (await mine)?.before.rule.answers.two?.answer ?? (await mine)?.before.rule.answers.one?.answer,
    ).toBeDefined();
    expect(second.document.rule.answers).toEqual({});
    const again = await second.redo();
    expect(again && changedPlaces(again.before, again.after)[0]?.page).toBe('rule');
  });

  it('do not wait for a step that the keeper did not come to go', async () => {
    const host = room();
    const [keeper, { session: second }, { session: third }] = [await host.open(), await host.open(), await host.open()];
    keeper.session.update(retitled('First'));
    await settled();
    keeper.crash();
    const steps = [second.undo(), third.undo()];
    expect(await Promise.all(steps)).toEqual([null, null]);
    expect(third.document.title).toBe('First');
  });

  it('count the time of either, wherever undo leads, and when they change places', async () => {
    const host = room();
    const [desk, { session: projector }] = [await host.open(), await host.open()];
    desk.session.update(retitled('Before the break'));
    desk.session.noteTime({ on: 'rule', seconds: 30 });
    await settled();
    // The desk is loaded anew: the window for the room keeps the review from here on, and the desk follows.
    desk.session.close();
    await settled();
    const { session: again } = await host.open();
    again.update(retitled('After it'));
    again.noteTime({ on: 'rule', seconds: 30 });
    projector.noteTime({ on: 'rule', seconds: 7 });
    await settled();
    expect(again.document.agenda?.used).toEqual({ rule: 67 });
    await again.undo();
    expect(again.document.title).not.toBe('After it');
    expect(projector.document.agenda?.used).toEqual({ rule: 67 });
    expect(again.snapshot().canUndo).toBe(false);
    expect(await again.flush()).toBe(true);
    expect(host.stored().document).toEqual(again.document);
  });
});

describe('a window that keeps the review and goes', () => {
  it('loses nothing that was typed in any, even when it saved none of it', async () => {
    const host = room();
    const [keeper, { session: second }] = [await host.open(), await host.open()];
    keeper.session.update(retitled('Typed in the first'));
    await settled();
    keeper.session.update((review) => editAnswer(review, 'one', { answer: 'no' }));
    keeper.crash();
    second.update((review) => editAnswer(review, 'two', { answer: 'yes' }));
    await settled();
    expect(await second.flush()).toBe(true);
    expect(host.stored().document).toMatchObject({
      title: 'Typed in the first',
      rule: { answers: { two: { answer: 'yes' } } },
    });
    expect(second.snapshot().save.kind).toBe('saved');
  });

  it('that saved what the others had not heard of as saved makes no conflict', async () => {
    const host = room();
    const [keeper, { session: second }] = [await host.open(), await host.open()];
    keeper.session.update(retitled('Saved by the first'));
    await keeper.session.flush();
    keeper.session.update(retitled('Then this'));
    keeper.crash();
    await settled();
    second.update((review) => editAnswer(review, 'one', { answer: 'yes' }));
    expect(await second.flush()).toBe(true);
    expect(second.snapshot().save.kind).toBe('saved');
  });

  it('leaves a change by somebody else to be seen as that', async () => {
    const host = room();
    const [keeper, { session: second }] = [await host.open(), await host.open()];
    host.changeElsewhere();
    keeper.crash();
    await settled();
    second.update(retitled('Ours'));
    await second.flush();
    expect(second.snapshot().save.kind).toBe('stale');
    expect(host.stored().document.title).toBe('Theirs');
  });

  it('hands on to one of several, and the rest follow that one', async () => {
    const host = room();
    const [keeper, { session: second }, { session: third }] = [await host.open(), await host.open(), await host.open()];
    keeper.crash();
    third.update(retitled('While nobody kept it'));
    await settled();
    await settled();
    expect(second.document.title).toBe('While nobody kept it');
    second.update((review) => editAnswer(review, 'one', { answer: 'yes' }));
    await settled();
    expect(answerOf(third, 'one')).toBe('yes');
    expect(await third.flush()).toBe(true);
    expect(host.stored().document).toEqual(third.document);
  });
});

it('a review that was replaced on the disk is loaded again by all', async () => {
  const host = room();
  const [{ session: first }, { session: second }] = [await host.open(), await host.open()];
  let told = 0;
  second.onReplaced(() => {
    told += 1;
  });
  first.close('replaced');
  await settled();
  expect(told).toBe(1);
});
