import { FailureError } from '#main/files/failure.ts';
import { dueCalendar, dueCsv } from '#main/record/forms/due-files.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';
import { dueList } from '#shared/follow-up/due-list.ts';

/** Makes files of what is due in all reviews. */
export function dueCalls({ store }: Pick<ApiContext, 'store'>) {
  return {
    'due.file': async ({ form, ...filter }) => {
      const due = dueList((await store.list()).reviews, filter);
      if (due.length === 0) {
        throw new FailureError('invalid', 'Nothing is due that fits, so there is nothing to put into a file.');
      }
      return { kind: 'file', text: form === 'csv' ? dueCsv(due) : dueCalendar(due) };
    },
  } satisfies Partial<Api>;
}
