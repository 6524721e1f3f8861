import { useCallback, useEffect, useRef, useState } from 'react';
import { isPdf } from '#renderer/base/read-file.ts';
import { BACKUPS_HREF, mergeHref, reviewHref, VERIFY_HREF } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { type ShownFault, useAttempt } from '#renderer/host/use-attempt.ts';
import { useMenuCommands } from '#renderer/host/use-menu-commands.ts';
import { importFile, importText } from '#renderer/pages/home/import-file.ts';
import { useWorkspace } from '#renderer/review/use-workspace.ts';
import type { Answer } from '#shared/contract/contract.ts';

export interface Arrived {
  /** Records that are to be checked. */
  readonly records: readonly File[];
  /** A backup that is to be looked at, as the calls on backups name it; null for none. */
  readonly backup: string | null;
  /** Told once a page has taken what arrived. */
  readonly taken: () => void;
  /** Shows files as if the system had handed them over. */
  readonly openFiles: (files: readonly File[]) => void;
  readonly fault: ShownFault | null;
  readonly dismissFault: () => void;
}

const NOTHING = { records: [], backup: null } as const;

/**
 * Shows what the person’s system or a second start hands over: at the start, when the host says so, and whenever the window comes to
 * the front. A review opens, and comes in first where it is not here; a record is checked; a backup is looked at.
 * @param isRoom whether this window is only looked at; then it takes nothing
 */
export function useArrivals(isRoom: boolean): Arrived {
  const { client } = useHost();
  const workspace = useWorkspace();
  const toast = useToast();
  const { fault, show, dismiss } = useAttempt();
  const [waiting, setWaiting] = useState<Pick<Arrived, 'records' | 'backup'>>(NOTHING);
  const isTaking = useRef(false);

  /** Goes on to another place, with what was typed here on its way to the disk. */
  const goTo = (href: string) => {
    void workspace.flush();
    navigate(href);
  };

  const openFile = async (file: File) => {
    if (await isPdf(file)) {
      setWaiting((before) => ({ ...before, records: [...before.records, file] }));
      return goTo(VERIFY_HREF);
    }
    const answer = await importFile(client, file, { ifNew: true });
    if (answer.kind === 'failed') return show(answer, `“${file.name}” was not opened`);
    if (answer.standing !== 'here') {
      const merge = answer.beside && mergeHref(answer.beside, { kind: 'review', id: answer.id });
      toast({ text: importText(answer), ...(merge && { action: { text: 'Merge…', href: merge } }) });
    }
    goTo(reviewHref(answer.id));
  };

  const showArrival = async (arrival: Exclude<Answer<'arrival.take'>, { kind: 'none' }>): Promise<void> => {
    switch (arrival.kind) {
      case 'review':
        return goTo(reviewHref(arrival.id));
      case 'file':
        return openFile(new File([bytesOf(arrival.bytes)], arrival.name));
      case 'backup':
        setWaiting((before) => ({ ...before, backup: arrival.file }));
        return goTo(BACKUPS_HREF);
    }
  };

  /** Shows the next thing that waits; false when nothing does, or nothing can be asked for. */
  const takeNext = async (): Promise<boolean> => {
    const next = await client['arrival.take']({});
    if (next.kind === 'none') return false;
    if (next.kind !== 'failed') await showArrival(next);
    else show(next, 'A file was not opened');
    return next.kind !== 'failed' || !isCallRefused(next);
  };

  const takeAll = async () => {
    if (isRoom || isTaking.current) return;
    isTaking.current = true;
    while (await takeNext());
    isTaking.current = false;
  };

  const latest = useRef(takeAll);
  useEffect(() => {
    latest.current = takeAll;
  });
  const take = useCallback(() => void latest.current(), []);
  useMenuCommands({ arrived: take });
  useEffect(() => {
    take();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, [take]);

  return {
    ...waiting,
    taken: useCallback(() => setWaiting(NOTHING), []),
    openFiles: (files) => {
      void (async () => {
        for (const file of files) await openFile(file);
      })();
    },
    fault,
    dismissFault: dismiss,
  };
}

/** Whether the call itself failed, so that another one would as well. */
function isCallRefused({ code }: Fault): boolean {
  return code === undefined || ['unreachable', 'refused', 'internal', 'unknown-method'].includes(code);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
