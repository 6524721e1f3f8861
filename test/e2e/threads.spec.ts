import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endBuiltHost, enterBuiltHost, startBuiltHost } from '../../scripts/lib/built-host.js';
import { expect, test } from './host.ts';

/** Loaded into the host before its own code: tells what threads have made and found. */
const WITNESS = `import { createHash } from 'node:crypto';
  import { subscribe } from 'node:diagnostics_channel';
  subscribe('worker_threads', ({ worker }) =>
    worker.on('message', ({ kind, value }) => {
      if (kind !== 'done') return;
      const isFile = value instanceof Uint8Array;
      process.send(isFile ? createHash('sha256').update(value).digest('hex') : (value.verdict ?? value.kind));
    }),
  );`;

// Not by a clock: a busy machine makes anything late.
test('the built program makes, seals and checks records in threads of their own', { tag: '@loopback' }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-threads-'));
  const host = startBuiltHost(folder, `data:text/javascript,${encodeURIComponent(WITNESS)}`);
  const told: unknown[] = [];
  // On a way of its own, which may be slower than that of the answers.
  host.on('message', (message) => told.push(message));
  try {
    const call = await enterBuiltHost(host);
    const opened = await call('sample.open', { id: 'discord-read-states' });
    if (opened.kind !== 'imported') throw new Error(opened.message);
    const { id } = opened;
    const target = { kind: 'named', folder, fileName: 'record.pdf', replace: true } as const;
    const exported = await call('record.export', { id, revision: 1, form: 'pdf', target });
    expect(exported.kind).toBe('exported');
    const draft = await readFile(path.join(folder, 'record.pdf'));
    await expect.poll(() => told).toEqual([sha256(draft)]);

    expect(await call('record.verify', { pdf: draft.toString('base64') })).toMatchObject({
      report: { verdict: 'unsigned', checks: { visibleText: true } },
    });
    await expect.poll(() => told.slice(1)).toEqual(['unsigned']);
    expect(await call('record.import', { pdf: draft.toString('base64') })).toMatchObject({ standing: 'here' });
    // What was taken out of it; no signature, so no check.
    await expect.poll(() => told.slice(2)).toEqual(['found']);

    const review = await call('review.open', { id });
    if (review.kind !== 'opened') throw new Error('The review is not there.');
    const { document, revision, contentSha256 } = review;
    const approvers = [{ id: 'ada', name: 'Ada Lovelace', role: 'Lead' }];
    const signature = {
      ...{ id: 'one', approver: 'ada', name: 'Ada Lovelace', role: 'Lead', typedName: 'Ada Lovelace' },
      ...{ verdict: 'approve' as const, comment: '', drawing: [], signedAt: '2026-01-05T00:00:00Z', contentSha256 },
    };
    const signed = { ...document, signOff: { approvers, signatures: [signature] } };
    const saved = await call('review.save', { baseRevision: revision, document: signed });
    if (saved.kind !== 'saved') throw new Error(`Not saved: ${saved.kind}`);
    const now = { id, revision: saved.revision };
    expect(await call('record.seal', { ...now })).toMatchObject({ kind: 'sealed' });
    expect(await call('record.export', { ...now, form: 'pdf', target })).toMatchObject({ kind: 'exported' });
    const sealed = await readFile(path.join(folder, 'record.pdf'));
    // Sealed in a thread, in both lengths, each looked at in one before it is kept; and again before it goes out.
    const short = expect.stringMatching(/^[0-9a-f]{64}$/);
    await expect.poll(() => told.slice(3)).toEqual([sha256(sealed), 'sound', short, 'sound', 'sound']);
  } finally {
    await endBuiltHost(host);
    await rm(folder, { recursive: true });
  }
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
