import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { Assessment } from '#shared/kinds/risks/answers.ts';
import { changeAssessment, setUnknown } from '#shared/kinds/risks/edit.ts';

/** What a team says on whether a risk applies. */
export type AppliesValue = 'yes' | 'no' | 'unknown';

/** Null while nothing is said. */
export function appliesValue({ applicable, unknown }: Assessment): AppliesValue | null {
  if (unknown) return 'unknown';
  return applicable === null ? null : applicable ? 'yes' : 'no';
}

/** Says whether a risk applies, or that nobody knows yet. */
export function setApplies(editor: ReviewEditor, risk: string, value: AppliesValue | null): void {
  editor.update((review) =>
    value === 'unknown'
      ? setUnknown(review, risk, true)
      : changeAssessment(review, risk, { applicable: value === null ? null : value === 'yes' }),
  );
}
