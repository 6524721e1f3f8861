import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRecord } from '#shared/record/build.ts';
import { reviewDocumentSchema } from '#shared/review.ts';
import { signedContent } from '#shared/sign-off.ts';
import { templateSchema } from '#shared/template.ts';
import type { RecordJob } from '../../main/record/record-file.ts';

/** The job of printing a sample that ships with the program. */
export function sampleJob(appFolder: string, name: string): RecordJob {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(appFolder, path), 'utf8'));
  const text = readFileSync(join(appFolder, `templates/samples/${name}.json`));
  const { document } = JSON.parse(text.toString());
  const review = reviewDocumentSchema.parse(document);
  const template = templateSchema.parse(read(`templates/${review.template.id}.json`));
  const record = buildRecord(review, template, {
    contentSha256: createHash('sha256').update(signedContent(review)).digest('hex'),
    revision: 3,
    savedAt: '2026-03-03T14:05:06.789Z',
  });
  return { record, data: text, paper: 'a4' };
}
