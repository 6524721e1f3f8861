import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { exportCalls } from '#main/api/export-calls.ts';
import { exportPlacer } from '#main/api/place-export.ts';
import { reviewCalls } from '#main/api/review-calls.ts';
import { verifyCalls } from '#main/api/verify-calls.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { Lanes } from '#main/files/lanes.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import { Jobs } from '#main/reviews/jobs.ts';
import { NO_POLICY } from '#main/store/policy.ts';
import { StoppedWork } from '#main/workers/work.ts';
import type { Output } from '#shared/contract/contract.ts';
import {
  createForTests,
  logForTests,
  openForTests,
  platformForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { reviewToSign, signAs } from '#test/support/sign-in-app.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;
type Running = Extract<Output<'job.progress'>, { kind: 'running' }>;

/** Looks at a job again and again until what is seen is wanted; null when the call is over before. */
async function until(
  { api }: Open,
  job: string,
  call: Promise<unknown>,
  wanted: (seen: Running) => boolean,
): Promise<Running | null> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  call.then(over, over);
  while (!isOver) {
    const seen = await api['job.progress']({ job });
    if (seen.kind === 'running' && wanted(seen)) return seen;
    await setImmediate();
  }
  return null;
}

async function startExport(open: Open) {
  const { document } = await createForTests(open);
  const job = randomUUID();
  const start = () =>
    open.api['record.export']({
      id: document.id,
      revision: 1,
      form: 'pdf',
      target: { kind: 'named', folder: open.exportFolder, fileName: 'record.pdf', replace: false },
      job,
    });
  return { job, start, call: start() };
}

describe('a long export', () => {
  it('says which page it is at, and is not known any more once it is done', async () => {
    const open = await openForTests();
    const { job, call } = await startExport(open);
    const seen = await until(open, job, call, ({ step }) => step.kind === 'page');
    expect(seen).toMatchObject({ kind: 'running', canCancel: true });
    expect(seen?.step.at).toBeGreaterThan(0);
    expect(seen?.step.of).toBeGreaterThanOrEqual(seen?.step.at ?? 0);
    expect(await call).toMatchObject({ kind: 'exported' });
    expect(await open.api['job.progress']({ job })).toEqual({ kind: 'none' });
    expect(await open.api['job.cancel']({ job })).toEqual({ kind: 'too-late' });
  });

  it('can be cancelled among its pages: no file is there, and the next one is made', async () => {
    const open = await openForTests();
    const { job, start, call } = await startExport(open);
    expect(await until(open, job, call, ({ step }) => step.kind === 'page')).not.toBeNull();
    expect(await open.api['job.cancel']({ job })).toEqual({ kind: 'cancelling' });
    expect(await call).toEqual({ kind: 'cancelled' });
    expect(await readdir(open.exportFolder)).toEqual([]);
    expect(await start()).toMatchObject({ kind: 'exported' });
  });

  it('cannot be cancelled any more while its file is put in place', async () => {
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { files } = watchedFiles(({ name, file }) =>
      name === 'rename' && file.includes('record') ? gate : undefined,
    );
    const open = await openForTests({ files });
    const { job, call } = await startExport(open);
    const seen = await until(open, job, call, ({ step }) => step.kind === 'write');
    expect(seen).toMatchObject({ canCancel: false });
    expect(await open.api['job.cancel']({ job })).toEqual({ kind: 'too-late' });
    goOn();
    expect(await call).toMatchObject({ kind: 'exported' });
    expect(await readdir(open.exportFolder)).toEqual(['record.pdf']);
  });
});

it('an export that is cancelled in its last moment puts no file in place, although it is made already', async () => {
  const exportFolder = await temporaryFolder();
  const jobs = new Jobs();
  const job = randomUUID();
  const { files, calls } = watchedFiles();
  const { document } = await createForTests(await openForTests());
  const context = {
    files,
    jobs,
    exports: new Lanes(),
    platform: platformForTests(exportFolder),
    settings: { update: async () => undefined },
    store: { open: async () => ({ document, revision: 1 }) },
    // Work that heeds no signal, as when the last page is done.
    render: async () => {
      expect(jobs.cancel(job)).toBe(true);
      return Buffer.from('the whole record');
    },
    log: logForTests(),
    policy: NO_POLICY,
  } as unknown as ApiContext;
  const placer = exportPlacer(context);
  const target = { kind: 'named', folder: exportFolder, fileName: 'record.md', replace: false } as const;
  const call = exportCalls(context, placer)['record.export'];
  expect(await call({ id: document.id, revision: 1, form: 'markdown', target, job })).toEqual({ kind: 'cancelled' });
  expect(await readdir(exportFolder)).toEqual([]);
  expect(calls.filter(({ name }) => name === 'open' || name === 'rename')).toEqual([]);
  expect(placer.has(join(exportFolder, 'record.md'))).toBe(false);
});

it('a sealing says which seal it is at, and leaves nothing behind when it is cancelled', async () => {
  const open = await openForTests();
  const id = await reviewToSign(open, ['Ada Lovelace', 'Bob Noyce']);
  await signAs(open, id, 1);
  const revision = await signAs(open, id, 2);
  const job = randomUUID();
  const call = open.api['record.seal']({ id, revision, job });
  const seen = await until(open, job, call, ({ step }) => step.kind === 'seal');
  expect(seen).toMatchObject({ step: { kind: 'seal', of: 2 }, canCancel: true });
  expect(await open.api['job.cancel']({ job })).toEqual({ kind: 'cancelling' });
  expect(await call).toEqual({ kind: 'cancelled' });
  expect(await readdir(open.layout.records)).toEqual([]);
  expect(await open.api['seal.state']({ id })).toEqual({ kind: 'unsealed' });
  expect(await open.api['record.seal']({ id, revision, job })).toMatchObject({ kind: 'sealed' });
});

it('a check can be cancelled', async () => {
  const open = await openForTests();
  const { call } = await startExport(open);
  await call;
  const pdf = (await readFile(join(open.exportFolder, 'record.pdf'))).toString('base64');
  const job = randomUUID();
  const check = open.api['record.verify']({ pdf, job });
  expect(await until(open, job, check, ({ canCancel }) => canCancel)).toMatchObject({ canCancel: true });
  expect(await open.api['job.cancel']({ job })).toEqual({ kind: 'cancelling' });
  expect(await check).toEqual({ kind: 'cancelled' });
  expect(await open.api['record.verify']({ pdf, job })).toMatchObject({ kind: 'verified' });
});

it('a file that keeps a check busy for too long is unreadable, and is not brought in', async () => {
  const stop = () => Promise.reject(new StoppedWork('It took too long.'));
  const log = logForTests();
  const context = {
    files: nodeFileSystem,
    dataFolder: await temporaryFolder(),
    jobs: new Jobs(),
    work: { verify: stop, takeOut: stop },
    log,
    policy: NO_POLICY,
  } as unknown as ApiContext;
  const pdf = Buffer.from('%PDF-1.7').toString('base64');
  const answer = await verifyCalls(context)['record.verify']({ pdf });
  expect(answer).toMatchObject({
    report: { verdict: 'unreadable', findings: [{ code: 'too-much-work' }], signatures: [] },
  });
  await expect(reviewCalls(context)['record.import']({ pdf })).rejects.toMatchObject({
    failure: { kind: 'failed', code: 'unsupported', message: expect.stringContaining('was stopped') },
  });
  expect(log.entries.join()).toContain('It took too long.');
});
