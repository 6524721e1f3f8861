import type { RecordBlock } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { restsOnSplit } from './rounds.ts';

/** A section with a result that can rest on answers that the people in the room did not agree on. */
export type SplitResult = 'screening' | 'rule' | 'options' | 'risks' | 'decision';

/** A result that rests on split votes. */
export interface SplitVotes {
  readonly section: SplitResult;
  /** Which result it is, as a sentence without its stop. */
  readonly title: string;
  /** The answers voted on, each with how the votes stood. */
  readonly votes: readonly string[];
}

const TITLES: Readonly<Record<SplitResult, string>> = {
  screening: 'The first look rests on a split vote',
  rule: 'The outcome rests on a split vote',
  options: 'The ranking rests on a split vote',
  risks: 'The exposure rests on a split vote',
  decision: 'The decision rests on a split vote',
};

/** The sections in the order in which their results build on each other. */
const RESULTS = Object.keys(TITLES) as readonly SplitResult[];

/** Split votes under the result of a section; null for none. A decision rests on all results before it, too. */
export function splitVotesUnder(review: ReviewDocument, template: Template, section: SplitResult): SplitVotes | null {
  const under = section === 'decision' ? RESULTS : [section];
  const votes = under.flatMap((part) => restsOnSplit(review, template, part));
  if (votes.length === 0 || (section === 'decision' && review.decision.choice === null)) return null;
  return { section, title: TITLES[section], votes };
}

/** All results that rest on split votes. */
export function splitResults(review: ReviewDocument, template: Template): readonly SplitVotes[] {
  return RESULTS.flatMap((section) => splitVotesUnder(review, template, section) ?? []);
}

/** That a result rests on split votes, in the record; nothing where it does not. */
export function splitVotesBlocks(
  review: ReviewDocument,
  template: Template,
  section: SplitResult,
): readonly RecordBlock[] {
  const split = splitVotesUnder(review, template, section);
  return split ? [{ kind: 'callout', tone: 'open', title: split.title, text: `${split.votes.join('; ')}.` }] : [];
}
