import { risksOf } from '#shared/kinds/risks/risks.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { strayAnswers } from '#shared/review/stray-answers.ts';
import type { Template } from '#shared/template/template.ts';

/**
 * What a review says about things its template does not have, one readable line each: usually a
 * misspelt key in a file written by hand. Such entries are kept, but no screen and no record shows them.
 */
export function misfits(review: ReviewDocument, template: Template): readonly string[] {
  const { decision, signOff } = review;
  const options = decision.options.map(({ id }) => id);
  const conditions = decision.conditions.map(({ id }) => id);
  const approvers = signOff.approvers.map(({ id }) => id);
  const signatures = signOff.signatures.map(({ id }) => id);
  return [
    ...strayAnswers(review, template).map(({ path, id, known }) => line(path, id, known)),
    ...(decision.chosenOption === null || options.includes(decision.chosenOption)
      ? []
      : [line('decision.chosenOption', decision.chosenOption, options)]),
    ...decision.conditions.flatMap(({ risk, action }, index) =>
      conditionMisfits(review, template, index, risk, action),
    ),
    ...Object.keys(review.closings ?? {}).flatMap((id) =>
      conditions.includes(id) ? [] : [line(`closings.${id}`, id, conditions)],
    ),
    ...Object.keys(review.witnessedInstead ?? {}).flatMap((id) =>
      signatures.includes(id) ? [] : [line(`witnessedInstead.${id}`, id, signatures)],
    ),
    ...signOff.signatures.flatMap(({ approver }, index) =>
      approvers.includes(approver) ? [] : [line(`signOff.signatures.${index}.approver`, approver, approvers)],
    ),
  ];
}

/** The risk, and the action of it, that a condition names. */
function conditionMisfits(
  review: ReviewDocument,
  template: Template,
  index: number,
  risk: string | undefined,
  action: string | undefined,
): readonly string[] {
  if (risk === undefined) {
    return action === undefined ? [] : [line(`decision.conditions.${index}.action`, action, [])];
  }
  const risks = risksOf(review, template);
  const found = risks.find(({ id }) => id === risk);
  const where = `decision.conditions.${index}`;
  if (!found)
    return [
      line(
        `${where}.risk`,
        risk,
        risks.map(({ id }) => id),
      ),
    ];
  const actions = found.assessment.actions.map(({ id }) => id);
  return action === undefined || actions.includes(action) ? [] : [line(`${where}.action`, action, actions)];
}

function line(where: string, id: string, known: readonly string[]): string {
  const expected = known.length === 0 ? 'nothing is expected here' : `expected one of ${known.join(', ')}`;
  return `document.${where}: “${id}” is not known; ${expected}`;
}
