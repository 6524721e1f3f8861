import type * as z from 'zod';
import { ownId } from '#shared/lens/ids.ts';
import type { templateShape } from '#shared/template/shape.ts';

/**
 * A small template to start from. JSON has no comments, so the texts themselves say what belongs where; it
 * is valid as it stands.
 */
export function starterTemplate(title = 'Our technology choice'): z.input<typeof templateShape> {
  return {
    format: 'groundwork-template',
    formatVersion: 1,
    id: ownId(title),
    version: '1.0.0',
    title,
    summary: 'Say in a sentence or two what this template is for. It is shown where a review is started.',
    language: 'en',
    candidate: 'What is considered',
    sources: [
      {
        id: 'handbook',
        title: 'A document that your questions rest on',
        note: 'What it gives. Items name it by its id, so that a reader sees where a claim comes from.',
        url: null,
      },
    ],
    sections: [
      {
        kind: 'context',
        title: 'Context',
        intro: 'Say what the team does in this section and why.',
        fields: [
          {
            id: 'purpose',
            name: 'Purpose',
            help: 'A field to fill in. With “required” an empty one is an open point; “size” is line or text.',
            required: true,
            size: 'text',
            sources: ['handbook'],
          },
        ],
      },
      {
        kind: 'rule',
        title: 'Two questions',
        intro: 'A rule turns yes, no and not sure into an outcome. It is a filter, not the decision.',
        questions: [
          {
            id: 'need',
            name: 'Need',
            question: 'Is there a problem that cannot be solved well with what is used today?',
            help: 'Help says how to think about the question.',
            evidenceHint: 'Say what would count as evidence, such as figures or incidents.',
            sources: ['handbook'],
          },
          {
            id: 'ready',
            name: 'Readiness',
            question: 'Can the team run the candidate in production within the time it has?',
            help: 'Ids such as “ready” are what conditions use; never give an old id a new meaning.',
          },
        ],
        outcomes: [
          {
            id: 'consider',
            name: 'Consider it',
            help: 'The first outcome whose condition holds is taken. Conditions know &&, ||, !, parentheses and atLeast(n, …).',
            when: 'need && ready',
            lean: 'for',
          },
          {
            id: 'wait',
            name: 'Not yet',
            help: 'With a prompt the team has to write something down when this is the outcome.',
            when: 'atLeast(1, need, ready)',
            lean: 'open',
            prompt: 'What is missing, and who finds out by when?',
          },
          {
            id: 'stay',
            name: 'Stay',
            help: 'The last outcome has no condition, so that there always is one.',
            when: null,
            lean: 'against',
          },
        ],
      },
      {
        kind: 'risks',
        title: 'Risks',
        intro: 'Decide for each risk whether it applies, how likely and how bad it is, and what is done about it.',
        likelihoodWords: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'],
        impactWords: ['Negligible', 'Minor', 'Noticeable', 'Serious', 'Severe'],
        groups: [{ id: 'people', name: 'People' }],
        risks: [
          {
            id: 'few-experts',
            name: 'Few know it',
            help: 'Say what can go wrong.',
            group: 'people',
            why: 'Say why it happens.',
            mitigations: [{ id: 'pair', text: 'Write mitigations as short instructions; they become actions' }],
          },
        ],
      },
      {
        kind: 'decision',
        title: 'Decision',
        intro: 'These are the choices that a review can end with.',
        choices: [
          { id: 'adopt', name: 'Adopt', help: 'The candidate is taken.', lean: 'for' },
          { id: 'defer', name: 'Decide later', help: 'Say what has to be known first.', lean: 'open' },
          { id: 'stay', name: 'Stay', help: 'Everything stays as it is.', lean: 'against' },
        ],
      },
      {
        kind: 'sign-off',
        title: 'Sign-off',
        statement: 'Say what a signature means, such as: I was heard, and I support the decision.',
        roles: ['Team lead', 'Architect'],
      },
    ],
  };
}
