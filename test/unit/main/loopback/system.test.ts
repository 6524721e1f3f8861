import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { browserArguments } from '#main/loopback/app-window.ts';
import { findBrowser } from '#main/loopback/find-browser.ts';
import { linkCommand, openWithSystem, revealCommand } from '#main/loopback/open-with-system.ts';
import { parseOptions } from '#main/loopback/options.ts';

describe('findBrowser', () => {
  const on = (platform: NodeJS.Platform, env: Record<string, string>, ...programs: string[]) =>
    findBrowser({ platform, env, homeFolder: '/home/ada', isProgram: (file) => programs.includes(file) });

  it('takes the one that the environment names, and no other when that is missing', () => {
    const env = { GROUNDWORK_BROWSER: '/opt/my/browser', PATH: '/usr/bin' };
    expect(on('linux', env, '/opt/my/browser', '/usr/bin/chromium')).toBe('/opt/my/browser');
    expect(on('linux', env, '/usr/bin/chromium')).toBeNull();
  });

  it('looks through the path, then in the well-known places', () => {
    const env = { PATH: 'relative:/usr/bin:/usr/local/bin' };
    expect(on('linux', env, '/usr/local/bin/google-chrome')).toBe('/usr/local/bin/google-chrome');
    expect(on('linux', env, '/opt/microsoft/msedge/msedge')).toBe('/opt/microsoft/msedge/msedge');
    expect(on('linux', env, 'relative/chromium', '/usr/bin/firefox')).toBeNull();
    expect(on('linux', {})).toBeNull();
  });

  it('knows where macOS and Windows keep them', () => {
    const mac = '/home/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(on('darwin', {}, mac)).toBe(mac);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(on('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, edge)).toBe(edge);
  });
});

describe('the window', () => {
  const options = browserArguments('/data/browser profile', 4321);

  it('leads no name but that of this computer anywhere', () => {
    expect(options.filter((option) => option.startsWith('--proxy-'))).toEqual([
      '--proxy-server=http://127.0.0.1:1',
      '--proxy-bypass-list=<-loopback>;127.0.0.1:4321',
    ]);
  });

  it('has a profile of its own, in which the browser looks for nothing new', () => {
    expect(options).toEqual(
      expect.arrayContaining([
        '--user-data-dir=/data/browser profile',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-default-browser-check',
      ]),
    );
  });
});

describe('commands of the operating system', () => {
  it('reveal a file', () => {
    expect(revealCommand('/a b/c.pdf', 'linux')).toEqual({ program: 'xdg-open', args: ['/a b'] });
    expect(revealCommand('/a b/c.pdf', 'darwin')).toEqual({ program: 'open', args: ['-R', '/a b/c.pdf'] });
    const windows = { program: 'explorer.exe', args: ['/select,"C:\\a b\\c.pdf"'], verbatim: true };
    expect(revealCommand('C:\\a b\\c.pdf', 'win32')).toEqual(windows);
  });

  it('open a link as one argument that no program takes for more', () => {
    const url = 'https://example.org/a?b=c&d="x y"';
    const href = 'https://example.org/a?b=c&d=%22x%20y%22';
    expect(linkCommand(url, 'linux')).toEqual({ program: 'xdg-open', args: [href] });
    expect(linkCommand(url, 'darwin')).toEqual({ program: 'open', args: [href] });
    expect(linkCommand(url, 'win32')).toEqual({ program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', href] });
  });

  it('fail when there is no such program, or it reports a failure', async () => {
    // However long a program takes to end, it is watched until then.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await expect(openWithSystem({ program: 'groundwork-no-such-program', args: [] })).rejects.toThrow('ENOENT');
    const failing = { program: process.execPath, args: ['-e', 'process.exit(3)'] };
    await expect(openWithSystem(failing)).rejects.toThrow('status 3');
    await expect(openWithSystem({ program: process.execPath, args: ['-e', ''] })).resolves.toBeUndefined();
  });
});

describe('options of the loopback host', () => {
  it('have defaults', () => {
    expect(parseOptions([])).toEqual({ kind: 'run', options: { dataFolder: null, port: 0, open: true, files: [] } });
  });

  it('are read', () => {
    const options = { dataFolder: '/a b/ż', port: 8080, open: false, files: [import.meta.filename] };
    expect(parseOptions(['--data', '/a b/ż', '--port=8080', '--no-open', import.meta.filename])).toEqual({
      kind: 'run',
      options,
    });
    expect(parseOptions(['--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    ['--port=0'],
    ['--port=65536'],
    ['--port=1e3'],
    ['--port='],
    ['--port'],
    ['--data='],
    ['--colour'],
    ['extra'],
  ])('are refused in words: %s', (argument) => {
    expect(parseOptions([argument])).toEqual({ kind: 'wrong', message: expect.stringContaining('--help') });
  });
});
