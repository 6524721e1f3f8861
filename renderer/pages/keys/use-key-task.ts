import { useState } from 'react';
import { readCertificateFile } from '#renderer/base/read-file.ts';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { type KeyTask, type KeyTaskAnswer, type KeyTaskInput, runKeyTask } from './key-tasks.ts';

export type KeyTaskState =
  | { readonly kind: 'asking' | 'busy' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'written'; readonly path: string; readonly keySha256: string }
  | { readonly kind: 'changed' };

/** What a person gave, with the files still to be read. */
export type KeyTaskGiven = Omit<KeyTaskInput, 'file' | 'request'> & {
  readonly file: File | null;
  readonly request: File | null;
};

/** Does one task with the keys and says how it went. */
export function useKeyTask(task: KeyTask, onChanged: () => void) {
  const { client } = useHost();
  const [state, setState] = useState<KeyTaskState>({ kind: 'asking' });

  async function attempt(given: KeyTaskGiven): Promise<KeyTaskState> {
    const file = await readChosen(given.file);
    const request = await readChosen(given.request);
    if (file.kind === 'failed') return { kind: 'failed', fault: file };
    if (request.kind === 'failed') return { kind: 'failed', fault: request };
    return after(await runKeyTask(client, task, { ...given, file: file.text, request: request.text }));
  }

  async function run(given: KeyTaskGiven) {
    setState({ kind: 'busy' });
    const next = await attempt(given);
    setState(next);
    // Keys are made by the first export, too.
    if (next.kind === 'written' || next.kind === 'changed') onChanged();
  }
  return { state, run: (given: KeyTaskGiven) => void run(given) };
}

function readChosen(file: File | null) {
  return file ? readCertificateFile(file) : ({ kind: 'read', text: '' } as const);
}

function after(answer: KeyTaskAnswer): KeyTaskState {
  switch (answer.kind) {
    case 'exported':
      return { kind: 'written', path: answer.path, keySha256: answer.keySha256 };
    case 'keys':
      return { kind: 'changed' };
    case 'cancelled':
      return { kind: 'asking' };
    case 'failed':
      return { kind: 'failed', fault: answer };
  }
}
