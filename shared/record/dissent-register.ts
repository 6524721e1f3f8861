import type { Dissent } from '#shared/kinds/parts.ts';
import { POSITION_WORDS } from '#shared/kinds/parts-words.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import { sectionOf } from '#shared/template/template.ts';
import type { RecordBlock, RecordCell } from './model.ts';
import type { RecordSource } from './source.ts';

/**
 * Every view that differs from the answers on record, and the signers who are not content; nothing where there is none. Those
 * that differ from the decision stand with it.
 */
export function dissentRegister(source: RecordSource): readonly RecordBlock[] {
  const { review, contentSha256 } = source;
  const rows = [
    ...ruleQuestions(source).flatMap(({ id, name }) => ruleAnswer(review, id).dissent.map((entry) => row(name, entry))),
    ...approverStandings(review, contentSha256).flatMap((standing) => {
      if (standing.kind !== 'signed') return [];
      const { name, verdict, comment } = standing.signature;
      if (verdict !== 'object' && verdict !== 'can-live-with-it') return [];
      const position = { text: VERDICT_WORDS[verdict], tone: verdict === 'object' ? 'warning' : 'open' } as const;
      return [[{ text: 'Sign-off' }, { text: name }, position, { text: comment }]];
    }),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'About', weight: 2.4 },
        { title: 'Who', weight: 2.4 },
        { title: 'Position', weight: 2.2 },
        { title: 'Reason', weight: 5 },
      ],
      rows,
    },
  ];
}

function row(about: string, { name, position, reason }: Dissent): readonly RecordCell[] {
  const tone = position === 'formal-objection' ? 'warning' : 'open';
  return [{ text: about }, { text: name }, { text: POSITION_WORDS[position], tone }, { text: reason }];
}

function ruleQuestions({ template }: RecordSource) {
  return sectionOf(template, 'rule')?.questions ?? [];
}
