import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';

/** A template with one of everything the pure functions look at, and nothing about any real technology. */
export const smallTemplate: Template = templateSchema.parse({
  format: 'groundwork-template',
  formatVersion: 1,
  id: 'small',
  version: '1.0.0',
  title: 'Small review',
  summary: 'A template for tests.',
  candidate: 'New',
  sources: [{ id: 'book', title: 'The book' }],
  sections: [
    {
      kind: 'context',
      title: 'Context',
      fields: [
        { id: 'purpose', name: 'Purpose', help: 'What it is for.', required: true },
        { id: 'extra', name: 'Extra', help: 'Anything else.' },
      ],
    },
    {
      kind: 'rule',
      title: 'Rule',
      questions: [
        { id: 'one', name: 'One', help: 'h', question: 'One?', sources: ['book'] },
        { id: 'two', name: 'Two', help: 'h', question: 'Two?' },
        { id: 'three', name: 'Three', help: 'h', question: 'Three?' },
      ],
      outcomes: [
        { id: 'consider', name: 'Consider', help: 'h', when: 'atLeast(2, one, two, three)', lean: 'for' },
        {
          id: 'inconclusive',
          name: 'Inconclusive',
          help: 'h',
          when: 'one || two || three',
          lean: 'open',
          prompt: 'Why?',
        },
        { id: 'simplest', name: 'Simplest', help: 'h', when: null, lean: 'against', prompt: 'Which?' },
      ],
    },
    {
      kind: 'path',
      title: 'Path',
      stages: [
        {
          id: 'tooling',
          name: 'Tooling',
          help: 'h',
          exitCriteria: [{ id: 'used', text: 'In use' }],
          skipRisk: { name: 'No practice', help: 'h', mitigations: [{ id: 'pair', text: 'Pair' }] },
        },
        { id: 'service', name: 'Service', help: 'h', startWarning: 'Starting with a service is risky.' },
      ],
      wholesale: { name: 'Rewrite everything', help: 'h', warning: 'Ships nothing for long.', risk: 'big-bang' },
    },
    {
      kind: 'strategy',
      title: 'Strategy',
      strategies: [{ id: 'worker', name: 'Worker', help: 'h', when: 'w', cost: 'c' }],
    },
    {
      kind: 'risks',
      title: 'Risks',
      likelihoodWords: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Expected'],
      impactWords: ['Trivial', 'Minor', 'Noticeable', 'Serious', 'Severe'],
      groups: [{ id: 'all', name: 'All' }],
      risks: [
        { id: 'ramp', name: 'Ramp-up', help: 'h', group: 'all', mitigations: [{ id: 'train', text: 'Train' }] },
        { id: 'big-bang', name: 'Big bang', help: 'h', group: 'all' },
      ],
    },
    {
      kind: 'decision',
      title: 'Decision',
      choices: [
        { id: 'adopt', name: 'Adopt', help: 'h', lean: 'for', needsStage: true },
        { id: 'defer', name: 'Defer', help: 'h', lean: 'open' },
        { id: 'stay', name: 'Stay', help: 'h', lean: 'against' },
      ],
    },
    { kind: 'sign-off', title: 'Sign-off', statement: 'I agree.', roles: ['Lead'] },
  ],
});

/** An otherwise untouched review of `smallTemplate` with the given parts filled in. */
export function smallReview(parts: Record<string, unknown> = {}): ReviewDocument {
  return reviewDocumentSchema.parse({
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    createdAt: '2026-01-02T03:04:05Z',
    template: { id: 'small', version: '1.0.0', sha256: '0'.repeat(64) },
    title: 'A review',
    ...parts,
  });
}

/** Rule answers in the order of the questions of `smallTemplate`. */
export function answered(...answers: readonly ('yes' | 'no' | 'unsure' | null)[]): Record<string, unknown> {
  const ids = ['one', 'two', 'three'];
  return { answers: Object.fromEntries(answers.map((answer, index) => [ids[index], { answer }])) };
}
