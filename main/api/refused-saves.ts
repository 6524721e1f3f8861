import type { Api } from '#shared/contract/contract.ts';

/** The same calls, and the titles of reviews whose last change was sent and could not be saved. */
export interface WatchedApi {
  readonly api: Api;
  readonly refused: () => readonly string[];
}

/** Keeps an eye on saves, so that a program that ends does not call saved what was refused. */
export function watchSaves(api: Api): WatchedApi {
  const refused = new Map<string, string>();
  /** A call that changes a review; one that breaks down has saved nothing either. */
  const watched =
    <
      Input extends { readonly document: { readonly id: string; readonly title: string } },
      Result extends { readonly kind: string },
    >(
      call: (input: Input) => Promise<Result>,
    ) =>
    async (input: Input): Promise<Result> => {
      const { id, title } = input.document;
      refused.set(id, title);
      const answer = await call(input);
      if (answer.kind === 'saved') refused.delete(id);
      return answer;
    };
  return {
    api: {
      ...api,
      'review.save': watched(api['review.save']),
      'review.putBack': watched(api['review.putBack']),
      'review.open': async (input) => {
        const answer = await api['review.open'](input);
        // Whoever loads it again goes on from what is on disk; what was not saved is offered there as a draft.
        if (answer.kind === 'opened') refused.delete(input.id);
        return answer;
      },
      'review.import': async (input) => {
        const answer = await api['review.import'](input);
        // What could not be saved was kept as a copy beside it.
        if (answer.kind === 'imported' && answer.beside !== undefined) refused.delete(answer.beside);
        return answer;
      },
    },
    refused: () => [...refused.values()],
  };
}
