import type { BlockOf } from '#shared/record/model.ts';

/** A stage of a path in a line of text. */
export function stageInWords({ name, state, met, of, decided }: BlockOf<'stages'>['stages'][number]): string {
  const criteria = of === 0 ? '' : `, ${met} of ${of} exit criteria met`;
  return `${name}: ${state.text.toLowerCase()}${criteria}${decided ? '; the decision is for this stage' : ''}`;
}
