import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSha256 } from '#main/files/hash.ts';
import type { PrintJob } from '#main/record/record-file.ts';
import { parseTemplate } from '#main/templates/parse-template.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';

/** The job of printing a sample that ships with the program. */
export function sampleJob(appFolder: string, name: string): PrintJob {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(appFolder, path), 'utf8'));
  const { document } = read(`templates/samples/${name}.json`) as { readonly document: unknown };
  const review = reviewDocumentSchema.parse(document);
  const template = parseTemplate(read(`templates/${review.template.id}.json`));
  if (!template.ok) throw new Error(template.problems.join('\n'));
  const stored = { revision: 3, savedAt: '2026-03-03T14:05:06.789Z', contentSha256: contentSha256(review) };
  return {
    review: { document: review, template: template.loaded, ...stored },
    paper: 'a4',
    sealFingerprints: [],
  };
}
