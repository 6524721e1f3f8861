import { contextBridge, ipcRenderer } from 'electron';
import { type HostBridge, type MenuCommand, menuCommands } from '#shared/contract/host-bridge.ts';
import { CALL_CHANNEL, COMMAND_CHANNEL } from './ipc-channels.ts';

const bridge: HostBridge = {
  async call(body) {
    if (typeof body !== 'string') throw new TypeError('A call is carried as JSON text.');
    return String(await ipcRenderer.invoke(CALL_CHANNEL, body));
  },
  onCommand(listener) {
    if (typeof listener !== 'function') throw new TypeError('A listener is a function.');
    // The event itself would hand the page a way to every channel, so only the word goes on.
    const relay = (_event: unknown, command: unknown) => {
      if (isMenuCommand(command)) listener(command);
    };
    ipcRenderer.on(COMMAND_CHANNEL, relay);
    return () => {
      ipcRenderer.off(COMMAND_CHANNEL, relay);
    };
  },
};

contextBridge.exposeInMainWorld('groundworkHost', bridge);

function isMenuCommand(value: unknown): value is MenuCommand {
  return (menuCommands as readonly unknown[]).includes(value);
}
