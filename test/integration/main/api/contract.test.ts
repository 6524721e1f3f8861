import { randomUUID } from 'node:crypto';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { contract, type Method } from '#shared/contract/contract.ts';
import { setStatements } from '#shared/follow-up/edit.ts';
import { closeReview } from '#shared/kinds/sign-off/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import {
  listedReviews,
  logForTests,
  openedReview,
  openForTests,
  SAMPLE_ID,
  SMALL_TEMPLATE_SHA256,
} from '#test/support/open-data-folder.ts';
import { reviewToSign, signAs } from '#test/support/sign-in-app.ts';
import { smallTemplate } from '#test/support/small-review.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;
/** Makes a call and checks the form of its answer. */
type Call = (method: Method, input: unknown) => Promise<Record<string, unknown>>;

type Round = NonNullable<ReviewDocument['rounds']>[number];

const AT = '2026-03-02T10:00:00Z';

it('answers every call in the form that the contract promises', async () => {
  const open = await openForTests();
  const log = logForTests();
  const called = new Set<string>();
  const call: Call = async (method, input) => {
    called.add(method);
    const reply = await dispatch(open.handlers, log, method, input);
    if (!reply.ok) throw new Error([method, reply.error.message, ...reply.error.details].join('\n'));
    // Strict schemas: a missing or an additional key fails here.
    return contract[method].output.parse(reply.value) as Record<string, unknown>;
  };

  await call('app.info', {});
  await call('app.set', { singleKeys: false });
  await call('spelling.choose', { languages: ['de'] });
  await call('spelling.add', { word: 'Groundwork' });
  await call('spelling.show', {});
  await call('spelling.forget', { word: 'Groundwork' });
  const texts = { title: 'T', component: 'C', candidate: 'New', current: 'Old' };
  const { id } = await call('review.create', { templateSha256: SMALL_TEMPLATE_SHA256, ...texts });
  const { document } = await call('review.open', { id });
  await call('review.save', { baseRevision: 1, document });
  await call('review.save', { baseRevision: 0, document });
  await call('review.duplicate', { id });
  await call('arrival.take', {});
  await call('review.recent', {});
  await call('review.reveal', { id });
  await call('sample.open', { id: SAMPLE_ID });
  await call('review.import', { text: '{}' });
  const target = { kind: 'named', folder: open.exportFolder, fileName: 'a.json', replace: false };
  const { path } = await call('record.export', { id, revision: 2, form: 'json', target });
  await call('record.export', { id, revision: 2, form: 'json', target });
  await call('record.export', { id, revision: 1, form: 'json', target });
  await call('record.exportAdr', {
    id,
    revision: 3,
    target: { kind: 'folder', folder: open.exportFolder },
    replace: false,
  });
  await call('record.import', { pdf: '' });
  await call('record.exportStarter', { id, revision: 2, target: { kind: 'folder', folder: target.folder } });
  await call('record.verify', { pdf: '' });
  await call('certificate.read', { id, approver: 'nobody', file: '', passphrase: '' });
  await call('certificate.forget', { id, approver: 'nobody' });
  await call('seal.state', { id });
  await call('record.seal', { id, revision: 2 });
  await call('key.show', {});
  await call('key.exportCertificates', { which: 'all', target: { ...target, fileName: 'a.pem' } });
  await call('key.show', {});
  const secret = { passphrase: 'a long passphrase', target: { ...target, fileName: 'a.p12' } };
  await call('key.export', secret);
  await call('key.renew', { counts: true });
  await call('key.keep', {});
  await call('key.restore', { file: '', passphrase: '' });
  await call('key.request', { target: { ...target, fileName: 'a.csr' } });
  await call('key.adopt', { file: '' });
  await call('authority.make', { name: 'Board', ...secret });
  await call('authority.issue', { authority: '', request: '', passphrase: '', target });
  const job = randomUUID();
  await call('job.progress', { job });
  await call('job.cancel', { job });
  await call('file.reveal', { path });
  await call('file.open', { path });
  await call('record.print', { id, revision: 2 });
  await call('link.open', { url: 'nowhere' });
  await call('backup.state', {});
  await call('backup.choose', { folder: open.exportFolder });
  await call('backup.schedule', { every: 'week' });
  await call('backup.make', {});
  await call('backup.look', { file: 'none.zip' });
  await call('backup.restore', { file: 'none.zip', replace: false });
  await call('template.list', {});
  await call('template.print', {
    sha256: SMALL_TEMPLATE_SHA256,
    handout: 'blank',
    target: { ...target, fileName: 'blank.pdf' },
  });
  await call('template.get', { sha256: SMALL_TEMPLATE_SHA256 });
  const newer = JSON.stringify({ ...smallTemplate, version: '1.1.0' });
  const { sha256 } = await call('template.preview', { text: newer });
  await call('template.import', { text: newer, file: 'newer.json' });
  const place = { ...target, fileName: 'template.json' };
  await call('template.export', { sha256: SMALL_TEMPLATE_SHA256, form: 'template', target: place });
  await call('review.templateOffer', { id });
  await call('review.applyTemplate', { id, baseRevision: 2, templateSha256: sha256 });
  await call('template.list', {});
  await call('template.remove', { sha256 });
  await call('review.trash', { id });
  await call('review.restore', { id });
  await call('review.list', {});
  expect((await listedReviews(open.api)).reviews).toHaveLength(3);
  const { milestone } = await call('milestone.keep', { id, revision: 3, name: 'Then' });
  await call('milestone.keep', { id, revision: 9, name: 'Then' });
  await call('milestone.list', { id });
  const kept = { id, milestone: (milestone as { id: string }).id };
  await call('milestone.open', kept);
  await call('milestone.restore', kept);
  await call('review.supersede', { id, revision: 3 });
  await callRounds(open, call);
  await callFollowUp(open, call);
  await callVersions(open, call);
  await callSealed(open, call);
  await callTrash(open, call);
  await callCopies(open, call);
  expect([...called].toSorted()).toEqual(Object.keys(contract).toSorted());
});

