import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { malformed, refuseCall } from '#main/api/refusals.ts';
import type { Log } from '#main/files/log.ts';
import type { Reply } from '#shared/contract/contract.ts';
import { APP_ORIGIN } from './app-origin.ts';
import { CALL_CHANNEL } from './ipc-channels.ts';

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/**
 * Answers calls of the renderer: one fixed channel, one JSON text in, one JSON text out. Text keeps the
 * two hosts alike, and nothing that JSON cannot say (functions, cycles, `undefined`) gets across.
 */
export function answerCalls(
  answerCall: (body: string) => Promise<Reply>,
  log: Log,
  ourWindows: () => readonly BrowserWindow[],
): void {
  ipcMain.handle(CALL_CHANNEL, async (event, body: unknown): Promise<string> => {
    return JSON.stringify(await answer(event, body));
  });

  async function answer(event: Sender, body: unknown): Promise<Reply> {
    if (!isOurPage(event, ourWindows())) {
      log.error('A call was refused', new Error('It did not come from the page of a window of ours.'));
      return refuseCall('refused', 'Groundwork only answers its own windows.');
    }
    if (typeof body !== 'string') return malformed();
    return answerCall(body);
  }
}

/** Whether a message comes from the top frame of a window of ours while that frame shows our own page. */
function isOurPage(event: Sender, windows: readonly BrowserWindow[]): boolean {
  const frame = event.senderFrame;
  if (!windows.some((window) => !window.isDestroyed() && event.sender === window.webContents)) return false;
  // A frame that has navigated or gone cannot be asked where it is.
  if (!frame || frame.isDestroyed() || frame.detached) return false;
  return frame.parent === null && frame.origin === APP_ORIGIN;
}
