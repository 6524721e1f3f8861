import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { splitCallout } from '#shared/kinds/options/record-split.ts';
import { dissentBlocks, empty, heading, ifWritten, written } from '#shared/record/blocks.ts';
import { departureBlocks, recordDepartures } from '#shared/record/departures.ts';
import type { RecordBlock, RecordSummary, Tone } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { splitVotesBlocks } from '#shared/rounds/split-votes.ts';
import { judgementsAt } from '#shared/stage/differing-views.ts';
import { sectionOf } from '#shared/template/template.ts';
import type { Condition } from './answers.ts';
import { chosenDecision } from './decision.ts';
import { asksWayBack, wayBackLimit, wayBackOf } from './way-back.ts';
import { REACH_WORDS, UNDO_WORDS } from './words.ts';

/** The choice with the stage it is for; null while nothing is decided. */
export function decisionOf({ review, template }: RecordSource): RecordSummary['decision'] {
  const choice = chosenDecision(review, template);
  if (!choice) return null;
  const stage = sectionOf(template, 'path')?.stages.find((entry) => entry.id === review.decision.stage);
  return {
    name: choice.name,
    stage: (choice.needsStage && stage?.name) || '',
    tone: choice.lean,
    statement: review.decision.statement,
  };
}

/** When the decision is looked at again, in a line; empty when nobody said. */
export function reviewAgain({ review }: RecordSource): string {
  const { reviewOn, reviewTrigger } = review.decision;
  return [formatDate(reviewOn), reviewTrigger.trim()].filter(Boolean).join(', or when: ');
}

/** Who asks for a condition, its owner and due date, in a line. */
export function conditionNote(condition: Pick<Condition, 'owner' | 'due'> & { readonly from?: string }): string {
  const { owner, due, from = '' } = condition;
  return [from === '' ? '' : `asked for by ${from}`, owner.trim(), due === null ? '' : `due ${formatDate(due)}`]
    .filter(Boolean)
    .join(', ');
}

const CONSEQUENCES = {
  good: { text: 'Good', tone: 'for' },
  neutral: { text: 'Neutral', tone: 'neutral' },
  bad: { text: 'Bad', tone: 'warning' },
} as const satisfies Record<string, { text: string; tone: Tone }>;

export function decisionBlocks(source: RecordSource): readonly RecordBlock[] {
  const { review, template } = source;
  const { decision } = review;
  const choice = chosenDecision(review, template);
  const stage = decisionOf(source)?.stage ?? '';
  return [
    choice
      ? { kind: 'callout', tone: choice.lean, title: stage === '' ? choice.name : `${choice.name}: ${stage}`, text: '' }
      : empty('No decision has been made.'),
    written(decision.statement, 'The decision has not been written out.'),
    ...splitVotesBlocks(review, template, 'decision'),
    ...splitCallout(source),
    ...departingBlocks(source),
    ...wayBackBlocks(source),
    ...optionBlocks(source),
    heading(1, 'Consequences'),
    decision.consequences.length === 0
      ? empty('No consequences are listed.')
      : {
          kind: 'table',
          columns: [
            { title: 'Kind', weight: 1 },
            { title: 'Consequence', weight: 6 },
          ],
          rows: decision.consequences.map((entry) => [CONSEQUENCES[entry.tone], { text: entry.text }]),
        },
    heading(1, 'Looking at it again'),
    {
      kind: 'fields',
      rows: [
        { label: 'On', text: formatDate(decision.reviewOn) },
        { label: 'When', text: decision.reviewTrigger },
      ],
    },
    ...dissentBlocks(decision.dissent, judgementsAt(review, template, 'decision', anchor('decision', 'choice'))),
  ];
}

/** The departures with their reasons, and reasons that no departure asks for any more. */
function departingBlocks(source: RecordSource): readonly RecordBlock[] {
  const { contradictionReason, departureReasons } = source.review.decision;
  const printed = new Set(recordDepartures(source).map(({ reason }) => reason));
  const left = [contradictionReason, ...Object.values(departureReasons ?? {})].filter(
    (reason) => !isBlank(reason) && !printed.has(reason),
  );
  return [
    ...departureBlocks(source),
    ...(left.length === 0 ? [] : [heading(2, 'Noted on departing from the review'), ...left.flatMap(ifWritten)]),
  ];
}

/** How the decision can be undone; nothing where the template does not ask and nobody said. */
function wayBackBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const { undo, price, reach, prototype, heard } = wayBackOf(review);
  const limit = wayBackLimit(review, template);
  if (!review.decision.wayBack && !asksWayBack(review, template)) return [];
  return [
    heading(1, 'The way back'),
    {
      kind: 'fields',
      rows: [
        { label: 'Undoing it', text: undo === null ? '' : UNDO_WORDS[undo] },
        ...(undo === 'at-a-price' || !isBlank(price) ? [{ label: 'What going back costs', text: price }] : []),
        // Most ways back have no end, so that nothing is missing where none is named.
        ...(limit === '' ? [] : [{ label: 'Until', text: limit }]),
        { label: 'Reaches', text: reach === null ? '' : REACH_WORDS[reach] },
        ...(undo === 'no' || !isBlank(prototype) ? [{ label: 'Prototype', text: prototype }] : []),
        ...(undo === 'no' || !isBlank(heard) ? [{ label: 'Heard outside the room', text: heard }] : []),
      ],
    },
  ];
}

/** The options with what was said for and against each, in the order in which it was written. */
function optionBlocks({ review }: RecordSource): readonly RecordBlock[] {
  const { options, chosenOption } = review.decision;
  if (options.length === 0) return [heading(1, 'Options considered'), empty('No options are listed.')];
  const lines = (entries: readonly { readonly text: string }[]) => entries.map(({ text }) => text).join('\n');
  return [
    heading(1, 'Options considered'),
    {
      kind: 'table',
      columns: [
        { title: 'Option', weight: 2.4, heads: true },
        { title: 'For it', weight: 4 },
        { title: 'Against it', weight: 4 },
      ],
      rows: options.map((option) => [
        { text: optionName(option), ...(option.id === chosenOption ? { note: 'Chosen' } : {}) },
        { text: lines(option.pros) },
        { text: lines(option.cons) },
      ]),
    },
  ];
}

export function optionName(option: Pick<ReviewDocument['decision']['options'][number], 'name'>): string {
  return isBlank(option.name) ? 'Unnamed option' : option.name;
}
