import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { attachReview } from '#main/record/attach-review.ts';
import { renderPdf } from '#main/record/render-pdf.ts';
import { canonicalReviewFile } from '#main/store/review-file.ts';
import type { Paper } from '#shared/contract/contract.ts';
import { pdfFonts, recordOf } from '#test/support/pdf.ts';
import { inProject } from '#test/support/project.ts';
import { signedReview } from '#test/support/sealed-record.ts';
import { smallTemplate } from '#test/support/small-review.ts';

const languages = z
  .array(z.object({ title: z.string(), text: z.string() }))
  .parse(JSON.parse(readFileSync(inProject('test/fixtures/languages/languages.json'), 'utf8')));

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
    `"ed90a4b56824e98086629e1b1a0b54ee8cc2bbaef94fb13b77e163c532bc924b"`,
  );
  expect(await recordBytes('letter', true)).toMatchInlineSnapshot(
    `"b11d7f019b48f66d1717d48460592c2c52dd5b25df90cedc532d174f3bdd3dc0"`,
  );
});
