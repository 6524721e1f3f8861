import { describe, expect, it } from 'vitest';
import { contentSha256 } from '#main/files/hash.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { closedAs, closingProblem, sealedSignatures, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { hasUntrackedConditions, openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { decidingOf, decidingText } from '#shared/kinds/sign-off/deciding.ts';
import {
  closeCondition,
  closeReview,
  setAdvice,
  setApprovers,
  setDeciding,
  sign,
  signLate,
} from '#shared/kinds/sign-off/edit.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import { signOffTally } from '#shared/kinds/sign-off/tally.ts';
import { buildRecord } from '#shared/record/build.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { editionText, nextRevision } from '#shared/review/revision.ts';
import type { Template } from '#shared/template/template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const AT = '2026-03-02T10:00:00Z';
const CLOSING = { at: AT, by: 'Ada', reason: '' };
const NOT_AGREED = { ...CLOSING, reason: 'Nobody could be won over.' };

function named(...names: readonly string[]): ReviewDocument {
  const approvers = names.map((name) => ({ id: name.toLowerCase(), name, role: 'Lead' }));
  return smallReview({ signOff: { approvers, signatures: [] } });
}

/** The review, signed by the person in this version. */
function signedBy(
  review: ReviewDocument,
  name: string,
  given: Partial<Signature> = {},
  add: typeof sign = sign,
): ReviewDocument {
  const input = { verdict: 'approve', comment: '', typedName: name, drawing: [], signedAt: AT, ...given } as const;
  return add(
    review,
    name.toLowerCase(),
    { id: `s-${name.toLowerCase()}-${input.verdict}`, ...input },
    contentSha256(review),
  );
}

const state = (review: ReviewDocument, template: Template = smallTemplate) =>
  signOffState(review, template, contentSha256(review));
const close = (review: ReviewDocument, closing = CLOSING, template: Template = smallTemplate) =>
  closeReview(review, template, contentSha256(review), closing);
const problem = (before: ReviewDocument, after: ReviewDocument) =>
  sealedProblem(before, after, smallTemplate, contentSha256(before));
const record = (review: ReviewDocument) =>
  buildRecord(review, smallTemplate, { contentSha256: contentSha256(review), revision: 7, savedAt: AT });
const objection = { verdict: 'object', comment: 'The cache is not measured yet.' } as const;

describe('closing a review', () => {
  it('is no signature’s business: one approver signs, nothing locks, a second one is added and signs', () => {
    const first = signedBy(named('Ada'), 'Ada');
    expect(state(first)).toBe('ready');
    expect(record(first).draft).toBe(true);
    const added = setApprovers(first, [...first.signOff.approvers, { id: 'bo', name: 'Bo', role: '' }]);
    expect(problem(first, added)).toBeNull();
    expect(state(added)).toBe('partly-signed');
    const both = signedBy(added, 'Bo');
    expect(state(both)).toBe('ready');
    expect(state(close(both))).toBe('signed');
  });

  it('fixes content, approvers, rule, advice, signatures and the closing itself', () => {
    const closed = close(signedBy(named('Ada', 'Bo'), 'Ada'), NOT_AGREED);
    expect(problem(closed, closed)).toBeNull();
    const changes: readonly ReviewDocument[] = [
      { ...closed, title: 'Another' },
      setApprovers(closed, [...closed.signOff.approvers, { id: 'cy', name: 'Cy', role: '' }]),
      setDeciding(closed, { rule: 'quorum', quorum: 1 }, AT),
      setAdvice(closed, [{ id: 'x', from: 'Cy', text: 'Wait', followed: null, why: '' }]),
      signedBy(closed, 'Bo'),
      { ...closed, closed: { ...CLOSING, verdict: 'agreed', contentSha256: contentSha256(closed) } },
      Object.fromEntries(Object.entries(closed).filter(([part]) => part !== 'closed')) as ReviewDocument,
    ];
    for (const change of changes) expect(problem(closed, change)).toContain('This review is closed');
    expect(closeReview(closed, smallTemplate, contentSha256(closed), CLOSING)).toBe(closed);
  });

  it('makes of it what the signatures say, and a closing that says otherwise closes nothing', () => {
    const one = signedBy(named('Ada'), 'Ada');
    const sha = contentSha256(one);
    expect(close(one).closed).toEqual({ ...CLOSING, verdict: 'agreed', contentSha256: sha });
    const forged = { ...one, closed: { ...CLOSING, verdict: 'dissent', contentSha256: sha } } as const;
    expect(closedAs(forged, smallTemplate, sha)).toBeNull();
    expect(closingProblem(forged, smallTemplate, sha)).toContain('does not fit');
    const other = { ...one, closed: { ...CLOSING, verdict: 'agreed', contentSha256: 'b'.repeat(64) } } as const;
    expect([state(other), closingProblem(other, smallTemplate, sha)]).toEqual(['stale', expect.any(String)]);
    const unnamed = { ...one, closed: { ...CLOSING, by: ' ', verdict: 'agreed', contentSha256: sha } } as const;
    expect(closingProblem(unnamed, smallTemplate, sha)).toBe('Say who closes the review.');
    expect(closingProblem(one, smallTemplate, sha)).toBeNull();
  });

  it('leaves a review that is not agreed open until it is closed so, with a reason', () => {
    const objected = signedBy(named('Ada'), 'Ada', objection);
    expect([state(objected), record(objected).draft]).toEqual(['objected', true]);
    expect(record(objected).conflict?.title).toBe('Not agreed');
    const sha = contentSha256(objected);
    expect(closingProblem(close(objected), smallTemplate, sha)).toBe('Say why the decision was not agreed.');
    const closed = close(objected, NOT_AGREED);
    expect(closingProblem(closed, smallTemplate, sha)).toBeNull();
    expect([state(closed), record(closed).decision.status]).toEqual(['not-agreed', 'rejected']);
    expect(record(closed)).toMatchObject({
      draft: false,
      signOffText: 'Not agreed: closed on 2 Mar 2026 by Ada. Nobody could be won over.',
      conflict: { kind: 'not-agreed', sentences: ['Ada objects: “The cache is not measured yet.”', NOT_AGREED.reason] },
    });
  });

  it('seals an abandoned review by its closing where nobody signed', () => {
    const closed = close(named('Ada'), NOT_AGREED);
    const sha = contentSha256(closed);
    expect(sealedSignatures(closed, sha)).toMatchObject([{ name: 'Ada', closes: true, contentSha256: sha }]);
    expect(sealedSignatures(named('Ada'), sha)).toEqual([]);
    const signed = close(signedBy(named('Ada', 'Bo'), 'Bo', objection), NOT_AGREED);
    expect(sealedSignatures(signed, contentSha256(signed)).map(({ name }) => name)).toEqual(['Bo']);
  });
});

