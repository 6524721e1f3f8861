import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdText, settleText } from '#renderer/base/pending-text.ts';
import { nextOpenPoint } from '#renderer/pages/review/next-open-point.ts';
import { ReviewSession } from '#renderer/review/review-session.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { markedReview } from '#test/support/marked-review.ts';
import { type Pick, randomEdit, randomly } from '#test/support/random-edits.ts';
import { takingHost } from '#test/support/taking-host.ts';
import { WHAT_FOLLOWS } from '#test/support/what-follows.ts';

/** How many edits are made; all 10,000 of them with `npm run test:edits`. */
const EDITS = Number(process.env.GROUNDWORK_EDITS ?? 100);
/** Where they begin; another number gives other edits. */
const SEED = Number(process.env.GROUNDWORK_SEED ?? 1);

/** An empty review and filled ones, between which pieces are exchanged. */
const SOURCES = [0, 1, 2, 3, 4].map((variant) => unsigned(markedReview(kindsTemplate, variant).review));
const START = unsigned(
  reviewDocumentSchema.parse({
    id: SOURCES[0]?.id,
    createdAt: SOURCES[0]?.createdAt,
    template: SOURCES[0]?.template,
    title: 'A review',
  }),
);

function unsigned(review: ReviewDocument): ReviewDocument {
  return { ...review, signOff: { ...review.signOff, signatures: [] } };
}

function opened(): ReviewSession {
  const stored = { revision: 1, savedAt: '2026-01-05T00:00:00Z', contentSha256: '0'.repeat(64) };
  return new ReviewSession({ kind: 'opened', document: START, template: kindsTemplate, ...stored }, takingHost());
}

/** What undo and redo lead to, as two plain stacks. */
class Steps {
  past: ReviewDocument[] = [];
  future: ReviewDocument[] = [];
  present = START;

  to(document: ReviewDocument): void {
    if (document === this.present) return;
    this.past = [...this.past, this.present].slice(-300);
    this.future = [];
    this.present = document;
  }

  step(from: ReviewDocument[], to: ReviewDocument[]): void {
    const document = from.pop();
    if (!document) return;
    to.push(this.present);
    this.present = document;
  }
}

/** One thing a person does: an edit, one that is typed and handed over later, undo or redo. */
function act(session: ReviewSession, steps: Steps, pick: Pick): void {
  const way = pick(10);
  if (way === 0) {
    session.undo();
    steps.step(steps.past, steps.future);
  } else if (way === 1) {
    session.redo();
    steps.step(steps.future, steps.past);
  } else {
    const edited = validEdit(steps.present, pick);
    if (way === 2) {
      holdText(() => session.update(() => edited));
      if (edited !== steps.present) expect(session.isSaved).toBe(false);
      settleText();
    } else session.update(() => edited);
    steps.to(edited);
  }
}

/** The next edit by chance that a review can hold. */
function validEdit(document: ReviewDocument, pick: Pick): ReviewDocument {
  for (;;) {
    const other = [START, ...SOURCES][pick(SOURCES.length + 1)] ?? START;
    const edited = randomEdit(document, other, pick);
    if (reviewDocumentSchema.safeParse(edited).success) return edited;
  }
}

type WhatFollows = typeof WHAT_FOLLOWS;

/** What the open review says, and what other copies of the same functions say of a copy of the whole. */
function bothOf(session: ReviewSession, whole: WhatFollows, pick: Pick) {
  const document = structuredClone(session.document);
  const anew = whole.reviewProgress(document, kindsTemplate, session.snapshot().latestSha256);
  const kind = kindsTemplate.sections[pick(kindsTemplate.sections.length)]?.kind ?? null;
  const points = anew.flatMap(({ openPoints }) => openPoints);
  const target = points[pick(points.length + 1)]?.target ?? null;
  return {
    shown: {
      progress: session.progress(),
      next: nextOpenPoint(session.progress(), kind, target),
      ...Object.fromEntries(
        Object.entries(WHAT_FOLLOWS.pieces).map(([name, compute]) => [name, session.derive(compute)]),
      ),
    },
    anew: {
      progress: anew,
      next: nextOpenPoint(anew, kind, target),
      ...Object.fromEntries(
        Object.entries(whole.pieces).map(([name, compute]) => [name, compute(document, kindsTemplate)]),
      ),
    },
  };
}

// Texts are handed over by hand here, and never after a paint.
beforeEach(() => void vi.stubGlobal('requestAnimationFrame', () => 0));
afterEach(() => void vi.unstubAllGlobals());

describe('after each of many edits by chance', () => {
  it(`undo, Alt+O and all that follows are what the whole review gives (${EDITS} edits, seed ${SEED})`, async () => {
    // Functions that keep what they found last must not answer for both sides.
    vi.resetModules();
    const { WHAT_FOLLOWS: whole } = await import('#test/support/what-follows.ts');
    const pick = randomly(SEED);
    const session = opened();
    const steps = new Steps();
    for (let edit = 1; edit <= EDITS; edit++) {
      act(session, steps, pick);
      expect(session.document, `the document after edit ${edit}`).toBe(steps.present);
      const { shown, anew } = bothOf(session, whole, pick);
      expect(shown, `after edit ${edit}`).toStrictEqual(anew);
    }
    expect(steps.past.length).toBeGreaterThan(0);
  });
});