/** Saves a change as the editor does; gives the revision that is on disk then. */
async function edited(open: Open, id: string, change: (review: ReviewDocument, sha256: string) => ReviewDocument) {
  const { document, revision, contentSha256 } = await openedReview(open, id);
  const answer = await open.api['review.save']({ baseRevision: revision, document: change(document, contentSha256) });
  if (answer.kind !== 'saved') throw new Error(JSON.stringify(answer));
  return answer.revision;
}

/** A round in which one voter is missing at the end, and one that is given up. */
async function callRounds(open: Open, call: Call): Promise<void> {
  const review = await reviewToSign(open, ['Ada']);
  expect(await call('round.now', { review })).toEqual({ kind: 'now', round: null });
  const asked = { review, subject: 'rule.one', question: 'One?', present: ['Ada', 'Bo'] };
  const openedRound = await call('round.open', asked);
  expect(openedRound).toMatchObject({ kind: 'round', round: { subject: 'rule.one', voted: [], isRevealed: false } });
  const vote = { review, round: (openedRound.round as { id: string }).id };
  const answers = [{ judgement: 'rule.one', answer: 'yes' }];
  const { round: voted } = await call('round.vote', { ...vote, ballot: { voter: 'Ada', answers } });
  expect(voted).toMatchObject({ present: ['Ada', 'Bo'], voted: ['Ada'] });
  expect(await call('round.now', { review })).toEqual({ kind: 'now', round: voted });
  expect(await call('round.reveal', { ...vote, because: '' })).toMatchObject({ kind: 'failed', code: 'invalid' });
  const revealed = await call('round.reveal', { ...vote, because: 'Bo had to go.' });
  expect(revealed).toMatchObject({ kind: 'revealed', round: { ballots: [{ voter: 'Ada', answers }] } });

  await edited(open, review, (document) => ({ ...document, rounds: [revealed.round as Round] }));
  const next = await call('round.open', { ...asked, subject: 'rule.two' });
  const given = { review, round: (next.round as { id: string }).id };
  expect(await call('round.discard', given)).toEqual({ kind: 'discarded' });
  expect(await call('round.discard', given)).toMatchObject({ kind: 'failed', code: 'not-found' });
  expect(await call('round.now', { review })).toEqual({ kind: 'now', round: null });
}