describe('who decides', () => {
  const voted = () => signedBy(signedBy(signedBy(named('Ada', 'Bo', 'Cy'), 'Ada'), 'Bo'), 'Cy', objection);

  it('is everybody, whom one objection stops; a quorum, or one of them, decides against it', () => {
    expect(state(voted())).toBe('objected');
    const quorum = setDeciding(voted(), { rule: 'quorum', quorum: 2 }, AT);
    expect([state(quorum), state(close(quorum))]).toEqual(['ready', 'dissent']);
    const decider = setDeciding(voted(), { rule: 'decider', decider: 'ada' }, AT);
    expect([state(decider), state(close(decider))]).toEqual(['ready', 'dissent']);
    expect(record(close(decider))).toMatchObject({
      signOffText:
        'Decided against an objection. Decided by Ada after hearing all 3 approvers. Objection on record: Cy.',
      conflict: { title: 'Decided with dissent', sentences: ['Cy objects: “The cache is not measured yet.”'] },
      decision: { status: 'accepted' },
    });
    const objector = setDeciding(voted(), { rule: 'decider', decider: 'cy' }, AT);
    expect(state(close(objector, NOT_AGREED))).toBe('not-agreed');
  });

  it('hears all before one decides', () => {
    const two = setDeciding(signedBy(named('Ada', 'Bo'), 'Ada'), { rule: 'decider', decider: 'ada' }, AT);
    expect(signOffTally(two, smallTemplate, contentSha256(two)).unheard.map(({ name }) => name)).toEqual(['Bo']);
    expect(state(two)).toBe('partly-signed');
    expect(state(signedBy(two, 'Bo', objection))).toBe('ready');
    const nobody = setDeciding(signedBy(named('Ada'), 'Ada'), { rule: 'decider' }, AT);
    expect(state(nobody)).toBe('partly-signed');
  });

  it('is preset by the template, by role, and a change after the first signature is kept', () => {
    const sections = smallTemplate.sections.map((section) =>
      section.kind === 'sign-off' ? { ...section, decider: 'lead' } : section,
    );
    const template = { ...smallTemplate, sections };
    const review = named('Ada');
    expect(decidingText(decidingOf(review, template))).toBe('Ada decides after hearing everybody named.');
    expect(decidingOf(setDeciding(review, { rule: 'everybody' }, AT), template)).toEqual({ rule: 'everybody' });
    expect(setDeciding(review, { rule: 'everybody' }, AT).signOff.deciding).toEqual({ rule: 'everybody' });
    const late = setDeciding(signedBy(review, 'Ada'), { rule: 'everybody' }, AT);
    expect(late.signOff.deciding).toEqual({ rule: 'everybody', changedAt: AT });
    expect(JSON.stringify(record(late))).toContain('after the first signature');
  });
});

