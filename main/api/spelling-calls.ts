import { explaining } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { Api } from '#shared/contract/contract.ts';

/** The calls about the spelling in texts. */
export function spellingCalls({ spelling }: Pick<ApiContext, 'spelling'>) {
  return {
    'spelling.show': async () => {
      const { offered, chosen, words, ...shown } = await spelling.show();
      return { kind: 'spelling', ...shown, offered: [...offered], chosen: [...chosen], words: [...words] };
    },
    'spelling.choose': async ({ languages }) => {
      await explaining('The choice could not be kept', () => spelling.choose(languages));
      return { kind: 'chosen' };
    },
    'spelling.add': async ({ word }) => {
      await spelling.add(word);
      return { kind: 'added' };
    },
    'spelling.forget': async ({ word }) => {
      await spelling.forget(word);
      return { kind: 'forgotten' };
    },
  } satisfies Partial<Api>;
}
