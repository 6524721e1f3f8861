import { templateShape } from '#shared/template/shape.ts';

/** What a review of a lens decides on, as a lens names no candidate. */
export const LENS_CANDIDATE = 'The workload as it stands';

/** What surrounds the questions of a lens, so that a review from it is complete. */
export const COMMON_PARTS = {
  context: {
    kind: 'context',
    title: 'Context',
    intro: 'Agree on what is under review before the first question.',
    fields: [
      {
        id: 'purpose',
        name: 'Purpose',
        help: 'What the workload does, for whom, and what happens when it fails.',
        required: true,
      },
      {
        id: 'environment',
        name: 'Environment',
        help: 'Accounts, regions and the parts that belong to the workload.',
      },
    ],
  },
  questions: {
    kind: 'questions',
    title: 'Questions',
    intro: 'Tick what is true today, not what is planned. The rules of each question then name its risk.',
  },
  decision: {
    kind: 'decision',
    title: 'Decision',
    intro: 'Say what happens with the risks that the answers show.',
    choices: [
      {
        id: 'go-on',
        name: 'Go on',
        help: 'The risks that are left are accepted, and the workload goes on as it is.',
        lean: 'for',
      },
      {
        id: 'improve',
        name: 'Improve, then go on',
        help: 'The workload goes on once the actions named here are done.',
        lean: 'open',
      },
      {
        id: 'stop',
        name: 'Stop',
        help: 'The risks are too high; the workload does not go on in this form.',
        lean: 'against',
      },
    ],
  },
  signOff: {
    kind: 'sign-off',
    title: 'Sign-off',
    intro: 'Name who has to agree.',
    statement: 'I have read the answers, the risks they show and the decision, and stand by my verdict.',
    roles: ['Workload owner', 'Architect', 'Security', 'Operations'],
  },
} as const;

/** The sections that every import adds, as they stand in a template. */
export const ADDED_SECTIONS = templateShape.shape.sections.parse([
  COMMON_PARTS.context,
  COMMON_PARTS.decision,
  COMMON_PARTS.signOff,
]);
