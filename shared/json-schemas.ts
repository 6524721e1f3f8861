import * as z from 'zod';
import { envelopeSchema } from './review/envelope.ts';
import { reviewDocumentSchema } from './review/review.ts';
import { templateShape } from './template/shape.ts';
import { verifyReportSchema } from './verify/verify.ts';

/** A JSON Schema (draft 2020-12), ready to be written to a file. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The form of a template file, for editors and other programs. */
export function templateJsonSchema(): JsonSchema {
  return published(
    templateShape,
    'Groundwork template',
    'The sections, items, help, sources and rules that a review follows. See docs/templates.md.',
  );
}

/** The form of a review file to import: what an import fills in by itself is optional here. */
export function reviewFileJsonSchema(): JsonSchema {
  const { template } = reviewDocumentSchema.shape;
  const document = reviewDocumentSchema.partial({ id: true, createdAt: true }).extend({
    template: template.partial({ version: true, sha256: true }).describe(template.description ?? ''),
  });
  return published(
    envelopeSchema.extend({
      document: document.describe('The review itself.'),
      template: templateShape.optional().describe('The template that the review was made from.'),
    }),
    'Groundwork review file',
    'A review as Groundwork stores, exports and imports it. See docs/review-format.md.',
  );
}

/** The form of what `groundwork verify --json` prints. */
export function verifyReportJsonSchema(): JsonSchema {
  return published(
    verifyReportSchema,
    'Groundwork verification report',
    'What “groundwork verify --json” prints. See docs/verify.md.',
  );
}

function published(schema: z.ZodType, title: string, description: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, title, description, ...rest };
}
