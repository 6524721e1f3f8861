import { describe, expect, it } from 'vitest';
import { contentSha256 } from '#main/files/hash.ts';
import { answeredOf, calibrationOf } from '#shared/follow-up/calibration.ts';
import { dueOf, lookAgain } from '#shared/follow-up/due.ts';
import { type DueFilter, dueChoices, dueList, EVERYTHING_DUE } from '#shared/follow-up/due-list.ts';
import {
  fileReview,
  newTripwire,
  noteFollowUp,
  revealChances,
  setPredictedBy,
  setStatements,
  setTripwires,
} from '#shared/follow-up/edit.ts';
import { followUpItems } from '#shared/follow-up/items.ts';
import type { FollowUpState } from '#shared/follow-up/schema.ts';
import { isStaying, statementSuggestions, tripwireSuggestions } from '#shared/follow-up/suggestions.ts';
import { withFollowUp } from '#shared/follow-up/with-follow-up.ts';
import { closeCondition, closeReview, sign } from '#shared/kinds/sign-off/edit.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { buildRecord } from '#shared/record/build.ts';
import { namedWork } from '#shared/record/work-item.ts';
import { workItems } from '#shared/record/work-items.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { nextRevision } from '#shared/review/revision.ts';
import { summarize } from '#shared/review/summary.ts';
import { PREMORTEM } from '#shared/rounds/rounds.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const AT = '2026-03-02T10:00:00Z';
const NO_ANSWER = { answer: null, rationale: '', evidence: [], dissent: [] };
const INPUT = { id: 's', verdict: 'approve', comment: '', typedName: 'Ada', drawing: [], signedAt: AT } as const;

const open = smallReview({
  decision: { choice: 'adopt', stage: 'tooling', reviewOn: '2027-03-01' },
  path: { stages: { tooling: { state: 'planned', owner: 'Bo', targetDate: '2026-06-01' } } },
  risks: {
    assessments: {
      ramp: { applicable: true, actions: [{ id: 'pair', text: 'Pair up', owner: 'Bo', due: '2026-05-01' }] },
    },
  },
  signOff: { approvers: [{ id: 'ada', name: 'Ada', role: '' }], signatures: [] },
});

/** The review with a prediction and a tripwire, signed and closed. */
function closed(): ReviewDocument {
  const predicted = revealChances(setStatements(open, [{ id: 'p', text: 'Latency falls', on: '2026-09-01' }]), [
    { by: 'ada', name: 'Ada', at: AT, chances: { p: 70 } },
  ]);
  const watched = setTripwires(predicted, [
    { ...newTripwire('t'), sign: 'Two people leave', owner: 'Cy', due: '2026-07-01' },
  ]);
  const signed = sign(watched, 'ada', INPUT, contentSha256(watched));
  return closeReview(signed, smallTemplate, contentSha256(signed), { at: AT, by: 'Ada', reason: '' });
}

function noted(review: ReviewDocument, on: string, state: FollowUpState, rest: Record<string, unknown> = {}) {
  const id = `e-${review.followUp?.length ?? 0}`;
  return noteFollowUp(review, { id, on, at: '2026-08-01T00:00:00Z', by: 'Dee', state, note: '', ...rest });
}

const sha = (review: ReviewDocument) => contentSha256(review);
const due = (review: ReviewDocument) => dueOf(review, smallTemplate, sha(review)).map(({ key, on }) => `${on} ${key}`);

