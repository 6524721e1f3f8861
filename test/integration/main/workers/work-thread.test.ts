import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import { recordPrinter } from '#main/record/record-file.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { threadedWork } from '#main/workers/off-thread.ts';
import { OutOfMemory, StoppedWork } from '#main/workers/work.ts';
import { workHere } from '#main/workers/work-here.ts';
import { NoThread, WorkThread } from '#main/workers/work-thread.ts';
import { bundleEntry } from '#test/support/bundle-entry.ts';
import { sampleJob } from '#test/support/sample-job.ts';
import { signedReview, workbookKeys } from '#test/support/sealed-record.ts';
import { smallTemplate } from '#test/support/small-review.ts';

const run = promisify(execFile);
const ROOT = resolve('.');
const SAMPLE = 'grab-counter-service';
const resultSchema = z.object({ sha256: z.string(), steps: z.array(z.string()), problem: z.string() });
const VERIFY = { bytes: new Uint8Array(), known: new Set<string>() };

/** A thread that runs a few lines in place of ours. */
async function threadOf(code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-thread-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'thread.mjs');
  await writeFile(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  return file;
}

/** Answers each order with its number. */
const COUNTING = `let count = 0;
  parentPort.postMessage({ kind: 'ready' });
  parentPort.on('message', ({ job }) => {
    if (job.bytes.length === 1) for (;;);
    if (job.bytes.length === 2) process.exit(3);
    parentPort.postMessage({ kind: 'done', value: ++count });
  });`;

describe('a thread of the program', () => {
  it('prints the same bytes in every time zone and locale, says how far it is, and then lets the program end', async () => {
    const worker = await bundleEntry('main/workers/worker.ts');
    const program = await bundleEntry('test/support/print-sample.ts');
    const here = createHash('sha256')
      .update(await recordPrinter(ROOT)(sampleJob(ROOT, SAMPLE)))
      .digest('hex');
    const places = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    ];
    for (const place of places) {
      // That the program ends at all shows that a waiting thread does not keep it alive.
      const { stdout } = await run(process.execPath, [program, worker, ROOT, SAMPLE], {
        env: { ...process.env, ...place },
      });
      const { sha256, steps, problem } = resultSchema.parse(JSON.parse(stdout));
      expect(sha256).toBe(here);
      expect(steps.slice(0, 2)).toEqual(['prepare 0/0', expect.stringMatching(/^page 1\/\d\d$/)]);
      expect(problem).toContain('no moment that a PDF can name');
    }
  });

  it('seals with keys that it is handed, checks what it made, and hands failures back as they are', async () => {
    const thread = new WorkThread(await bundleEntry('main/workers/worker.ts'), ROOT);
    const names = ['Żaneta Nowak', '王小明'];
    const document = signedReview(names);
    const review = {
      document,
      template: { template: smallTemplate, source: smallTemplate, sha256: document.template.sha256 },
      revision: 1,
      savedAt: '2026-01-05T00:00:00Z',
      contentSha256: contentSha256(document),
    };
    const seals = document.signOff.signatures.map((signature) => ({ signature, own: null, isFromElsewhere: false }));
    const steps: string[] = [];
    const options = { onStep: ({ kind }: { readonly kind: string }) => steps.push(kind) };
    const bytes = await thread.run('seal', { review, paper: 'a4', seals, keys: workbookKeys() }, options);
    const { verdict, signatures } = await verifyRecord(bytes);
    expect(verdict).toBe('intact');
    expect(signatures.map(({ name }) => name)).toEqual(names);
    expect([...new Set(steps)]).toEqual(['prepare', 'page', 'seal']);

    const kept = names.map((name) => ({ name, kind: 'witnessed' }));
    const sound = { kind: 'sound', signatures: kept, paper: 'a4', savedAt: review.savedAt, isBehind: false, notes: [] };
    const job = { bytes, document, contentSha256: review.contentSha256 };
    expect(await thread.run('checkSealed', job)).toEqual(sound);
    const report = await thread.run('verify', { bytes, known: new Set() });
    expect(report).toEqual(await workHere(ROOT).verify({ bytes, known: new Set() }));
    expect(report.checks.visibleText).toBe(true);

    const keys = workbookKeys();
    const { privateKey: key } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    const own = { kind: 'own-certificate', certificate: keys.certificate, chain: [], key } as const;
    const unusable = seals.map((seal) => ({ ...seal, own }));
    const refused = await thread.run('seal', { review, paper: 'a4', seals: unusable, keys }).catch((error) => error);
    expect(refused).toBeInstanceOf(FailureError);
    expect(refused).toMatchObject({ failure: { code: 'unsupported' } });
  });
});

