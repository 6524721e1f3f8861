import type { ReviewPart } from './answers.ts';

export const REVIEW_PART_WORDS: Readonly<Record<ReviewPart, string>> = {
  facilitator: 'Facilitator',
  decider: 'Decider',
  contributor: 'Contributor',
  observer: 'Observer',
  approver: 'Approver',
  adviser: 'Adviser',
};
