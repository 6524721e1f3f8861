import type { ReviewEditor } from '#renderer/review/editor.ts';
import { UNASSIGNED } from '#shared/kinds/not-known.ts';
import { type Assessment, assessmentOf } from '#shared/kinds/risks/answers.ts';
import { changeAssessment, setRiskNotKnown } from '#shared/kinds/risks/edit.ts';

/** What a team says on whether a risk applies. */
export type AppliesValue = 'yes' | 'no' | 'unknown';

/** Null while nothing is said. */
export function appliesValue({ applicable, notKnown }: Assessment): AppliesValue | null {
  if (notKnown) return 'unknown';
  return applicable === null ? null : applicable ? 'yes' : 'no';
}

/** Says whether a risk applies, or that nobody knows yet. */
export function setApplies(editor: ReviewEditor, risk: string, value: AppliesValue | null): void {
  editor.update((review) =>
    value === 'unknown'
      ? setRiskNotKnown(review, risk, assessmentOf(review, risk).notKnown ?? UNASSIGNED)
      : changeAssessment(review, risk, { applicable: value === null ? null : value === 'yes' }),
  );
}