describe('what is noted after the closing', () => {
  it('stands beside what was signed: signatures stay valid, and nothing that was noted goes away', () => {
    const before = closed();
    const after = noted(before, 'action/ramp/pair', 'done', { note: 'Seen in the calendar' });
    expect(sha(after)).toBe(sha(before));
    expect(approverStandings(after, sha(after))[0]?.kind).toBe('signed');
    const problem = (next: ReviewDocument) => sealedProblem(after, next, smallTemplate, sha(after));
    expect(problem(noted(after, 'stage/tooling', 'done'))).toBeNull();
    const { followUp: _, ...gone } = after;
    expect(problem(gone)).not.toBeNull();
    expect(
      problem({ ...after, followUp: [...(after.followUp ?? [])].map((entry) => ({ ...entry, by: 'Eve' })) }),
    ).not.toBeNull();
    expect(problem(setTripwires(after, []))).not.toBeNull();
    expect(problem(setTripwires(after, [...(after.tripwires ?? []), newTripwire('u')]))).toBeNull();
    expect(problem(setStatements(after, []))).not.toBeNull();
    expect(problem(fileReview(after, ['cache'], AT))).toBeNull();
    expect(reviewDocumentSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
  });

  it('says nothing unless somebody says something', () => {
    const review = closed();
    expect(noteFollowUp(review, { id: 'e', on: 'review', at: AT, by: ' ', state: 'done', note: '' })).toBe(review);
    expect(noteFollowUp(review, { id: 'e', on: 'review', at: AT, by: 'Ada', note: '' })).toBe(review);
  });

  it('is told by the lists of what is to be done, and the signed content stays as it was', () => {
    const after = noted(noted(closed(), 'action/ramp/pair', 'done'), 'stage/tooling', 'in-progress', {
      owner: 'Cy',
      due: '2026-10-01',
    });
    const items = workItems(after, smallTemplate);
    expect(items.find(({ key }) => key === 'action/ramp/pair')?.status).toBe('Done');
    expect(items.find(({ key }) => key === 'stage/tooling')).toMatchObject({
      status: 'In progress',
      owner: 'Cy',
      due: '2026-10-01',
    });
    expect(after.risks.assessments.ramp?.actions[0]?.status).toBe('open');
    expect(withFollowUp(after).risks.assessments.ramp?.actions[0]?.status).toBe('done');
    const record = buildRecord(after, smallTemplate, { contentSha256: sha(after), revision: 1, savedAt: AT });
    const page = record.sections.find(({ kind }) => kind === 'follow-up');
    for (const text of ['Pair up', 'Done', 'Dee', 'In progress']) expect(JSON.stringify(page)).toContain(text);
    const first = buildRecord(closed(), smallTemplate, { contentSha256: sha(after), revision: 1, savedAt: AT });
    expect(first.sections.some(({ kind }) => kind === 'follow-up')).toBe(false);
  });

  it('goes into the next revision: what was done is done, and signs that did not fire are still watched', () => {
    const given = { id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', createdAt: AT };
    const after = noted(closed(), 'action/ramp/pair', 'done');
    const next = reviewDocumentSchema.parse(nextRevision(after, sha(after), given));
    expect(next.risks.assessments.ramp?.actions[0]?.status).toBe('done');
    expect([next.followUp, next.predictions, next.tripwires?.length]).toEqual([undefined, undefined, 1]);
    const fired = noted(after, 'tripwire/t', 'fired');
    expect(nextRevision(fired, sha(fired), given).tripwires).toBeUndefined();
  });
});

describe('what is due', () => {
  it('is everything with a date that is not settled, the earliest first', () => {
    expect(due(closed())).toEqual([
      '2026-05-01 action/ramp/pair',
      '2026-06-01 stage/tooling',
      '2026-07-01 tripwire/t',
      '2026-09-01 prediction/p',
      '2027-03-01 review',
    ]);
    const after = noted(noted(closed(), 'action/ramp/pair', 'done'), 'prediction/p', 'happened');
    expect(due(after)).toEqual(['2026-06-01 stage/tooling', '2026-07-01 tripwire/t', '2027-03-01 review']);
    expect(due(noted(closed(), 'tripwire/t', 'quiet', { due: '2026-12-01' }))).toContain('2026-12-01 tripwire/t');
  });

  it('is a signer’s own condition as well, until somebody says that it holds', () => {
    const own = { id: 'own', text: 'The cache is measured', owner: 'Ada', due: '2026-04-01', evidence: '' };
    const given = { ...INPUT, verdict: 'approve-with-conditions', conditions: [own] } as const;
    const signed = sign(open, 'ada', given, sha(open));
    const review = closeReview(signed, smallTemplate, sha(signed), { at: AT, by: 'Ada', reason: '' });
    expect(dueOf(review, smallTemplate, sha(review))[0]).toEqual({
      key: 'condition/own',
      kind: 'Condition',
      title: 'The cache is measured',
      owner: 'Ada',
      on: '2026-04-01',
    });
    expect(due(closeCondition(review, 'own', { at: AT, by: 'Ada', note: '20 ms' }))).not.toContain(
      '2026-04-01 condition/own',
    );
  });

  it('is listed across all reviews, the earliest first, narrowed to an owner or a kind', () => {
    const listed = (review: ReviewDocument, title: string) =>
      summarize({ ...review, title }, smallTemplate, { revision: 1, savedAt: AT, contentSha256: sha(review) });
    const late = noted(closed(), 'action/ramp/pair', 'open', { owner: 'Eve', due: '2026-05-15' });
    const reviews = [listed(late, 'Late'), listed(closed(), 'Early')];
    const found = (filter: DueFilter) => dueList(reviews, filter).map(({ on, review }) => `${on} ${review.title}`);
    expect(found(EVERYTHING_DUE).slice(0, 3)).toEqual(['2026-05-01 Early', '2026-05-15 Late', '2026-06-01 Late']);
    expect(found({ owner: 'Eve', kind: '' })).toEqual(['2026-05-15 Late']);
    expect(found({ owner: '', kind: 'Tripwire' })).toEqual(['2026-07-01 Late', '2026-07-01 Early']);
    expect(dueChoices(reviews).owners).toEqual(['Bo', 'Cy', 'Eve']);
    expect(dueChoices(reviews).kinds).toEqual(['Action', 'Prediction', 'Review', 'Stage', 'Tripwire']);
  });

  it('is nothing of what another team had to do before its reconstruction was written', () => {
    const review = { ...closed(), reconstruction: 'From public sources', createdAt: '2026-06-15T10:00:00Z' };
    expect(due(review)).toEqual(['2026-07-01 tripwire/t', '2026-09-01 prediction/p', '2027-03-01 review']);
    expect(due({ ...review, reconstruction: '' })).toHaveLength(5);
  });

  it('is called by its kind only where its own words do not say it', () => {
    expect(namedWork('Learning', 'Learn: ownership')).toBe('Learn: ownership');
    expect(namedWork('Not known', 'Find out: the baseline')).toBe('Find out: the baseline');
    expect(namedWork('Action', 'Pair up')).toBe('Action: Pair up');
  });

  it('is nothing of what was set aside, put away or not agreed', () => {
    const review = closed();
    expect(due({ ...review, deprecated: { at: AT, by: 'Ada', reason: 'Over' } })).toEqual([]);
    expect(due(fileReview(review, [], AT))).toEqual([]);
    const given = closeReview(open, smallTemplate, sha(open), { at: AT, by: 'Ada', reason: 'Over' });
    expect(due(given)).toEqual([]);
  });

  it('knows why a decision is to be looked at again, until somebody has', () => {
    const fired = noted(closed(), 'tripwire/t', 'fired');
    const why = (review: ReviewDocument) => lookAgain(review, smallTemplate, sha(review));
    expect([why(closed()), why(fired)]).toEqual([null, 'Tripwire fired: Two people leave']);
    const record = buildRecord(fired, smallTemplate, { contentSha256: sha(fired), revision: 1, savedAt: AT });
    expect(JSON.stringify(record.sections)).toContain('To be looked at again');
    expect(record.signOffText).toContain('To be looked at again: a tripwire has fired.');
    const short = buildRecord(fired, smallTemplate, { contentSha256: sha(fired), revision: 1, savedAt: AT }, 'short');
    expect(JSON.stringify(short.sections)).toContain('Tripwire fired: Two people leave');
    const looked = noteFollowUp(fired, {
      id: 'l',
      on: 'review',
      at: '2026-08-02T00:00:00Z',
      by: 'Ada',
      state: 'done',
      note: 'It still holds',
    });
    expect(why(looked)).toBeNull();
    const after = buildRecord(looked, smallTemplate, { contentSha256: sha(looked), revision: 1, savedAt: AT });
    expect(after.signOffText).not.toContain('To be looked at again');
    const listed = summarize(fired, smallTemplate, { revision: 1, savedAt: AT, contentSha256: sha(fired) });
    expect(listed).toMatchObject({ lookAgain: 'Tripwire fired: Two people leave', isArchived: false, tags: [] });
  });
});

describe('predictions', () => {
  it('lose their chances when the statements or the givers are other ones', () => {
    const review = revealChances(setStatements(open, [{ id: 'p', text: 'A', on: '2026-09-01' }]), [
      { by: 'ada', name: 'Ada', at: AT, chances: { p: 70 } },
    ]);
    expect(setStatements(review, []).predictions).toBeUndefined();
    expect(setPredictedBy(review, 'team').predictions).toMatchObject({ by: 'team', given: [] });
    expect(setStatements(review, [{ id: 'p', text: 'B', on: null }]).predictions?.given).toEqual([]);
  });

  it('are offered from measures and stages, tripwires from conditions and risks', () => {
    expect(statementSuggestions(open, smallTemplate).map(({ text, on }) => `${on} ${text}`)).toEqual([
      '2026-06-01 The stage “Tooling” is done',
    ]);
    expect(tripwireSuggestions(open, smallTemplate).map(({ sign }) => sign)).toContain('Has come true: Ramp-up');
  });

  it('a premortem offers its reasons as tripwires, each once, and not those that stand', () => {
    const ballot = (voter: string, reason: string) => ({ voter, answers: [], reason, moved: '', confidence: null });
    const rounds = [
      {
        ...{ id: 'r', subject: PREMORTEM, question: '', way: 'keyboard' as const, present: [], counts: [] },
        ...{ openedAt: AT, revealedAt: AT, closedBecause: '' },
        ballots: [ballot('Ada', '- Nobody on call\n- Builds take an hour'), ballot('Bo', 'Nobody on call')],
      },
    ];
    const signs = (review: ReviewDocument) => tripwireSuggestions(review, smallTemplate).map(({ sign }) => sign);
    expect(signs({ ...open, rounds })).toEqual([
      ...['Has come true: Nobody on call', 'Has come true: Builds take an hour', 'Has come true: Ramp-up'],
    ]);
    const taken = setTripwires({ ...open, rounds }, [{ ...newTripwire('t'), sign: 'Has come true: Nobody on call' }]);
    expect(signs(taken)).not.toContain('Has come true: Nobody on call');
    // A vote on something else holds reasons, too, and none of them is a fear.
    expect(signs({ ...open, rounds: rounds.map((round) => ({ ...round, subject: 'rule.one' })) })).toHaveLength(1);
  });

  it('a decision to stay is offered what would take its ground away, first of all', () => {
    const stays = { ...open, decision: { ...open.decision, choice: 'stay' } };
    const answered = { ...stays, rule: { ...stays.rule, answers: { one: { ...NO_ANSWER, answer: 'yes' as const } } } };
    expect(isStaying(answered, smallTemplate)).toBe(true);
    expect(isStaying(open, smallTemplate)).toBe(false);
    expect(tripwireSuggestions(answered, smallTemplate).map(({ sign }) => sign)).toEqual([
      ...['Would be answered with yes now: Two', 'Would be answered with yes now: Three', 'Has come true: Ramp-up'],
    ]);
  });

  it('count once they are answered; what cannot be told says nothing', () => {
    const answered = (state: FollowUpState) =>
      answeredOf(noted(closed(), 'prediction/p', state), smallTemplate, sha(closed()));
    expect(answered('happened')).toEqual([{ chance: 70, happened: true }]);
    expect(answered('did-not-happen')).toEqual([{ chance: 70, happened: false }]);
    expect(answered('cannot-tell')).toEqual([]);
    expect(answeredOf(open, smallTemplate, sha(open))).toEqual([]);
  });
});

describe('calibration', () => {
  const answered = (n: number) => Array.from({ length: n }, (_, index) => ({ chance: 70, happened: index % 10 < 7 }));

  it('is silent below ten', () => {
    expect(calibrationOf(answered(9))).toBeNull();
    expect(calibrationOf(answered(10))?.n).toBe(10);
  });

  it('compares chances with what came, and gives the Brier score', () => {
    const result = calibrationOf([...answered(10), { chance: 0, happened: false }, { chance: 100, happened: true }]);
    expect(result?.bands).toEqual([
      { from: 0, to: 20, n: 1, given: 0, came: 0 },
      { from: 61, to: 80, n: 10, given: 70, came: 70 },
      { from: 81, to: 100, n: 1, given: 100, came: 100 },
    ]);
    expect(result?.brier).toBeCloseTo((7 * 0.09 + 3 * 0.49) / 12);
  });
});

it('asks nothing of a path that nobody goes, and always lets somebody look again where a sign is watched', () => {
  const stay = { ...open, decision: { ...open.decision, choice: 'stay', reviewOn: null } };
  const kinds = (review: ReviewDocument) => followUpItems(review, smallTemplate).map(({ kind }) => kind);
  expect(kinds(open)).toContain('Stage');
  expect(kinds(stay)).not.toContain('Stage');
  expect(kinds(noted(stay, 'stage/tooling', 'done'))).toContain('Stage');
  expect(kinds(stay)).not.toContain('Review');
  expect(kinds(setTripwires(stay, [newTripwire('t')]))).toContain('Review');
});

it('files by words and puts away, and an unfiled review holds nothing of it', () => {
  const filed = fileReview(open, [' cache ', 'cache', ''], null);
  expect(filed.filing).toEqual({ tags: ['cache'] });
  expect(fileReview(filed, [], null)).toEqual(open);
  expect(followUpItems(open, smallTemplate).every(({ changes }) => changes.length === 0)).toBe(true);
});
