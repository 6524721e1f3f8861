import { isBlank } from '#shared/base/limits.ts';
import { trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import { measureReference } from '#shared/kinds/evidence/record-measure-reference.ts';
import type { Dissent, Evidence } from '#shared/kinds/parts.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { judgementsAt } from '#shared/stage/differing-views.ts';
import type { Judgement } from '#shared/stage/judgement.ts';
import { sectionOf } from '#shared/template/template.ts';
import { dissentPosition, dissentReason, empty, hoursText } from './blocks.ts';
import type { RecordBlock, RecordCell } from './model.ts';
import type { RecordSource } from './source.ts';

/** Every view that differs from what is on record, of answers, decision and sign-off. */
export function dissentRegister(source: RecordSource): readonly RecordBlock[] {
  const { review, template, contentSha256 } = source;
  const decision = sectionOf(source.template, 'decision');
  const rows = [
    ...ruleQuestions(source).flatMap(({ id, name }) =>
      ruleAnswer(review, id).dissent.map((entry) =>
        row(name, entry, judgementsAt(review, template, anchor('rule', id))),
      ),
    ),
    ...risksOf(review, template).flatMap(({ id, name, assessment }) =>
      (assessment.dissent ?? []).map((entry) => row(name, entry, judgementsAt(review, template, anchor('risks', id)))),
    ),
    ...review.decision.dissent.map((entry) =>
      row(decision?.title ?? 'Decision', entry, judgementsAt(review, template, anchor('decision', 'choice'))),
    ),
    ...approverStandings(review, contentSha256).flatMap((standing) => {
      if (standing.kind !== 'signed') return [];
      const { name, verdict, comment } = standing.signature;
      if (verdict !== 'object' && verdict !== 'can-live-with-it') return [];
      const position = { text: VERDICT_WORDS[verdict], tone: verdict === 'object' ? 'warning' : 'open' } as const;
      return [[{ text: 'Sign-off' }, { text: name }, position, { text: comment }]];
    }),
  ];
  if (rows.length === 0) return [empty('Nobody differed from what is on record.')];
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

function row(about: string, view: Dissent, judgements: readonly Judgement[]): readonly RecordCell[] {
  return [
    { text: about },
    { text: view.name },
    dissentPosition(view, judgements),
    { text: dissentReason(view, judgements) },
  ];
}

/** Everything that backs an answer, numbered, with what it backs. */
export function evidenceRegister(source: RecordSource): readonly RecordBlock[] {
  const { review, template } = source;
  const context = sectionOf(template, 'context');
  const all = [
    ...ruleQuestions(source).flatMap(({ id, name }) =>
      ruleAnswer(review, id).evidence.map((entry) => ({ about: name, entry })),
    ),
    ...trackedMeasures(review, template).flatMap(({ name, entry }) =>
      (entry.design?.evidence ?? []).map((backing) => ({ about: name, entry: backing })),
    ),
    ...review.context.evidence.map((entry) => ({ about: context?.title ?? 'Context', entry })),
  ];
  if (all.length === 0) return [empty('No evidence is on record.')];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'No.', weight: 0.8, align: 'end' },
        { title: 'Evidence', weight: 5.4 },
        { title: 'Source', weight: 3.4 },
        { title: 'For', weight: 2.4 },
      ],
      rows: all.map(({ about, entry }, index) => {
        const { what, from } = described(source, entry);
        return [{ text: String(index + 1) }, { text: what }, { text: from }, { text: about }];
      }),
    },
  ];
}

function described(source: RecordSource, entry: Evidence): { readonly what: string; readonly from: string } {
  switch (entry.kind) {
    case 'text':
      return { what: entry.text, from: '' };
    case 'link':
      return { what: entry.text, from: entry.url };
    case 'figure': {
      const value = [entry.value, entry.unit].filter((part) => !isBlank(part)).join(' ');
      return { what: [entry.text, value].filter((part) => !isBlank(part)).join(': '), from: entry.source };
    }
    case 'prototype':
      return {
        what: [entry.text, entry.finding].filter((part) => !isBlank(part)).join(': '),
        from: prototypeFrom(entry.hours),
      };
    case 'measure':
      return { what: measureReference(source, entry.measure), from: 'Measured in this review' };
  }
}

function prototypeFrom(hours: number | null): string {
  return hours === null ? 'A prototype' : `A prototype, ${hoursText(hours)} of work`;
}

function ruleQuestions({ template }: RecordSource) {
  return sectionOf(template, 'rule')?.questions ?? [];
}
