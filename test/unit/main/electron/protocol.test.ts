import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerRequest, registerAppScheme } from '#main/electron/protocol.ts';
import { listRendererFiles, type RendererFile } from '#main/page/renderer-files.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

const log = { info: vi.fn(), error: vi.fn() };
let folder: string;
let files: ReadonlyMap<string, RendererFile>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork protocol ü-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Groundwork</title>');
  writeFileSync(join(renderer, 'assets', 'index-AbC_1.js'), 'export {};');
  writeFileSync(join(renderer, 'assets', 'a b.css'), 'body{}');
  writeFileSync(join(renderer, '.env'), 'SECRET=1');
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}');
  symlinkSync(join(folder, 'secret.json'), join(renderer, 'link.json'));
  files = await listRendererFiles(renderer);
});

afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET') => answerRequest(new Request(url, { method }), files, log);

describe('the app: protocol', () => {
  it('is registered as a standard, secure scheme that no policy is bypassed for', () => {
    registerAppScheme();
    const [schemes] = electron.protocol.registerSchemesAsPrivileged.mock.lastCall ?? [];
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }]);
  });

  it.each([
    ['app://groundwork/', 'text/html; charset=utf-8', '<!doctype html><title>Groundwork</title>'],
    ['app://groundwork/index.html#/review/1', 'text/html; charset=utf-8', '<!doctype html><title>Groundwork</title>'],
    ['app://groundwork/assets/index-AbC_1.js?v=1', 'text/javascript; charset=utf-8', 'export {};'],
    ['app://groundwork/assets/a%20b.css', 'text/css; charset=utf-8', 'body{}'],
  ])('serves %s', async (url, type, text) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(text);
  });

  it('sends the policy with every answer', async () => {
    for (const url of ['app://groundwork/', 'app://groundwork/assets/index-AbC_1.js', 'app://groundwork/nothing']) {
      const { headers } = await get(url);
      expect(headers.get('content-security-policy'), url).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers.get('content-security-policy'), url).not.toMatch(/unsafe/);
      expect(headers.get('x-content-type-options'), url).toBe('nosniff');
    }
  });

  it.each([
    'app://groundwork/assets',
    'app://groundwork/assets/',
    'app://groundwork/nothing.js',
    'app://groundwork/.env',
    'app://groundwork/link.json',
    'app://groundwork/../secret.json',
    'app://groundwork/%2e%2e/secret.json',
    'app://groundwork/..%2fsecret.json',
    'app://groundwork/assets/..%5c..%5csecret.json',
    'app://groundwork//etc/passwd',
    'app://groundwork/index.html%00.js',
    'app://groundwork/INDEX.HTML',
    'app://other/',
    'app://groundwork.example.org/index.html',
  ])('does not know %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('takes only GET', async () => {
    expect((await get('app://groundwork/', 'POST')).status).toBe(405);
  });

  it('answers and logs when a file has gone since the start', async () => {
    const gone = new Map([['/', { path: join(folder, 'gone.html'), contentType: 'text/html' }]]);
    const response = await answerRequest(new Request('app://groundwork/'), gone, log);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    expect(log.error).toHaveBeenCalledOnce();
  });

  it('says so when the renderer has not been built', async () => {
    await expect(listRendererFiles(join(folder, 'renderer', 'assets'))).rejects.toThrow('has not been built');
  });
});
