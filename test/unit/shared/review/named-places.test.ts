import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NAMED_AT, namedIn, renameEverywhere } from '#shared/review/named-places.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { smallReview } from '#test/support/small-review.ts';

const signed = {
  id: 's',
  approver: 'a1',
  name: 'Ada',
  role: '',
  verdict: 'approve',
  comment: '',
  typedName: 'Ada',
  signedAt: '2026-01-02T03:04:05Z',
  contentSha256: '0'.repeat(64),
};
const review = smallReview({
  context: { facilitator: 'Ada', participants: [{ id: 'p', name: 'Ada' }] },
  risks: {
    assessments: {
      ramp: {
        actions: [
          { id: 'x', owner: 'Grace, ada' },
          { id: 'y', owner: 'Adam' },
        ],
      },
    },
  },
  decision: { conditions: [{ id: 'c', owner: ' ada ' }], dissent: [{ id: 'd', name: 'Ada' }] },
  training: { topics: { t: { who: 'Kim and Ada' } } },
  signOff: {
    approvers: [
      { id: 'a1', name: 'Ada', role: 'Lead' },
      { id: 'a2', name: 'Ada', role: 'Owner' },
    ],
    signatures: [signed],
  },
});

describe('where a review names somebody', () => {
  it('counts them by section, also among others, and whole names only', () => {
    expect(namedIn(review, 'Ada')).toEqual([
      { section: 'context', times: 1 },
      { section: 'risks', times: 1 },
      { section: 'training', times: 1 },
      { section: 'decision', times: 2 },
      { section: 'sign-off', times: 1 },
    ]);
    expect(namedIn(review, 'Nobody')).toEqual([]);
    expect(namedIn(smallReview(), '')).toEqual([]);
  });

  it('puts another name everywhere but into signatures and on approvers who have signed', () => {
    const renamed = renameEverywhere(review, 'Ada', 'Ada King');
    expect(renamed.context.facilitator).toBe('Ada King');
    expect(renamed.risks.assessments.ramp?.actions.map(({ owner }) => owner)).toEqual(['Grace, Ada King', 'Adam']);
    expect(renamed.training?.topics.t?.who).toBe('Kim and Ada King');
    expect(renamed.decision.conditions[0]?.owner).toBe('Ada King');
    expect(renamed.signOff.approvers.map(({ name }) => name)).toEqual(['Ada', 'Ada King']);
    expect(renamed.signOff.signatures).toBe(review.signOff.signatures);
    expect(namedIn(renamed, 'Ada')).toEqual([]);
    expect(renamed.path).toBe(review.path);
    expect(renameEverywhere(review, 'Nobody', 'X')).toBe(review);
    expect(renameEverywhere(review, 'Ada', ' ')).toBe(review);
  });

  it('knows every place of the format that names a person', () => {
    const schema = z.toJSONSchema(reviewDocumentSchema, { io: 'input' });
    const after = [
      'closed',
      'closings',
      'followUp',
      'predictions.given',
      'deprecated',
      'signOff.signatures',
      'signOff.approvers.*.role',
    ];
    const ways = peopleIn(schema, []).filter((way) => !after.some((start) => way.startsWith(start)));
    expect(ways.toSorted()).toEqual([...NAMED_AT, 'context.participants.*.name'].toSorted());
  });
});

/** Ways to the lines of a schema that are said to hold a person. */
function peopleIn(schema: unknown, way: readonly string[]): readonly string[] {
  const node = schema as Record<string, unknown>;
  const isPerson = /^(?:Who |Name of the (?:person|approver))/.test(String(node.description ?? ''));
  if (node.type === 'string') return isPerson && node.maxLength === 500 ? [way.join('.')] : [];
  const inner = [
    ...Object.entries((node.properties ?? {}) as object).map(([key, value]) => [key, value] as const),
    ...(node.items ? [['*', node.items] as const] : []),
    ...(typeof node.additionalProperties === 'object' ? [['*', node.additionalProperties] as const] : []),
  ];
  const choices = [node.anyOf, node.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    ...inner.flatMap(([key, value]) => peopleIn(value, [...way, key])),
    ...choices.flatMap((value) => peopleIn(value, way)),
  ];
}
