import { describe, expect, it } from 'vitest';
import { toldApart } from '#renderer/base/told-apart.ts';

describe('toldApart', () => {
  it('leaves names alone that only one has', () => {
    expect(toldApart(['Ada', 'Bo'])).toEqual(['Ada', 'Bo']);
  });

  it('counts those that several have, in their order', () => {
    expect(toldApart(['Bo', 'Ada', 'Bo', 'Bo'])).toEqual(['Bo, 1 of 3', 'Ada', 'Bo, 2 of 3', 'Bo, 3 of 3']);
  });
});
