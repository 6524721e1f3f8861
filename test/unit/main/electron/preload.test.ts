import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { HostBridge } from '#shared/contract/host-bridge.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

let bridge: HostBridge;

beforeAll(async () => {
  await import('#main/electron/preload.ts');
  const [name, exposed] = electron.contextBridge.exposeInMainWorld.mock.lastCall ?? [];
  expect(name).toBe('groundworkHost');
  bridge = exposed as HostBridge;
});

describe('the preload script', () => {
  it('exposes two functions and nothing else', () => {
    expect(electron.contextBridge.exposeInMainWorld).toHaveBeenCalledOnce();
    expect(Object.keys(bridge).sort()).toEqual(['call', 'onCommand']);
  });

  it('carries text on the one channel, whatever else the page passes', async () => {
    electron.ipcRenderer.invoke.mockResolvedValueOnce('{"ok":true}');
    const call = bridge.call as (...rest: readonly unknown[]) => Promise<string>;
    expect(await call('{"method":"app.info"}', 'another:channel', {})).toBe('{"ok":true}');
    expect(electron.ipcRenderer.invoke.mock.calls).toEqual([['groundwork:call', '{"method":"app.info"}']]);
    await expect(call({ method: 'app.info' })).rejects.toThrow(TypeError);
    expect(electron.ipcRenderer.invoke).toHaveBeenCalledOnce();
  });

  it('passes known menu commands on, without the event, until told to stop', () => {
    const listener = vi.fn();
    const stop = bridge.onCommand(listener);
    electron.ipcRenderer.emit('groundwork:command', { sender: 'secret' }, 'undo', 'more');
    electron.ipcRenderer.emit('groundwork:command', {}, 'format-disk');
    electron.ipcRenderer.emit('groundwork:command', {}, { toString: () => 'undo' });
    expect(listener.mock.calls).toEqual([['undo']]);
    stop();
    electron.ipcRenderer.emit('groundwork:command', {}, 'redo');
    expect(listener).toHaveBeenCalledOnce();
  });

  it('takes only functions as listeners', () => {
    expect(() => bridge.onCommand('x' as never)).toThrow(TypeError);
    expect(electron.ipcRenderer.listenerCount('groundwork:command')).toBe(0);
  });
});