describe('a review that a version before 0.5 signed', () => {
  const old = (review: ReviewDocument, name: string, given: Partial<Signature> = {}) =>
    signedBy(review, name, given, signLate);

  it('is closed by the signature that made enough of them, and takes those still to come', () => {
    const signed = old(named('Ada'), 'Ada');
    expect(signed.signOff.closing).toBeUndefined();
    expect(state(signed)).toBe('signed');
    expect(problem(signed, { ...signed, title: 'Another' })).toContain('This review is closed');
    expect(problem(signed, sign(signed, 'ada', { ...INPUT, id: 'again' }, contentSha256(signed)))).not.toBeNull();
  });

  it('is open while it is not enough, and from then on is closed by an act', () => {
    const half = old(named('Ada', 'Bo'), 'Ada');
    expect(state(half)).toBe('partly-signed');
    expect(state(signedBy(half, 'Bo'))).toBe('ready');
    // Nothing closes because somebody who had not signed is taken off the list.
    expect(state(setApprovers(half, half.signOff.approvers.slice(0, 1)))).toBe('ready');
  });

  it('keeps its bytes: nothing new stands in it', () => {
    const signed = old(named('Ada'), 'Ada');
    expect(reviewDocumentSchema.parse(JSON.parse(JSON.stringify(signed)))).toEqual(signed);
    expect(Object.keys(signed.signOff)).toEqual(['approvers', 'signatures']);
  });
});

const INPUT = { verdict: 'approve', comment: '', typedName: 'Ada', drawing: [], signedAt: AT } as const;

describe('a signer’s own condition', () => {
  const own = [{ id: 'own', text: 'The cache is measured', owner: 'Bo', due: '2026-05-01', evidence: 'A load test' }];
  const signed = signedBy(signedBy(named('Ada', 'Bo'), 'Ada'), 'Bo', {
    verdict: 'approve-with-conditions',
    conditions: own,
  });

  it('is tracked and closed like those of the decision, and leaves earlier signatures valid', () => {
    expect(state(signed)).toBe('ready');
    const closed = close(signed);
    expect([state(closed), openConditions(closed).map(({ from }) => from)]).toEqual(['provisional', ['Bo']]);
    const met = closeCondition(closed, 'own', { at: AT, by: 'Bo', note: 'p99 is 20 ms' });
    expect([state(met), openConditions(met)]).toEqual(['signed', []]);
    for (const text of ['The cache is measured', 'A load test', 'p99 is 20 ms']) {
      expect(JSON.stringify(record(met))).toContain(text);
    }
    const [actions] = record(met).sections;
    for (const text of ['Condition of Bo', '1 May 2026', 'Closed since'])
      expect(JSON.stringify(actions)).toContain(text);
  });

  it('goes on in the next revision as one of the decision', () => {
    const closed = close(signed);
    const given = { id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', createdAt: AT };
    const next = reviewDocumentSchema.parse(nextRevision(closed, contentSha256(closed), given));
    expect(next.decision.conditions).toMatchObject([{ id: 'own', owner: 'Bo', met: false }]);
    expect(next.closed).toBeUndefined();
    expect(editionText(next)).toBe('Revision 2 of 2, supersedes “A review” of 2 Mar 2026');
    expect(trackedConditions(next)).toHaveLength(1);
  });

  it('of which nobody wrote anything down is known to be untracked', () => {
    const inWords = signedBy(named('Ada'), 'Ada', { verdict: 'approve-with-conditions', comment: 'If it is fast' });
    expect([hasUntrackedConditions(inWords), hasUntrackedConditions(signed)]).toEqual([true, false]);
  });
});

it('advice has its place beside approval, and makes no signature stale', () => {
  const signed = signedBy(named('Ada'), 'Ada');
  const advice = [{ id: 'x', from: 'Cy', text: 'Wait a year', followed: 'no', why: 'The contract ends' }] as const;
  const advised = setAdvice(signed, advice);
  expect(state(advised)).toBe('ready');
  for (const text of ['Wait a year', 'Not followed', 'The contract ends']) {
    expect(JSON.stringify(record(advised))).toContain(text);
  }
  expect(setAdvice(advised, [])).toEqual(signed);
});

it('prints the edition of the decision and never how often the file was saved', () => {
  const text = JSON.stringify(record(named('Ada')).sections);
  expect(text).toContain('Revision 1 of 1');
  expect(text).not.toMatch(/revision 7/i);
});
