import type { Answer } from './answers.ts';

/** The words for each answer, so that screens, record and command line say the same. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', unsure: 'Not sure' };
