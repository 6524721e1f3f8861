import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPdf, readRecordFile, readReviewFile } from '#renderer/base/read-file.ts';
import { findReviews, SORT_ORDERS, type SortOrder } from '#renderer/pages/home/find-reviews.ts';
import { followList, type ReviewList } from '#renderer/pages/home/use-review-list.ts';
import { FILE_SIZE_LIMIT, RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { Client, Output } from '#shared/contract/contract.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';

function summary(title: string, rest: Partial<ReviewSummary> = {}): ReviewSummary {
  return {
    id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
    title,
    component: '',
    candidate: '',
    templateTitle: '',
    templateSha256: 'a'.repeat(64),
    reconstruction: false,
    outcome: null,
    decision: null,
    sectionsComplete: 0,
    sections: 7,
    openPoints: 10,
    signOff: 'unsigned',
    supersedes: null,
    statement: '',
    exposure: { before: null, after: null },
    gains: [],
    reviewOn: null,
    due: [],
    lookAgain: null,
    answered: [],
    tags: [],
    isArchived: false,
    savedAt: '2026-03-02T09:00:00Z',
    number: 1,
    afterwards: null,
    revision: 1,
    ...rest,
  };
}

const titles = (reviews: readonly ReviewSummary[]) => reviews.map((review) => review.title);

describe('findReviews', () => {
  const reviews = [
    summary('Gateway 10', { component: 'Brücke', savedAt: '2026-03-03T09:00:00Z', openPoints: 3 }),
    summary('Gateway 2', { candidate: 'Zig', reviewOn: '2026-06-01', savedAt: '2026-03-01T09:00:00Z' }),
    summary('Ünder', { outcome: { name: 'No verdict', lean: 'open' }, reviewOn: '2026-05-01' }),
    summary('Billing', { decision: { name: 'Trial', lean: 'for', stage: 'Library' } }),
  ];

  it('searches title, component, candidate, outcome, decision and stage', () => {
    const find = (query: string) => titles(findReviews(reviews, query, 'title'));
    expect(find('billing')).toEqual(['Billing']);
    expect(find('brücke')).toEqual(['Gateway 10']);
    expect(find('zig')).toEqual(['Gateway 2']);
    expect(find('verdict')).toEqual(['Ünder']);
    expect(find('trial')).toEqual(['Billing']);
    expect(find('library')).toEqual(['Billing']);
    expect(find('nothing of the kind')).toEqual([]);
  });

  it('wants every word and minds neither case nor accents', () => {
    expect(titles(findReviews(reviews, '  GATEWAY bruck ', 'title'))).toEqual(['Gateway 10']);
    expect(titles(findReviews(reviews, 'gateway zebra', 'title'))).toEqual([]);
    expect(titles(findReviews(reviews, 'under', 'title'))).toEqual(['Ünder']);
  });

  it('sorts numbers in titles as numbers', () => {
    expect(titles(findReviews(reviews, '', 'title'))).toEqual(['Billing', 'Gateway 2', 'Gateway 10', 'Ünder']);
  });

  it('sorts by last change, newest first', () => {
    expect(titles(findReviews(reviews, '', 'changed'))[0]).toBe('Gateway 10');
    expect(titles(findReviews(reviews, '', 'changed')).at(-1)).toBe('Gateway 2');
  });

  it('sorts by review-again date, soonest first and none last', () => {
    expect(titles(findReviews(reviews, '', 'review-on')).slice(0, 2)).toEqual(['Ünder', 'Gateway 2']);
  });

  it('sorts what was superseded behind its successor and all else that stands, in every order', () => {
    const old = { savedAt: '2026-03-04T09:00:00Z', reviewOn: '2026-01-01', openPoints: 0, component: 'A' } as const;
    const both = [summary('A', { ...old, afterwards: 'superseded' }), summary('B', { openPoints: 5, component: 'B' })];
    const orders = Object.keys(SORT_ORDERS) as SortOrder[];
    expect(orders.map((order) => titles(findReviews(both, '', order)))).toEqual(orders.map(() => ['B', 'A']));
  });

  it('sorts by open points, fewest first', () => {
    expect(titles(findReviews(reviews, '', 'open-points'))[0]).toBe('Gateway 10');
  });
});

describe('records among chosen files', () => {
  it('are told by how they begin, not by their name', async () => {
    expect(await isPdf(new Blob(['%PDF-1.7 …']))).toBe(true);
    expect(await isPdf(new Blob(['{"format"']))).toBe(false);
    expect(await isPdf(new Blob([]))).toBe(false);
  });

  it('are read as Base64, however large they are', async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 256);
    const read = await readRecordFile(new Blob([bytes]));
    if (read.kind !== 'read') throw new Error(read.message);
    expect(Buffer.from(read.text, 'base64').equals(bytes)).toBe(true);
  });

  it('are refused when they are too large', async () => {
    const file = { size: RECORD_SIZE_LIMIT + 1, arrayBuffer: () => Promise.reject(new Error('not to be read')) };
    expect(await readRecordFile(file)).toMatchObject({ kind: 'failed', message: expect.stringContaining('11 MB') });
  });
});