/** People, chances, what is due and how a review is filed. */
async function callFollowUp(open: Open, call: Call): Promise<void> {
  const id = await reviewToSign(open, ['Cleo', 'Dan']);
  // The call looks only at reviews that are read by then.
  await listedReviews(open.api);
  const { people } = await call('people.known', { except: randomUUID() });
  expect(people).toEqual(expect.arrayContaining(['Cleo', 'Dan'].map((name) => expect.objectContaining({ name }))));
  const { people: others } = await call('people.known', { except: id });
  expect(others).not.toContainEqual(expect.objectContaining({ name: 'Cleo' }));

  const statement = { id: 'p', text: 'Latency falls', on: '2026-09-01' };
  await edited(open, id, (review) => setStatements(review, [statement]));
  expect(await call('prediction.state', { id })).toEqual({ kind: 'given', by: [], chances: null });
  const given = { id, at: AT, chances: { p: 73 } };
  const first = await call('prediction.give', { ...given, by: 'approver-1' });
  expect(first).toEqual({ kind: 'given', by: ['approver-1'], chances: null });
  expect(await call('prediction.give', { ...given, by: 'approver-3' })).toMatchObject({ code: 'not-found' });
  await call('prediction.give', { ...given, by: 'approver-2', chances: { p: 40 } });
  const { chances } = await call('prediction.state', { id });
  expect(chances).toMatchObject([
    { name: 'Cleo', chances: { p: 73 } },
    { name: 'Dan', chances: { p: 40 } },
  ]);

  const due = { form: 'csv', owner: '', kind: 'Prediction' };
  expect(await call('radar.file', { form: 'json', tag: 'nowhere', withReconstructions: true })).toMatchObject({
    kind: 'failed',
  });
  expect(await call('review.search', { text: 'tripwire', most: 10 })).toMatchObject({ kind: 'found' });
  const { text: csv } = await call('due.file', due);
  expect(csv).toMatch(/^.*Due,Kind,What.*\r\n.*2026-09-01.*Prediction.*Latency falls.*A review/);
  const { text: calendar } = await call('due.file', { ...due, form: 'calendar' });
  expect(calendar).toMatch(/^BEGIN:VCALENDAR.*DTSTART;VALUE=DATE:20260901.*SUMMARY:Prediction: Latency falls/s);
  expect(await call('due.file', { ...due, owner: 'Nobody' })).toMatchObject({ kind: 'failed', code: 'invalid' });

  expect(await call('review.file', { id, tags: ['caches', ' caches '], isArchived: true })).toEqual({ kind: 'filed' });
  const listed = (await listedReviews(open.api)).reviews.find((review) => review.id === id);
  expect(listed).toMatchObject({ tags: ['caches'], isArchived: true, due: [] });
  // What lies in the archive waits for nobody.
  expect(await call('due.file', due)).toMatchObject({ kind: 'failed', code: 'invalid' });
}

/** Earlier versions of a review, and bringing a damaged one back from them. */
async function callCopies(open: Open, call: Call): Promise<void> {
  const { layout } = open;
  const id = await reviewToSign(open, ['Ada']);
  const { document, revision, savedAt } = await openedReview(open, id);
  const file = `${id} (1).json`;
  const copy = await readFile(join(layout.reviews, `${id}.json`));
  await writeFile(join(layout.reviews, file), copy);
  expect(await call('copy.list', {})).toMatchObject({ copies: [{ file, id, program: '', by: '', savedAt }] });
  const mine = { ...document, component: 'Mine' };
  const other = { kind: 'copy', file };
  const looked = await call('merge.look', { document: mine, other, choices: {} });
  expect(looked).toMatchObject({ kind: 'merge', other: { revision }, conflicts: [] });
  const onDisk = { kind: 'disk', base: document };
  expect(await call('merge.look', { document: mine, other: onDisk, choices: {} })).toMatchObject({
    conflicts: [],
    document: mine,
  });
  expect(await call('review.putBack', { document: mine, baseRevision: revision })).toMatchObject({
    kind: 'stale',
    revision,
  });
  const unknown = { kind: 'disk', base: null };
  expect(await call('merge.look', { document: mine, other: unknown, choices: {} })).toMatchObject({
    conflicts: [{ lines: [{ before: null, a: 'Mine' }] }],
    isStartKnown: false,
  });
  const kept = await call('copy.keep', { file });
  expect(kept).toMatchObject({ kind: 'imported', title: document.title });
  const review = { kind: 'review', id: kept.id };
  expect(await call('merge.look', { document: mine, other: review, choices: {} })).toMatchObject({ kind: 'merge' });
  await writeFile(join(layout.reviews, file), copy);
  expect(await call('copy.clear', { file })).toEqual({ kind: 'cleared' });
  expect(await call('copy.clear', { file })).toMatchObject({ kind: 'failed', code: 'not-found' });
  expect(await call('copy.clear', { file: `../trash/${id} (1).json` })).toMatchObject({
    kind: 'failed',
    code: 'not-found',
  });
  expect(await call('copy.list', {})).toMatchObject({ copies: [] });
}

