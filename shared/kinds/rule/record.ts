import { isBlank } from '#shared/base/limits.ts';
import { ruleResult } from '#shared/kinds/decision/decision.ts';
import { notKnownText } from '#shared/kinds/parts-words.ts';
import { dissentBlocks, empty, evidenceBlocks, explained, heading, ifWritten, written } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBadge, RecordBlock, RecordSummary } from '#shared/record/model.ts';
import { notAssessed } from '#shared/record/not-assessed.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { anchor } from '#shared/review/anchor.ts';
import { splitVotesBlocks } from '#shared/rounds/split-votes.ts';
import { judgementsAt } from '#shared/stage/differing-views.ts';
import type { RuleQuestion, SectionOf } from '#shared/template/template.ts';
import { type Answer, ruleAnswer } from './answers.ts';
import { explainFlips, explainOutcome } from './explain.ts';
import type { RuleResult } from './outcome.ts';
import { ANSWER_WORDS } from './words.ts';

export function ruleBlocks(source: RecordSource, rule: SectionOf<'rule'>): readonly RecordBlock[] {
  const { review, template } = source;
  const result = ruleResult(review, template);
  return [
    ...(result ? outcomeBlocks(source, result) : []),
    ...rule.questions.flatMap((question) => questionBlocks(source, question)),
    ...leftOver(review.rule.answers, new Set(rule.questions.map((question) => question.id))),
  ];
}

/** The outcome as the first page and the section name it; null while no question has an answer. */
export function outcomeOf({ review, template }: RecordSource): RecordSummary['outcome'] {
  const result = ruleResult(review, template);
  if (!result || result.yes.length + result.no.length + result.unsure.length === 0) return null;
  const explanation = explainOutcome(result);
  if (result.settled) return { name: result.settled.name, tone: result.settled.lean, explanation };
  return { name: result.possible.map((outcome) => outcome.name).join(' or '), tone: 'open', explanation };
}

/** An answer as a badge. */
export function answerBadge(answer: Answer | null): RecordBadge {
  if (answer === null) return { text: 'Not answered', tone: 'neutral' };
  return { text: ANSWER_WORDS[answer], tone: answer === 'yes' ? 'for' : answer === 'no' ? 'against' : 'open' };
}

function outcomeBlocks(source: RecordSource, result: RuleResult): readonly RecordBlock[] {
  const { review, template } = source;
  const outcome = outcomeOf(source);
  const prompt = result.settled?.prompt ?? null;
  const flips = explainFlips(result);
  return [
    outcome
      ? { kind: 'callout', tone: outcome.tone, title: `Outcome: ${outcome.name}`, text: outcome.explanation }
      : empty('No question of the rule has been answered, so there is no outcome yet.'),
    ...splitVotesBlocks(review, template, 'rule'),
    ...(result.settled ? explained(template, result.settled.sources, result.settled.help) : []),
    ...(outcome && flips.length > 0
      ? [
          heading(2, 'Single answers that would change the outcome'),
          { kind: 'list', items: flips } satisfies RecordBlock,
        ]
      : []),
    ...(prompt !== null || !isBlank(review.rule.justification) ? [heading(2, 'What the outcome asks for')] : []),
    ...(prompt === null ? ifWritten(review.rule.justification) : explained(template, [], prompt)),
    ...(prompt === null ? [] : [written(review.rule.justification, 'No justification has been written.')]),
  ];
}

function questionBlocks(source: RecordSource, question: RuleQuestion): readonly RecordBlock[] {
  const { review, template } = source;
  const answer = ruleAnswer(review, question.id);
  const title = heading(1, question.name, answerBadge(answer.answer));
  const unknown: readonly RecordBlock[] = answer.notKnown
    ? [{ kind: 'paragraph', voice: 'team', text: `${notKnownText(answer.notKnown)}.` }]
    : [];
  const isOpen = answer.answer === null && isBlank(answer.rationale);
  if (isOpen && answer.evidence.length + answer.dissent.length === 0) return [title, ...unknown, notAssessed()];
  return [
    title,
    ...explained(template, question.sources, question.question),
    ...unknown,
    written(answer.rationale, 'No reason has been written.'),
    ...(answer.evidence.length === 0 ? [empty('No evidence is recorded.')] : evidenceBlocks(source, answer.evidence)),
    ...dissentBlocks(answer.dissent, judgementsAt(source.review, source.template, 'rule', anchor('rule', question.id))),
  ];
}
