import type { ReviewDocument } from '#shared/review.ts';
import { strayAnswers } from '#shared/stray-answers.ts';
import type { Template } from '#shared/template.ts';

/**
 * What a review says about things its template does not have, one readable line each: usually a
 * misspelt key in a file written by hand. Such entries are kept, but no screen and no record shows them.
 */
export function misfits(review: ReviewDocument, template: Template): readonly string[] {
  const { decision, signOff } = review;
  const options = decision.options.map(({ id }) => id);
  const approvers = signOff.approvers.map(({ id }) => id);
  return [
    ...strayAnswers(review, template).map(({ path, id, known }) => line(path, id, known)),
    ...(decision.chosenOption === null || options.includes(decision.chosenOption)
      ? []
      : [line('decision.chosenOption', decision.chosenOption, options)]),
    ...signOff.signatures.flatMap(({ approver }, index) =>
      approvers.includes(approver) ? [] : [line(`signOff.signatures.${index}.approver`, approver, approvers)],
    ),
  ];
}

function line(where: string, id: string, known: readonly string[]): string {
  const expected = known.length === 0 ? 'nothing is expected here' : `expected one of ${known.join(', ')}`;
  return `document.${where}: “${id}” is not known; ${expected}`;
}
