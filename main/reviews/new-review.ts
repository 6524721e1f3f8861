import { randomUUID } from 'node:crypto';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

/**
 * An empty review of a template.
 * @param quorum how many approvals are enough where the template does not say who decides; null for everybody named
 */
export function newReview(
  template: LoadedTemplate,
  input: {
    readonly title: string;
    readonly component?: string;
    readonly candidate?: string;
    readonly current?: string;
  },
  now: Date,
  quorum: number | null = null,
): ReviewDocument {
  const signOff = template.template.sections.find((section) => section.kind === 'sign-off');
  const isOpen = signOff?.kind === 'sign-off' && signOff.quorum === undefined && signOff.decider === undefined;
  return reviewDocumentSchema.parse({
    id: randomUUID(),
    createdAt: now.toISOString(),
    template: { id: template.template.id, version: template.template.version, sha256: template.sha256 },
    title: input.title,
    component: input.component,
    candidate: input.candidate ?? template.template.candidate,
    current: input.current,
    ...(quorum !== null && isOpen && { signOff: { deciding: { rule: 'quorum', quorum } } }),
  });
}
