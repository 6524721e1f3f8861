import { describe, expect, it } from 'vitest';
import { ReadingQueue } from '#main/store/reading-queue.ts';

describe('the queue of files to read', () => {
  it('reads a few at a time, and then the one asked for last first', async () => {
    const queue = new ReadingQueue<string>(() => 4);
    const started: string[] = [];
    const finish = new Map<string, () => void>();
    const results = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) =>
      queue.read(key, () => {
        started.push(key);
        return new Promise((resolve) => finish.set(key, () => resolve(key)));
      }),
    );
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    finish.get('b')?.();
    await results[1];
    expect(started).toEqual(['a', 'b', 'c', 'd', 'f']);
    for (const key of ['a', 'c', 'd', 'f']) finish.get(key)?.();
    await results[5];
    expect(started.at(-1)).toBe('e');
  });

  it('reads once what is asked for twice at a time, and goes on after a fault', async () => {
    const queue = new ReadingQueue<number>(() => 4);
    let reads = 0;
    const read = async () => ++reads;
    expect(await Promise.all([queue.read('a', read), queue.read('a', read)])).toEqual([1, 1]);
    await expect(queue.read('a', () => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
    expect(await queue.read('a', read)).toBe(2);
  });
});
