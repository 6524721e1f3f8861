import type { ReviewDocument } from '#shared/review.ts';
import { skipRiskId } from '#shared/risks.ts';
import { sectionOf, type Template } from '#shared/template.ts';

/**
 * What a review says about things its template does not have, one readable line each: usually a
 * misspelt key in a file written by hand. Such entries are kept, but no screen and no record shows them.
 */
export function misfits(review: ReviewDocument, template: Template): readonly string[] {
  const stages = sectionOf(template, 'path')?.stages ?? [];
  const stageIds = ids(stages);
  const riskIds = [
    ...ids(sectionOf(template, 'risks')?.risks ?? []),
    ...stageIds.map(skipRiskId),
    ...ids(review.risks.own),
  ];
  const { decision, signOff } = review;
  return [
    ...unknownKeys('context.fields', review.context.fields, ids(sectionOf(template, 'context')?.fields ?? [])),
    ...unknownKeys('rule.answers', review.rule.answers, ids(sectionOf(template, 'rule')?.questions ?? [])),
    ...unknownKeys('path.stages', review.path.stages, stageIds),
    ...stages.flatMap((stage) =>
      unknownKeys(
        `path.stages.${stage.id}.criteria`,
        review.path.stages[stage.id]?.criteria ?? {},
        ids(stage.exitCriteria),
      ),
    ),
    ...unknownKeys('risks.assessments', review.risks.assessments, riskIds),
    ...unknownId('strategy.chosen', review.strategy.chosen, ids(sectionOf(template, 'strategy')?.strategies ?? [])),
    ...unknownId('decision.choice', decision.choice, ids(sectionOf(template, 'decision')?.choices ?? [])),
    ...unknownId('decision.stage', decision.stage, stageIds),
    ...unknownId('decision.chosenOption', decision.chosenOption, ids(decision.options)),
    ...signOff.signatures.flatMap((signature, index) =>
      unknownId(`signOff.signatures.${index}.approver`, signature.approver, ids(signOff.approvers)),
    ),
  ];
}

function unknownKeys(where: string, record: Readonly<Record<string, unknown>>, known: readonly string[]): string[] {
  return Object.keys(record).flatMap((key) => unknownId(where, key, known));
}

function unknownId(where: string, id: string | null, known: readonly string[]): string[] {
  if (id === null || known.includes(id)) return [];
  const expected = known.length === 0 ? 'nothing is expected here' : `expected one of ${known.join(', ')}`;
  return [`document.${where}: “${id}” is not known; ${expected}`];
}

function ids(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}