describe('readReviewFile', () => {
  it('reads UTF-8', async () => {
    expect(await readReviewFile(new Blob(['{"title":"Brücke → Ω"}']))).toEqual({
      kind: 'read',
      text: '{"title":"Brücke → Ω"}',
    });
  });

  it('refuses bytes that are no UTF-8 instead of replacing them', async () => {
    const file = new Blob([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x80])]);
    expect(await readReviewFile(file)).toMatchObject({ kind: 'failed', message: expect.stringContaining('UTF-8') });
  });

  it('refuses a file that is too large without reading it', async () => {
    const file = {
      size: FILE_SIZE_LIMIT + 1,
      arrayBuffer: () => Promise.reject(new Error('This must not be read')),
    };
    expect(await readReviewFile(file)).toMatchObject({ kind: 'failed', message: expect.stringContaining('8 MB') });
  });

  it('says so when the file cannot be read', async () => {
    const file = { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) };
    expect(await readReviewFile(file)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('cannot be read'),
    });
  });
});

describe('a list that fills', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  type Answer = Output<'review.list'>;
  const part = (count: number, reading: number): Answer => ({
    kind: 'list',
    reviews: Array.from({ length: count }, (_, index) => summary(`Review ${index}`)),
    unreadable: [],
    reading,
  });

  function following(answers: readonly Answer[]) {
    const asked: object[] = [];
    const shown: ReviewList[] = [];
    const ending = new AbortController();
    const client: Pick<Client, 'review.list'> = {
      'review.list': async (input) => {
        asked.push(input);
        const answer = answers[asked.length - 1];
        if (!answer) throw new Error('Asked once too often');
        return answer;
      },
    };
    const done = followList(client, ending.signal, (state) => shown.push(state));
    return { asked, shown, ending, done };
  }

  it('is shown as it fills, asked for again where it was, and then no more', async () => {
    const { asked, shown, done } = following([part(2, 8), part(6, 4), part(10, 0)]);
    await vi.runAllTimersAsync();
    await done;
    expect(asked).toEqual([{}, { goOn: true }, { goOn: true }]);
    expect(shown.map((state) => (state.kind === 'ready' ? state.list.reviews.length : state.kind))).toEqual([2, 6, 10]);
  });

  it('is asked for once where it is whole, and not again after a failure', async () => {
    const whole = following([part(3, 0)]);
    await whole.done;
    expect(whole.asked).toHaveLength(1);
    const failed = following([part(1, 5), { kind: 'failed', code: 'io', message: 'No disk.', details: [] }]);
    await vi.runAllTimersAsync();
    await failed.done;
    expect(failed.shown.at(-1)).toMatchObject({ kind: 'failed', fault: { message: 'No disk.' } });
  });

  it('shows nothing more when nobody wants it', async () => {
    const { asked, shown, ending, done } = following([part(2, 8), part(10, 0)]);
    await vi.advanceTimersByTimeAsync(0);
    ending.abort();
    await vi.runAllTimersAsync();
    await done;
    expect([asked.length, shown.length]).toEqual([1, 1]);
  });
});
