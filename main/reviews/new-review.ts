import { randomUUID } from 'node:crypto';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

/** An empty review of a template. */
export function newReview(
  template: LoadedTemplate,
  input: {
    readonly title: string;
    readonly component?: string;
    readonly candidate?: string;
    readonly current?: string;
  },
  now: Date,
): ReviewDocument {
  return reviewDocumentSchema.parse({
    id: randomUUID(),
    createdAt: now.toISOString(),
    template: { id: template.template.id, version: template.template.version, sha256: template.sha256 },
    title: input.title,
    component: input.component,
    candidate: input.candidate ?? template.template.candidate,
    current: input.current,
  });
}