async function callVersions(open: Open, call: Call): Promise<void> {
  const id = await reviewToSign(open, ['Ada']);
  await edited(open, id, (review) => ({ ...review, title: 'Before' }));
  // Two saves of one millisecond would be one version.
  await new Promise((resolve) => setTimeout(resolve, 2));
  await edited(open, id, (review) => ({ ...review, title: 'After' }));
  const { versions } = await call('version.list', { id });
  const version = (versions as readonly { readonly name: string }[])[0]?.name;
  const opened = await call('version.open', { id, version });
  expect(opened).toMatchObject({ kind: 'version', document: { id, title: 'Before' } });
  expect(await call('version.open', { id, version: '../x.json' })).toMatchObject({ kind: 'failed', code: 'not-found' });
  const restored = await call('version.restore', { id, version });
  expect(restored).toMatchObject({ kind: 'imported', title: expect.stringContaining('Before') });
  expect((await openedReview(open, id)).document.title).toBe('After');

  expect(await call('review.mend', { id })).toEqual({ kind: 'left' });
  await truncate(join(open.layout.reviews, `${id}.json`), 100);
  const { quarantined, ...mended } = await call('review.mend', { id });
  expect(mended).toMatchObject({ kind: 'mended', id, title: 'Before' });
  expect(await readFile(String(quarantined))).toHaveLength(100);
  expect((await openedReview(open, id)).document.title).toBe('Before');
}

/** A sealed record, checked where it lies. */
async function callSealed(open: Open, call: Call): Promise<void> {
  const id = await reviewToSign(open, ['Ada']);
  await signAs(open, id, 1);
  expect(await call('record.verifySealed', { id })).toMatchObject({ kind: 'failed', code: 'not-found' });
  const { template } = await openedReview(open, id);
  const revision = await edited(open, id, (review, sha256) =>
    closeReview(review, template, sha256, { at: AT, by: 'Ada', reason: '' }),
  );
  expect(await call('record.seal', { id, revision })).toMatchObject({ kind: 'sealed' });
  const verified = await call('record.verifySealed', { id });
  expect(verified).toMatchObject({ kind: 'verified', report: { verdict: 'intact' }, file: 'a-review.pdf' });
}

/** What was deleted: looked at, brought back, deleted for good. */
async function callTrash(open: Open, call: Call): Promise<void> {
  const id = await reviewToSign(open, ['Ada']);
  const before = await openedReview(open, id);
  const file = `${id}.json`;
  await call('review.trash', { id });
  expect(await call('trash.list', {})).toMatchObject({
    ...{ reviews: [{ file, summary: { id } }], unreadable: [], days: null, deleted: null },
  });
  expect(await call('trash.keepFor', { days: 90 })).toEqual({ kind: 'kept' });
  expect(await call('trash.list', {})).toMatchObject({ days: 90 });
  expect(await call('trash.open', { file })).toEqual(before);
  expect(await call('trash.restore', { file })).toEqual({ kind: 'restored', id });
  expect(await openedReview(open, id)).toEqual(before);
  expect(await call('trash.delete', { file })).toMatchObject({ kind: 'failed', code: 'not-found' });
  await call('review.trash', { id });
  expect(await call('trash.delete', { file })).toEqual({ kind: 'deleted' });
  expect(await call('trash.open', { file })).toMatchObject({ kind: 'failed', code: 'not-found' });
  expect(await readdir(open.layout.trash)).not.toContain(file);
}
