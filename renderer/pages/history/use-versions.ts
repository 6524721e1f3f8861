import { useEffect, useState } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { Answer } from '#shared/contract/contract.ts';

/** An earlier version of a review, as a save replaced it. */
export type Version = Answer<'version.list'>['versions'][number];

export interface Versions {
  /** Newest first; null while they are being listed. */
  readonly list: readonly Version[] | null;
  readonly fault: Fault | null;
  /** Brings a version back as a review of its own, and goes there. */
  readonly restore: (version: Version) => Promise<void>;
}

/** The earlier versions of a review, and what can be done with them. */
export function useVersions(id: string): Versions {
  const { client } = useHost();
  const toast = useToast();
  const [list, setList] = useState<readonly Version[] | null>(null);
  const { fault, attempt, show } = useAttempt();

  useEffect(() => {
    let isGone = false;
    void client['version.list']({ id }).then((answer) => {
      if (isGone) return;
      if (answer.kind === 'failed') show(answer);
      else setList(answer.versions);
    });
    return () => {
      isGone = true;
    };
  }, [client, id, show]);

  async function restore({ name, replacedAt }: Version): Promise<void> {
    const copy = await attempt(() => client['version.restore']({ id, version: name }));
    if (!copy) return;
    toast({ text: `The review as it was until ${writeMoment(replacedAt)} is back as a review of its own.` });
    navigate(reviewHref(copy.id));
  }

  return { list, fault, restore };
}
