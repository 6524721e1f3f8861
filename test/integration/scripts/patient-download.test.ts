import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { downloadArtifact } from '@electron/get';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { progressText, teller } from '../../../scripts/lib/fetch-progress.js';
import { downloadPatiently, type Progress, Stalled } from '../../../scripts/lib/patient-download.js';

/** What a mirror holds: 200 kB that are not the same anywhere. */
const FILE = Buffer.from(Array.from({ length: 40_000 }, (_, index) => String(index).padStart(5, '0')).join(''));
/** Milliseconds; short, as a test has to wait for them. */
const PATIENCE = { firstByte: 400, stall: 400 };

let folder = '';
let target = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork-download-'));
  target = path.join(folder, 'electron.zip');
  return () => rm(folder, { recursive: true });
});

/** A mirror on this computer that answers as told; gives its address and the ranges that were asked for. */
async function mirror(answer: (request: IncomingMessage, response: ServerResponse, attempt: number) => unknown) {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response, ranges.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ranges };
}

/** Answers with what is asked for, as a server does that knows ranges. */
function serve(request: IncomingMessage, response: ServerResponse): Buffer {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const rest = FILE.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length });
  return rest;
}

describe('a download', () => {
  it('takes as long as it takes while anything arrives, and says how far it is', async () => {
    const { url } = await mirror(async (request, response) => {
      const rest = serve(request, response);
      // Three times as long as nothing may arrive.
      for (let at = 0; at < rest.length; at += 20_000) {
        await sleep(120);
        response.write(rest.subarray(at, at + 20_000));
      }
      response.end();
    });
    const told: Progress[] = [];
    await downloadPatiently(url, target, { patience: PATIENCE, onProgress: (progress) => told.push(progress) });
    expect(await readFile(target)).toEqual(FILE);
    expect(told.length).toBeGreaterThan(5);
    expect(told.at(-1)).toMatchObject({ received: FILE.length, total: FILE.length });
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('goes on where the connection broke off', async () => {
    const { url, ranges } = await mirror((request, response, attempt) => {
      const rest = serve(request, response);
      if (attempt > 3) response.end(rest);
      else response.write(rest.subarray(0, 50_000), () => setTimeout(() => response.destroy(), 50));
    });
    const told: Progress[] = [];
    await downloadPatiently(url, target, { patience: PATIENCE, onProgress: (progress) => told.push(progress) });
    expect(await readFile(target)).toEqual(FILE);
    expect(ranges[0]).toBeUndefined();
    // What came right before the end may be lost on the way.
    expect(ranges).toHaveLength(4);
    expect(ranges.at(-1)).toMatch(/^bytes=[1-9]\d*-$/);
    expect(told.every(({ total }) => total === FILE.length)).toBe(true);
  });

  it('is given up when nothing arrives, and what is there is kept for the next time', async () => {
    const { url, ranges } = await mirror((request, response, attempt) => {
      const rest = serve(request, response);
      if (attempt > 2) response.end(rest);
      else if (attempt === 1) response.write(rest.subarray(0, 50_000));
    });
    await expect(downloadPatiently(url, target, { patience: PATIENCE })).rejects.toThrow(Stalled);
    expect((await stat(`${target}.part`)).size).toBe(50_000);
    await downloadPatiently(url, target, { patience: PATIENCE });
    expect(await readFile(target)).toEqual(FILE);
    expect(ranges.at(-1)).toBe('bytes=50000-');
  });

  it('is given up when no answer begins', async () => {
    const { url, ranges } = await mirror(() => undefined);
    await expect(downloadPatiently(url, target, { patience: PATIENCE })).rejects.toThrow(Stalled);
    expect(ranges).toHaveLength(1);
  });

  it('is put off at once, and goes on the next time', async () => {
    const putOff = new AbortController();
    const { url } = await mirror((request, response, attempt) => {
      const rest = serve(request, response);
      if (attempt > 1) response.end(rest);
      else response.write(rest.subarray(0, 50_000));
    });
    const onProgress = () => putOff.abort();
    await expect(
      downloadPatiently(url, target, { patience: PATIENCE, signal: putOff.signal, onProgress }),
    ).rejects.toThrow();
    await downloadPatiently(url, target, { patience: PATIENCE });
    expect(await readFile(target)).toEqual(FILE);
  });

  it('begins anew where the server knows no ranges, and where what is there does not fit', async () => {
    await writeFile(`${target}.part`, 'something else');
    const whole = await mirror((_request, response) => response.end(FILE));
    await downloadPatiently(whole.url, target, { patience: PATIENCE });
    expect(await readFile(target)).toEqual(FILE);
    await writeFile(`${target}.part`, Buffer.alloc(FILE.length + 1));
    const strict = await mirror((request, response) =>
      request.headers.range ? response.writeHead(416).end() : response.end(FILE),
    );
    await downloadPatiently(strict.url, target, { patience: PATIENCE });
    expect(await readFile(target)).toEqual(FILE);
  });

  it('is given up when it breaks off at the same place again and again', async () => {
    const { url, ranges } = await mirror((_request, response) => {
      response.writeHead(200, { 'content-length': FILE.length });
      response.write(FILE.subarray(0, 50_000), () => setTimeout(() => response.destroy(), 20));
    });
    await expect(downloadPatiently(url, target, { patience: PATIENCE })).rejects.toThrow();
    expect(ranges.length).toBeGreaterThanOrEqual(5);
    expect(ranges.length).toBeLessThan(10);
  });

  it('is not tried again where the server refuses', async () => {
    const { url, ranges } = await mirror((_request, response) => response.writeHead(404, 'Not Found').end('no'));
    await expect(downloadPatiently(url, target, { patience: PATIENCE })).rejects.toThrow('404 Not Found');
    expect(ranges).toHaveLength(1);
  });
});

describe('with @electron/get', () => {
  const NAME = 'electron-v45.0.0-linux-x64.zip';
  const fetchFrom = (url: string, sha256: string) => {
    vi.stubEnv('ELECTRON_MIRROR', url);
    onTestFinished(() => void vi.unstubAllEnvs());
    return downloadArtifact({
      version: '45.0.0',
      artifactName: 'electron',
      platform: 'linux',
      arch: 'x64',
      checksums: { [NAME]: sha256 },
      cacheRoot: path.join(folder, 'cache'),
      downloader: { download: (from, to) => downloadPatiently(from, to, { patience: PATIENCE }) },
    });
  };

  it('comes from ELECTRON_MIRROR into the cache, and from the cache without asking again', async () => {
    const { url, ranges } = await mirror((request, response) => response.end(serve(request, response)));
    const sha256 = createHash('sha256').update(FILE).digest('hex');
    expect(await readFile(await fetchFrom(url, sha256))).toEqual(FILE);
    await fetchFrom(url, sha256);
    expect(ranges).toHaveLength(1);
  });

  it('is refused with another checksum', async () => {
    const { url } = await mirror((request, response) => response.end(serve(request, response)));
    await expect(fetchFrom(url, '0'.repeat(64))).rejects.toThrow(/checksum/i);
  });
});

describe('what is told', () => {
  it('are bytes, rate and time left', () => {
    expect(progressText({ received: 45_200_000, total: 120_100_000, rate: 3_400_000 })).toBe(
      '45.2 of 120.1 MB, 3.4 MB/s, 22.0 s left',
    );
    expect(progressText({ received: 45_200_000, total: null, rate: 3_400_000 })).toBe('45.2 MB, 3.4 MB/s');
    expect(progressText({ received: 0, total: 120_100_000, rate: 0 })).toBe('0.0 of 120.1 MB, 0.0 MB/s');
  });

  it.each([
    [true, 41, /^\r/],
    [false, 1, /\n$/],
  ])('changes in one line on a terminal, and is a line now and then elsewhere: %s', (isTTY, times, form) => {
    let time = 0;
    const written: string[] = [];
    const tell = teller({ isTTY, write: (text) => written.push(text) }, () => time);
    for (time = 0; time <= 10_000; time += 50) tell({ received: time, total: 10_000, rate: 1 });
    expect(written).toHaveLength(times);
    for (const text of written) expect(text).toMatch(form);
  });
});
