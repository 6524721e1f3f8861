import { assertNever } from '#shared/base/assert-never.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Evidence } from '#shared/kinds/parts.ts';

/** Whether an evidence entry still says nothing, so that it backs no answer. */
export function isBlankEvidence(evidence: Evidence): boolean {
  switch (evidence.kind) {
    case 'text':
      return isBlank(evidence.text);
    case 'link':
      return isBlank(evidence.text) && isBlank(evidence.url);
    case 'figure':
      return isBlank(evidence.text) && isBlank(evidence.value);
    case 'measure':
      return evidence.measure === null;
    case 'prototype':
      // What was tried is no finding yet.
      return isBlank(evidence.finding);
    default:
      return assertNever(evidence);
  }
}
