import type { RefObject } from 'react';
import { type OtherVersion, reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { MergeView } from './merge-view.tsx';
import type { MergeLook } from './use-merge.ts';
import './merge-view.css';
import '#renderer/components/section-frame.css';

export interface MergePageProps {
  readonly session: ReviewSession;
  readonly other: OtherVersion;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Merges a version that lies beside the review into it. The other version goes to the trash once the result is on disk. */
export function MergePage({ session, other, heading }: MergePageProps) {
  const { client } = useHost();
  const toast = useToast();

  async function take({ document }: MergeLook): Promise<Fault | null> {
    session.update(() => document);
    if (!(await session.flush())) return NOT_SAVED;
    const cleared =
      other.kind === 'copy'
        ? await client['copy.clear']({ file: other.file })
        : await client['review.trash']({ id: other.id });
    navigate(reviewHref(session.id));
    toast({
      text:
        cleared.kind === 'failed'
          ? `Merged. The other version stays where it is: ${cleared.message}`
          : 'Merged. The other version is in the trash.',
    });
    return null;
  }

  return (
    <article className="section-frame merge-page">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          Merge another version
        </h2>
      </header>
      <MergeView
        key={other.kind === 'copy' ? other.file : other.id}
        session={session}
        from={other}
        onMerge={take}
        onBack={() => navigate(reviewHref(session.id))}
        back="Leave both as they are"
      />
    </article>
  );
}

const NOT_SAVED: Fault = {
  kind: 'failed',
  message: 'The merged review is here and not on the disk yet, so the other version stays. See why, then try again.',
};
