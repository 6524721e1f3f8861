import type { ApiContext } from '#main/reviews/context.ts';
import { addNew, copyOf } from '#main/reviews/copy-review.ts';
import { beginRevision } from '#main/reviews/superseding.ts';
import { stale } from '#main/store/review-writer.ts';
import { formatInstant } from '#shared/base/dates.ts';
import type { Api } from '#shared/contract/contract.ts';

/** The calls about revisions of signed reviews and about milestones. */
export function revisionCalls(context: ApiContext) {
  const { store, milestones, exports, now } = context;
  /** One after the other for a review; closing waits for them. */
  const alone = <T>(id: string, work: () => Promise<T>) => exports.run(`revision ${id}`, work);

  return {
    'review.supersede': ({ id, revision }) =>
      alone(id, async () => {
        const current = await store.open(id);
        // The mark of an earlier attempt raised the revision, and asking again is no conflict then.
        const isBegun = current.document.supersededBy !== undefined;
        if (current.revision !== revision && !isBegun) return stale(current);
        return { kind: 'started', id: await beginRevision(context, current) } as const;
      }),
    'milestone.keep': ({ id, revision, name }) =>
      alone(id, async () => {
        const current = await store.open(id);
        if (current.revision !== revision) return stale(current);
        return { kind: 'kept', milestone: await milestones.keep(current, name, now().toISOString()) } as const;
      }),
    'milestone.list': async ({ id }) => ({ kind: 'listed', ...(await milestones.list(id)) }),
    'milestone.open': async ({ id, milestone }) => ({ kind: 'milestone', ...(await milestones.open(id, milestone)) }),
    'milestone.restore': async ({ id, milestone }) => {
      const kept = await milestones.open(id, milestone);
      const template = await store.templateOf(kept.document);
      return addNew(context, copyOf(kept.document, now(), kept.milestone.name), template);
    },
    'version.list': async ({ id }) => ({ kind: 'listed', versions: [...(await store.versions(id))] }),
    'version.open': async ({ id, version }) => {
      const { document, savedAt } = await store.openVersion(id, version);
      return { kind: 'version', document, savedAt };
    },
    'version.restore': async ({ id, version }) => {
      const { document, savedAt } = await store.openVersion(id, version);
      const template = await store.templateOf(document);
      return addNew(context, copyOf(document, now(), formatInstant(savedAt)), template);
    },
  } satisfies Partial<Api>;
}
