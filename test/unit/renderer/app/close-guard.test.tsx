import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CloseGuard } from '#renderer/app/close-guard.tsx';
import { HostContext } from '#renderer/host/host.tsx';
import { WorkspaceContext } from '#renderer/review/use-workspace.ts';
import { Workspace } from '#renderer/review/workspace.ts';
import type { Answer, Client } from '#shared/contract/contract.ts';

afterEach(() => vi.restoreAllMocks());

/** A window with or without something unsaved, which is told to close. */
async function close({ isUnsaved = true, isSaved = true, closesItself = true }) {
  const client = {} as Client;
  const workspace = new Workspace(client);
  vi.spyOn(workspace, 'unsaved').mockReturnValue((isUnsaved ? [{}] : []) as never);
  const flush = vi.spyOn(workspace, 'flush').mockResolvedValue(isSaved);
  const closing = vi.spyOn(window, 'close').mockReturnValue(undefined);
  render(
    <HostContext value={{ client, info: { closesItself } as Answer<'app.info'> }}>
      <WorkspaceContext value={workspace}>
        <CloseGuard />
      </WorkspaceContext>
    </HostContext>,
  );
  const event = Object.assign(new Event('beforeunload', { cancelable: true }), { returnValue: '' as unknown });
  await act(async () => void window.dispatchEvent(event));
  return { event, flush, closing };
}

describe('a window that is told to close', () => {
  it('stays in the way of every Chromium while something is unsaved, saves, and closes itself', async () => {
    const { event, flush, closing } = await close({});
    expect(event.defaultPrevented).toBe(true);
    expect(event.returnValue).toBe(true);
    expect(flush).toHaveBeenCalledOnce();
    expect(closing).toHaveBeenCalledOnce();
  });

  it('asks where it could not save, and closes by itself in the desktop program only', async () => {
    const { closing } = await close({ isSaved: false });
    expect(closing).not.toHaveBeenCalled();
    expect(screen.getByText('Close without saving?')).toBeTruthy();
    expect((await close({ closesItself: false })).closing).not.toHaveBeenCalled();
  });

  it('closes at once where all is saved', async () => {
    const { event, flush } = await close({ isUnsaved: false });
    expect([event.defaultPrevented, flush.mock.calls.length]).toEqual([false, 0]);
  });
});
