import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { attachReview } from '#main/record/attach-review.ts';
import { renderPdf } from '#main/record/render-pdf.ts';
import { canonicalReviewFile } from '#main/store/review-file.ts';
import type { Paper } from '#shared/contract/contract.ts';
import { languages } from '#test/support/languages.ts';
import { pdfFonts, recordOf } from '#test/support/pdf.ts';
import { signedReview } from '#test/support/sealed-record.ts';
import { smallTemplate } from '#test/support/small-review.ts';

/** A record with every script, drawn strokes and curves, signed or a draft. */
async function recordBytes(paper: Paper, isSigned: boolean): Promise<string> {
  const statement = languages.map(({ title, text }) => `${title}\n${text}`).join('\n');
  const signed = signedReview(['Żaneta Nowak', '王小明'], {
    title: 'The same everywhere',
    decision: { choice: 'stay', statement },
  });
  const review = isSigned ? signed : { ...signed, signOff: { ...signed.signOff, signatures: [] } };
  const record = recordOf(review, smallTemplate);
  const data = canonicalReviewFile({ document: review, revision: 7, savedAt: record.savedAt }, smallTemplate);
  const bytes = await attachReview(await renderPdf(record, await pdfFonts(), { paper }), data, record);
  return createHash('sha256').update(bytes).digest('hex');
}

// Whatever the processor, the system, its language and time zone, and the version of Node: these are the bytes. A new
// look or version of the program changes them; `npx vitest run --project integration record-bytes -u` notes the new ones.
it('a record has the same bytes on every machine', async () => {
  expect(await recordBytes('a4', false)).toMatchInlineSnapshot(
    `"8605cf79574bac124c28f93a3595261eb30912560be948d6ede6495ca3f9cb93"`,
  );
  expect(await recordBytes('letter', true)).toMatchInlineSnapshot(
    `"ac9b32aebe21bb7173be657ad37241ccc0292e5b411d1216adf33ce04e004466"`,
  );
});
