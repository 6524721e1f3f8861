import type { Layout } from '#main/record/pages/layout.ts';
import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { onlySection, recordOf } from './pdf.ts';
import { smallReview, smallTemplate } from './small-review.ts';

export type Page = Layout['pages'][number];

/** A record of one section with these blocks. */
export function withBlocks(...blocks: readonly RecordBlock[]): RecordModel {
  const record = recordOf(smallReview(), smallTemplate);
  // A first page with much on it has the second one begin with the section.
  const objections = Array.from({ length: 9 }, () => words(70, 'objection'));
  return {
    ...record,
    summary: { ...record.summary, objections },
    sections: onlySection('Only section', blocks),
  };
}

/** That many different words. */
export function words(count: number, word: string): string {
  return Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');
}

/** A table of two columns. */
export function table(rows: readonly (readonly string[])[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Left head', weight: 1 },
      { title: 'Right head', weight: 2 },
    ],
    rows: rows.map((row) => row.map((text) => ({ text }))),
  };
}

/** Every line of text on a page. */
export function textsOf(ops: Page['ops']): readonly string[] {
  return ops.flatMap((op) => (op.kind === 'text' ? [op.line.text] : []));
}
