import { explaining } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';

/** The calls on what was deleted: look at it, bring it back, or delete it for good. */
export function trashCalls({ store, settings }: Pick<ApiContext, 'store' | 'settings'>) {
  return {
    'trash.list': async () => {
      const { trashDays: days, trashDeleted: deleted } = settings.data;
      return { kind: 'list', ...(await store.trashed()), days, deleted };
    },
    'trash.keepFor': async ({ days }) => {
      // The first look after this only looks, so that there is time for second thoughts.
      const chosen = { trashDays: days, trashLookedAt: null };
      await explaining('The choice could not be kept', () => settings.update((data) => Object.assign(data, chosen)));
      return { kind: 'kept' };
    },
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
