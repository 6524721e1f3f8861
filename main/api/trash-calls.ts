import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';

/** The calls on what was deleted: look at it, bring it back, or delete it for good. */
export function trashCalls({ store }: Pick<ApiContext, 'store'>) {
  return {
    'trash.list': async () => ({ kind: 'list', ...(await store.trashed()) }),
    'trash.open': async ({ file }) => {
      const { template, ...review } = await store.openTrashed(file);
      return { kind: 'opened', ...review, template: template.template };
    },
    'trash.restore': async ({ file }) => ({ kind: 'restored', id: await store.restoreFile(file) }),
    'trash.delete': async ({ file }) => {
      await store.deleteForGood(file);
      return { kind: 'deleted' };
    },
  } satisfies Partial<Api>;
}
