import { describe, expect, it } from 'vitest';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { pageTexts, pdfOf, recordOf, squeezed } from '#test/support/pdf.ts';
import { sampleNames, shippedTemplates, shippedText } from '#test/support/shipped.ts';

/** Every text with more than one word in a value; single words are ids, choices and units. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\S\s+\S/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentences);
}

describe.each(sampleNames)('the record of the sample %s', (name) => {
  const { document } = JSON.parse(shippedText(`templates/samples/${name}.json`));
  const review = reviewDocumentSchema.parse(document);
  const template = shippedTemplates.get(review.template.id);
  if (!template) throw new Error(`There is no template ${review.template.id}`);
  const record = recordOf(review, template);

  it('prints every sentence of it', async () => {
    const pages = await pageTexts(await pdfOf(record), '-raw');
    // What stands above and below the text is drawn last, so in the order of drawing it ends a page.
    const bodies = pages.map((page) => squeezed(page).split('DRAFTDecisionrecord')[0]);
    const text = bodies.join('');
    const wanted = sentences(review);
    // A half-hour review says less than a whole one.
    expect(wanted.length).toBeGreaterThan(review.template.id === 'quick-review' ? 60 : 150);
    expect(wanted.filter((sentence) => !text.includes(squeezed(sentence)))).toEqual([]);
  });

  it('sums it up on the first page', async () => {
    const [first = '', second = ''] = await pageTexts(await pdfOf(record));
    const page = squeezed(first);
    for (const text of [
      review.title,
      record.summary.decision?.name ?? 'no decision',
      record.summary.outcome?.explanation ?? 'no outcome',
      ...record.summary.topRisks.slice(0, 1).flatMap((risk) => [risk.name, risk.before.text]),
      // Long ones are cut there, and stand whole on the second page.
      ...record.summary.nextActions.map((action) => action.text.slice(0, 28)),
      'Reconstruction.',
      'Nobody has signed this content yet.',
      ...review.signOff.approvers.map((approver) => approver.name),
    ]) {
      expect(page).toContain(squeezed(text));
    }
    expect(second).toContain('Actions and conditions');
  });
});
