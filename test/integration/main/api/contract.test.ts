import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { contract, type Method } from '#shared/contract/contract.ts';
import { logForTests, openForTests, SAMPLE_ID, SMALL_TEMPLATE_SHA256 } from '#test/support/open-data-folder.ts';
import { smallTemplate } from '#test/support/small-review.ts';

it('answers every call in the form that the contract promises', async () => {
  const open = await openForTests();
  const log = logForTests();
  const called = new Set<string>();
  const call = async <M extends Method>(method: M, input: unknown): Promise<Record<string, unknown>> => {
    called.add(method);
    const reply = await dispatch(open.handlers, log, method, input);
    if (!reply.ok) throw new Error([method, reply.error.message, ...reply.error.details].join('\n'));
    // Strict schemas: a missing or an additional key fails here.
    return contract[method].output.parse(reply.value) as Record<string, unknown>;
  };

  await call('app.info', {});
  await call('app.set', { singleKeys: false });
  const texts = { title: 'T', component: 'C', candidate: 'New', current: 'Old' };
  const { id } = await call('review.create', { templateSha256: SMALL_TEMPLATE_SHA256, ...texts });
  const { document } = await call('review.open', { id });
  await call('review.save', { baseRevision: 1, document });
  await call('review.save', { baseRevision: 0, document });
  await call('review.duplicate', { id });
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
  await call('key.restore', { file: '', passphrase: '' });
  await call('key.request', { target: { ...target, fileName: 'a.csr' } });
  await call('key.adopt', { file: '' });
  await call('authority.make', { name: 'Board', ...secret });
  await call('authority.issue', { authority: '', request: '', passphrase: '', target });
  const job = randomUUID();
  await call('job.progress', { job });
  await call('job.cancel', { job });
  await call('file.reveal', { path });
  await call('link.open', { url: 'nowhere' });
  await call('template.list', {});
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
  await call('people.known', { except: id });
  await call('review.trash', { id });
  await call('review.restore', { id });
  const { reviews } = await call('review.list', {});
  expect(reviews).toHaveLength(3);
  const { milestone } = await call('milestone.keep', { id, revision: 3, name: 'Then' });
  const { round } = await call('round.open', { review: id, subject: 'rule.one', question: 'One?', present: ['Ada'] });
  const vote = { review: id, round: (round as { id: string }).id };
  await call('round.now', { review: id });
  await call('round.vote', { ...vote, ballot: { voter: 'Ada', answers: [{ judgement: 'rule.one', answer: 'yes' }] } });
  await call('round.reveal', { ...vote, because: '' });
  await call('round.discard', vote);
  await call('milestone.keep', { id, revision: 9, name: 'Then' });
  await call('milestone.list', { id });
  const kept = { id, milestone: (milestone as { id: string }).id };
  await call('milestone.open', kept);
  await call('milestone.restore', kept);
  await call('review.supersede', { id, revision: 3 });
  expect([...called].toSorted()).toEqual(Object.keys(contract).toSorted());
});
