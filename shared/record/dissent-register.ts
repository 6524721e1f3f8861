import { criterionViews } from '#shared/kinds/options/answers.ts';
import { criteriaIn } from '#shared/kinds/options/criteria.ts';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import { sectionOf } from '#shared/template/template.ts';
import type { RecordBlock, RecordCell } from './model.ts';
import type { RecordSource } from './source.ts';
import { viewRows, viewTable } from './view-rows.ts';

/**
 * Every view that differs from what is on record, in one table: on the decision first, then on the rule's questions, on
 * scores and on risks, then the signers who are not content. Nothing where there is none.
 */
export function dissentRegister(source: RecordSource): readonly RecordBlock[] {
  const { review, template } = source;
  const questions = sectionOf(template, 'rule')?.questions ?? [];
  const rows = [
    ...viewRows(source, 'The decision', review.decision.dissent, 'decision', 'choice'),
    ...questions.flatMap(({ id, name }) => viewRows(source, name, ruleAnswer(review, id).dissent, 'rule', id)),
    ...criteriaIn(review, template).flatMap(({ id, name }) =>
      viewRows(source, `Scores by “${name}”`, criterionViews(review, id), 'options', id),
    ),
    ...risksOf(review, template).flatMap(({ id, number, name }) =>
      viewRows(source, `Risk ${number}, ${name}`, assessmentOf(review, id).dissent ?? [], 'risks', id),
    ),
    ...signerRows(source),
  ];
  if (rows.length === 0) return [];
  return [viewTable('About', rows)];
}

function signerRows({ review, contentSha256 }: RecordSource): readonly (readonly RecordCell[])[] {
  return approverStandings(review, contentSha256).flatMap((standing) => {
    if (standing.kind !== 'signed') return [];
    const { name, verdict, comment } = standing.signature;
    if (verdict !== 'object' && verdict !== 'can-live-with-it') return [];
    const position = { text: VERDICT_WORDS[verdict], tone: verdict === 'object' ? 'warning' : 'open' } as const;
    return [[{ text: 'Sign-off' }, { text: name }, position, { text: comment }]];
  });
}
