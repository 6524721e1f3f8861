import { act, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useArrivals } from '#renderer/app/use-arrivals.ts';
import { ToastProvider } from '#renderer/components/toast.tsx';
import { HostContext } from '#renderer/host/host.tsx';
import { WorkspaceContext } from '#renderer/review/use-workspace.ts';
import { Workspace } from '#renderer/review/workspace.ts';
import type { Answer, CallFailure, Client } from '#shared/contract/contract.ts';

const ID = '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11';

const file = (name: string, text: string) => ({ kind: 'file', name, bytes: btoa(text) }) as const;

beforeEach(() => history.replaceState(null, '', '#/'));
afterEach(() => vi.unstubAllGlobals());

/** A page that shows what arrived; the host hands out what is told, one after the other. */
function open(arrivals: (Answer<'arrival.take'> | CallFailure)[], isRoom = false) {
  const imports: unknown[] = [];
  const take = vi.fn(async () => arrivals.shift() ?? ({ kind: 'none' } as const));
  const client = {
    'arrival.take': take,
    'review.import': async (input: { text: string }) => {
      imports.push(input);
      if (input.text === 'broken') return { kind: 'failed', code: 'invalid', message: 'Not a review.', details: [] };
      return { kind: 'imported', id: ID, title: 'Parser', standing: input.text === 'here' ? 'here' : 'new' };
    },
  } as unknown as Client;
  let tell: (command: string) => void = () => undefined;
  vi.stubGlobal('groundworkHost', {
    onCommand: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
  });
  const workspace = new Workspace(client);
  const flush = vi.spyOn(workspace, 'flush');
  function Page() {
    const { records, backup, fault, taken } = useArrivals(isRoom);
    const [seen, setSeen] = useState('');
    return (
      <>
        <p>{`${records.map(({ name }) => name)}|${backup ?? ''}|${fault?.title ?? ''}${seen}`}</p>
        <button
          type="button"
          onClick={() => {
            taken();
            setSeen(' taken');
          }}
        >
          Take
        </button>
      </>
    );
  }
  render(
    <HostContext value={{ client, info: {} as Answer<'app.info'> }}>
      <WorkspaceContext value={workspace}>
        <ToastProvider>
          <Page />
        </ToastProvider>
      </WorkspaceContext>
    </HostContext>,
  );
  return { imports, take, flush, arrivals, tell: (command: string) => act(async () => tell(command)) };
}

describe('what is handed to the program', () => {
  it('opens a review of the data folder, with what was typed elsewhere on its way to the disk', async () => {
    const { flush } = open([{ kind: 'review', id: ID }]);
    await waitFor(() => expect(location.hash).toBe(`#/review/${ID}`));
    expect(flush).toHaveBeenCalled();
  });

  it('brings a review in, says so, and opens it; one that is here already is only opened', async () => {
    const { imports, tell, arrivals } = open([file('a.groundwork', 'new')]);
    await waitFor(() => expect(location.hash).toBe(`#/review/${ID}`));
    expect(imports).toEqual([{ text: 'new', ifNew: true }]);
    // On the screen, and said.
    expect(await screen.findAllByText('Imported “Parser”.')).not.toEqual([]);
    history.replaceState(null, '', '#/');
    arrivals.push(file('b.json', 'here'));
    await tell('arrived');
    await waitFor(() => expect(location.hash).toBe(`#/review/${ID}`));
    expect(imports).toHaveLength(2);
  });

  it('leads to the check of a record, with all records that came together', async () => {
    open([file('one.pdf', '%PDF-1.7 a'), file('two.bin', '%PDF-1.7 b')]);
    expect(await screen.findByText('one.pdf,two.bin||')).toBeTruthy();
    expect(location.hash).toBe('#/verify');
    act(() => screen.getByText('Take').click());
    expect(await screen.findByText('|| taken')).toBeTruthy();
  });

  it('leads to the backups with a backup', async () => {
    open([{ kind: 'backup', name: 'b.zip', file: 'token.zip' }]);
    expect(await screen.findByText('|token.zip|')).toBeTruthy();
    expect(location.hash).toBe('#/backups');
  });

  it('says what cannot be opened, and goes on with the next', async () => {
    const refused = { kind: 'failed', code: 'not-found', message: 'Gone.', details: [] } as const;
    const { take } = open([refused, file('x.groundwork', 'broken'), { kind: 'review', id: ID }]);
    await waitFor(() => expect(location.hash).toBe(`#/review/${ID}`));
    expect(screen.getByText('||“x.groundwork” was not opened')).toBeTruthy();
    expect(take).toHaveBeenCalledTimes(4);
  });

  it('asks no further where the host does not answer', async () => {
    const lost = { kind: 'failed', code: 'unreachable', message: 'Lost.', details: [] } as const;
    const { take } = open([lost, { kind: 'review', id: ID }]);
    await waitFor(() => expect(take).toHaveBeenCalledOnce());
    expect(location.hash).toBe('#/');
  });

  it('is taken when the window comes to the front, but never by the window for the room', async () => {
    const { take } = open([]);
    await waitFor(() => expect(take).toHaveBeenCalledTimes(1));
    await act(async () => void window.dispatchEvent(new Event('focus')));
    expect(take).toHaveBeenCalledTimes(2);
    const room = open([{ kind: 'review', id: ID }], true);
    await room.tell('arrived');
    expect(room.take).not.toHaveBeenCalled();
  });
});
