import { type ApiContext, orFailure } from '#main/reviews/context.ts';
import { addNew, copyOf } from '#main/reviews/copy-review.ts';
import { beginRevision } from '#main/reviews/superseding.ts';
import { stale } from '#main/store/review-store.ts';
import type { Api } from '#shared/contract/contract.ts';

type RevisionCalls = Pick<
  Api,
  'review.supersede' | 'milestone.keep' | 'milestone.list' | 'milestone.open' | 'milestone.restore'
>;

/** The calls about revisions of signed reviews and about milestones. */
export function revisionCalls(context: ApiContext): RevisionCalls {
  const { store, milestones, exports, log, now } = context;
  /** One after the other for a review; closing waits for them. */
  const alone = <T>(id: string, work: () => Promise<T>) => exports.run(`revision ${id}`, work);

  return {
    'review.supersede': ({ id, revision }) =>
      orFailure(log, () =>
        alone(id, async () => {
          const current = await store.open(id);
          // The mark of an earlier attempt raised the revision, and asking again is no conflict then.
          const isBegun = current.document.supersededBy !== undefined;
          if (current.revision !== revision && !isBegun) return stale(current);
          return { kind: 'started', id: await beginRevision(context, current) } as const;
        }),
      ),
    'milestone.keep': ({ id, revision, name }) =>
      orFailure(log, () =>
        alone(id, async () => {
          const current = await store.open(id);
          if (current.revision !== revision) return stale(current);
          return { kind: 'kept', milestone: await milestones.keep(current, name, now().toISOString()) } as const;
        }),
      ),
    'milestone.list': ({ id }) => orFailure(log, async () => ({ kind: 'listed', ...(await milestones.list(id)) })),
    'milestone.open': ({ id, milestone }) =>
      orFailure(log, async () => ({ kind: 'milestone', ...(await milestones.open(id, milestone)) })),
    'milestone.restore': ({ id, milestone }) =>
      orFailure(log, async () => {
        const kept = await milestones.open(id, milestone);
        const template = await store.templateOf(kept.document);
        return addNew(context, copyOf(kept.document, now(), kept.milestone.name), template);
      }),
  };
}
