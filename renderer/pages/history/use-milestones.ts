import { useCallback, useEffect, useState } from 'react';
import { reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { Answer } from '#shared/contract/contract.ts';

type Listed = Answer<'milestone.list'>;
export type MilestoneInfo = Listed['milestones'][number];

export interface Milestones {
  /** Null while they are being listed. */
  readonly list: Listed | null;
  readonly fault: Fault | null;
  /** Keeps the review as it is now; true once that is on disk. */
  readonly keep: (name: string) => Promise<boolean>;
  /** Brings a milestone back as a review of its own, and goes there. */
  readonly restore: (milestone: MilestoneInfo) => Promise<void>;
}

const NOT_SAVED: Fault = {
  kind: 'failed',
  message: 'The latest changes are not saved yet. See why, then try again.',
};
const CHANGED: Fault = {
  kind: 'failed',
  message: 'The review was changed elsewhere a moment ago. Open it again, then keep the milestone.',
};

/** The milestones of a review, and what can be done with them. */
export function useMilestones(editor: Pick<ReviewEditor, 'id' | 'flush'>): Milestones {
  const { client } = useHost();
  const toast = useToast();
  const { id } = editor;
  const [list, setList] = useState<Listed | null>(null);
  const { fault, attempt, show } = useAttempt();

  const load = useCallback(async () => {
    const answer = await client['milestone.list']({ id });
    if (answer.kind === 'failed') show(answer);
    else setList(answer);
  }, [client, id, show]);
  useEffect(() => {
    void load();
  }, [load]);

  async function keep(name: string): Promise<boolean> {
    const kept = await attempt(async () => {
      const revision = await editor.flush();
      if (revision === null) return NOT_SAVED;
      const answer = await client['milestone.keep']({ id, revision, name });
      return answer.kind === 'stale' ? CHANGED : answer;
    });
    if (!kept) return false;
    toast({ text: `Kept as “${name}”.` });
    await load();
    return true;
  }

  async function restore({ id: milestone, name }: MilestoneInfo): Promise<void> {
    const copy = await attempt(() => client['milestone.restore']({ id, milestone }));
    if (!copy) return;
    toast({ text: `“${name}” is back as a review of its own.` });
    navigate(reviewHref(copy.id));
  }

  return { list, fault, keep, restore };
}
