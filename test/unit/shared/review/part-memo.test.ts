import { describe, expect, it } from 'vitest';
import { partMemo } from '#shared/review/part-memo.ts';
import { smallReview } from '#test/support/small-review.ts';

/** A memo that counts how often it computes. */
function counted<Result>(compute: Parameters<typeof partMemo<readonly string[], Result>>[0]) {
  let times = 0;
  const memo = partMemo<readonly string[], Result>((review, ...rest) => {
    times += 1;
    return compute(review, ...rest);
  });
  return { memo, times: () => times };
}

describe('partMemo', () => {
  const review = smallReview();
  const decided = { ...review, decision: { ...review.decision, statement: 'Go on.' } };

  it('computes again when a part that was read is another one', () => {
    const { memo, times } = counted(({ decision }) => decision.statement);
    expect(memo(review)).toBe('');
    expect(memo(decided)).toBe('Go on.');
    expect(times()).toBe(2);
  });

  it('gives the same result while only other parts change', () => {
    const { memo, times } = counted(({ risks }) => ({ own: risks.own.length }));
    const first = memo(review);
    expect(memo(decided)).toBe(first);
    // From the second document on it is known what it rests on.
    expect(memo({ ...decided, title: 'Another' })).toBe(first);
    expect(times()).toBe(2);
  });

  it('gives the same result for the same document from the first time on', () => {
    const { memo, times } = counted(({ risks }) => ({ own: risks.own.length }));
    expect(memo(review)).toBe(memo(review));
    expect(times()).toBe(1);
  });

  it('watches nothing of a review that it is asked about once, as a list asks of each', () => {
    const { memo } = counted((given) => given as unknown as string);
    expect(memo(review)).toBe(review);
    const other = smallReview({ id: '00000000-0000-4000-8000-00000000000b' });
    expect(memo(other)).toBe(other);
    expect(memo({ ...other, title: 'Another' })).not.toBe(other);
  });

  it('notices a part that was looked for and appears later', () => {
    const { memo } = counted((given) => ('audit' in given ? 'there' : 'absent'));
    const { audit: _, ...without } = review;
    expect(memo(without)).toBe('absent');
    expect(memo({ ...without, audit: { startedOn: null } as never })).toBe('there');
  });

  it('takes a copy of the document for a reading of all of it', () => {
    const { memo } = counted((given) => JSON.stringify({ ...given }));
    expect(memo(review)).toBe(JSON.stringify(review));
    expect(memo(decided)).toBe(JSON.stringify(decided));
    const { context: _, ...less } = decided;
    expect(memo(less as never)).toBe(JSON.stringify(less));
  });

  it('computes again for other inputs', () => {
    const { memo, times } = counted((given, suffix) => given.title + suffix);
    expect(memo(review, 'a')).toBe(`${review.title}a`);
    expect(memo(review, 'b')).toBe(`${review.title}b`);
    expect(memo(review, 'b')).toBe(`${review.title}b`);
    expect(times()).toBe(2);
  });
});
