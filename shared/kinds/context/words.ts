import type { ReviewPart } from './answers.ts';

export const REVIEW_PART_WORDS: Readonly<Record<ReviewPart, string>> = {
  facilitator: 'Facilitator',
  decider: 'Decider',
  contributor: 'Contributor',
  observer: 'Observer',
  approver: 'Approver',
  adviser: 'Adviser',
};

/** The same, each with what it means. */
export const REVIEW_PART_HELP: Readonly<Record<ReviewPart, string>> = {
  facilitator: 'leads the workshop',
  decider: 'has the last word on the decision',
  contributor: 'answers and rates with the others',
  observer: 'listens',
  approver: 'signs the record',
  adviser: 'is asked for advice and need not be in the room',
};
