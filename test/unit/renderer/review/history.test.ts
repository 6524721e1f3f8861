import { describe, expect, it } from 'vitest';
import { type History, recordBarrier, recordEdit, redo, startHistory, undo } from '#renderer/review/history.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Start',
});

const titled = (title: string): ReviewDocument => ({ ...START, title });

/** Types texts into one field, one every `every` ms. */
function typed(history: History, texts: readonly string[], every: number, from = 0): History {
  return texts.reduce((now, text, index) => recordEdit(now, titled(text), 'title', from + index * every), history);
}

describe('the history of a review', () => {
  it('goes back and forth step by step', () => {
    const edited = recordEdit(recordEdit(startHistory(START), titled('A'), null, 0), titled('B'), null, 0);
    const back = undo(edited);
    expect(back.present.title).toBe('A');
    expect(undo(back).present).toBe(START);
    expect(redo(redo(undo(back))).present.title).toBe('B');
  });

  it('stays where it is when there is nothing to undo or redo', () => {
    const history = startHistory(START);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it('takes the letters typed into one field as one step', () => {
    const history = typed(startHistory(START), ['G', 'Ga', 'Gat'], 200);
    expect(history.present.title).toBe('Gat');
    expect(undo(history).present).toBe(START);
  });

  it('begins a new step after a pause', () => {
    const history = typed(typed(startHistory(START), ['G', 'Ga'], 200), ['Gat', 'Gate'], 200, 2_000);
    expect(undo(history).present.title).toBe('Ga');
  });

  it('begins a new step when somebody types on and on', () => {
    const texts = Array.from({ length: 60 }, (_, index) => 'x'.repeat(index + 1));
    const history = typed(startHistory(START), texts, 500);
    expect(undo(history).present.title.length).toBeGreaterThan(1);
    expect(history.past.length).toBeLessThan(10);
  });

  it('keeps two fields apart, however quickly they follow each other', () => {
    const first = recordEdit(startHistory(START), titled('A'), 'title', 0);
    const both = recordEdit(first, { ...first.present, component: 'B' }, 'component', 10);
    expect(undo(both).present).toBe(first.present);
  });

  it('does not join an edit to what was typed before an undo', () => {
    const history = typed(startHistory(START), ['A'], 0);
    const again = recordEdit(undo(history), titled('B'), 'title', 100);
    expect(undo(again).present).toBe(START);
  });

  it('drops what was undone once something else is typed', () => {
    const history = undo(recordEdit(startHistory(START), titled('A'), null, 0));
    expect(recordEdit(history, titled('B'), null, 0).future).toEqual([]);
  });

  it('leaves no step for a change that changes nothing', () => {
    const history = startHistory(START);
    expect(recordEdit(history, START, null, 0)).toBe(history);
    expect(recordBarrier(history, START)).toBe(history);
  });

  it('does not go back over a signature', () => {
    const signed = recordBarrier(recordEdit(startHistory(START), titled('A'), null, 0), titled('Signed'));
    expect(undo(signed).present.title).toBe('Signed');
    const later = recordEdit(signed, titled('Later'), null, 0);
    expect(undo(undo(later)).present.title).toBe('Signed');
  });

  it('keeps a bounded number of steps', () => {
    let history = startHistory(START);
    for (let index = 0; index < 1_000; index++) history = recordEdit(history, titled(`T${index}`), null, index);
    expect(history.past.length).toBe(300);
    expect(history.past.at(-1)?.title).toBe('T998');
  });
});