describe('work in a thread', () => {
  it('that takes too long is ended, and the next piece is done', async () => {
    const thread = new WorkThread(await threadOf(COUNTING), ROOT);
    expect(await thread.run('verify', VERIFY)).toBe(1);
    const endless = thread.run('verify', { ...VERIFY, bytes: new Uint8Array(1) }, { limit: 50 });
    const next = thread.run('verify', VERIFY);
    await expect(endless).rejects.toThrow(StoppedWork);
    // Counted anew, by another thread.
    expect(await next).toBe(1);
  });

  it('that takes more memory than a thread is given is ended, which is said, and the next piece is done', async () => {
    const hoard = `parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', ({ method }) => {
        const all = [];
        for (; method === 'print'; ) all.push(new Array(1_000_000).fill(0.5));
        parentPort.postMessage({ kind: 'done', value: method });
      });`;
    const file = await threadOf(hoard);
    const log = { info: () => undefined, error: () => undefined };
    const work = threadedWork(file, { appFolder: ROOT, here: workHere(ROOT), log });
    onTestFinished(() => work.close());
    const failed = await work.print(sampleJob(ROOT, SAMPLE)).catch((error) => error);
    expect(failed.cause).toBeInstanceOf(OutOfMemory);
    expect(failed).toMatchObject({ failure: { code: 'too-large', message: expect.stringContaining('Shorten') } });
    expect(await work.seal({} as never)).toBe('seal');
  });

  it('that is under way when the program closes is stopped, and the program ends in order', async () => {
    const program = await bundleEntry('test/support/close-while-at-work.ts');
    // Node ends with status 13 when nothing keeps it alive for what it still waits for.
    const { stdout } = await run(process.execPath, [program, await threadOf(COUNTING), ROOT]);
    expect(stdout.trim()).toBe('stopped');
  });

  it('is cancelled while it is under way or waits, and the next piece is done', async () => {
    const thread = new WorkThread(await threadOf(COUNTING), ROOT);
    const abort = new AbortController();
    const endless = thread.run('verify', { ...VERIFY, bytes: new Uint8Array(1) }, { signal: abort.signal });
    const waiting = thread.run('verify', VERIFY, { signal: abort.signal });
    const next = thread.run('verify', VERIFY);
    setImmediate(() => abort.abort());
    await expect(endless).rejects.toThrow(/abort/i);
    await expect(waiting).rejects.toThrow(/abort/i);
    expect(await next).toBe(1);
  });

  it('that is cancelled when it has said all says nothing to the next piece', async () => {
    const code = `parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', ({ job: { bytes } }) => {
        if (bytes.length === 0) return parentPort.postMessage({ kind: 'done', value: 'of the next' });
        parentPort.postMessage({ kind: 'step', step: {} });
        parentPort.postMessage({ kind: 'done', value: 'of the cancelled one' });
        const said = new Int32Array(bytes.buffer);
        Atomics.store(said, 0, 1);
        Atomics.notify(said, 0);
      });`;
    const thread = new WorkThread(await threadOf(code), ROOT);
    const abort = new AbortController();
    const bytes = new Uint8Array(new SharedArrayBuffer(4));
    const onStep = () => {
      Atomics.wait(new Int32Array(bytes.buffer), 0, 0);
      abort.abort();
    };
    const job = { ...VERIFY, bytes };
    const cancelled = thread.run('verify', job, { signal: abort.signal, onStep });
    const next = thread.run('verify', VERIFY);
    await expect(cancelled).rejects.toThrow(/abort/i);
    expect(await next).toBe('of the next');
  });

  it('whose thread ends is given up, and the next piece is done', async () => {
    const thread = new WorkThread(await threadOf(COUNTING), ROOT);
    await expect(thread.run('verify', { ...VERIFY, bytes: new Uint8Array(2) })).rejects.toThrow(StoppedWork);
    expect(await thread.run('verify', VERIFY)).toBe(1);
  });

  it('is done without one where none can be started, and never again after one has begun', async () => {
    const cannot = await threadOf(`import 'no-such-package-anywhere';`);
    await expect(new WorkThread(cannot, ROOT).run('verify', VERIFY)).rejects.toThrow(NoThread);
    const here = workHere(ROOT);
    const job = { ...VERIFY, bytes: Buffer.from('no PDF') };
    const log = { info: vi.fn(), error: vi.fn() };
    const work = threadedWork(cannot, { appFolder: ROOT, here, log });
    expect(await work.verify(job)).toMatchObject({ verdict: 'unreadable' });
    expect(log.error.mock.calls).toEqual([
      [expect.stringContaining('thread could not be started'), expect.any(NoThread)],
    ]);
    const ends = threadedWork(await threadOf(COUNTING), {
      appFolder: ROOT,
      here: { ...here, verify: () => Promise.reject(new Error('done twice')) },
      log,
    });
    await expect(ends.verify({ ...VERIFY, bytes: new Uint8Array(2) })).rejects.toThrow(StoppedWork);
    expect(log.error).toHaveBeenCalledOnce();
  });

  it('has ended when closing is over, and does no more', async () => {
    const log = { info: vi.fn(), error: vi.fn() };
    const started: Worker[] = [];
    const note = (worker: Worker) => started.push(worker);
    process.on('worker', note);
    onTestFinished(() => void process.off('worker', note));
    const work = threadedWork(await threadOf(COUNTING), { appFolder: ROOT, here: workHere(ROOT), log });
    await work.verify(VERIFY);
    const busy = work.verify({ ...VERIFY, bytes: new Uint8Array(1) });
    const stopped = expect(busy).rejects.toThrow(StoppedWork);
    await work.close();
    // A thread has no number any more once it has really ended.
    expect(started.map(({ threadId }) => threadId)).toEqual([-1]);
    await stopped;
    await expect(work.verify(VERIFY)).rejects.toThrow(StoppedWork);
    expect(log.error).not.toHaveBeenCalled();
  });

  it('fails with what a person can act on', async () => {
    const failure = { kind: 'failed', code: 'damaged', message: 'It is damaged.', details: ['a'] };
    const code = `parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', () => parentPort.postMessage({ kind: 'failed', failure: ${JSON.stringify(failure)} }));`;
    const error = await new WorkThread(await threadOf(code), ROOT).run('verify', VERIFY).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(FailureError);
    expect(error).toMatchObject({ failure, message: failure.message });
  });
});
