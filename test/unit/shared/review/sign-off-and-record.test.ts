import { describe, expect, it } from 'vitest';
import { contentSha256 } from '#main/files/hash.ts';
import type { Verdict } from '#shared/kinds/sign-off/answers.ts';
import { isDraft, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { openConditions } from '#shared/kinds/sign-off/conditions.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { signOffTally } from '#shared/kinds/sign-off/tally.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { nextRevision, revisionNumber } from '#shared/review/revision.ts';
import { supersededContent } from '#shared/review/superseded-content.ts';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

type Vote = readonly [name: string, role: string, verdict: Verdict | null];

/** The small template with rules for the sign-off. */
function templateWith(rules: { readonly quorum?: number; readonly requiredRoles?: readonly string[] }): Template {
  const sections = smallTemplate.sections.map((section) =>
    section.kind === 'sign-off' ? { ...section, ...rules } : section,
  );
  return templateSchema.parse({ ...smallTemplate, sections });
}

/** A review with approvers who have signed its present content, or not yet. */
function voted(votes: readonly Vote[], parts: Record<string, unknown> = {}): ReviewDocument {
  const review = smallReview(parts);
  const sha256 = contentSha256(review);
  const approvers = votes.map(([name, role]) => ({ id: name, name, role }));
  const signatures = votes.flatMap(([name, role, verdict]) =>
    verdict === null
      ? []
      : [
          {
            id: `s-${name}`,
            approver: name,
            name,
            role,
            verdict,
            typedName: name,
            signedAt: '2026-02-03T04:05:06Z',
            contentSha256: sha256,
          },
        ],
  );
  return reviewDocumentSchema.parse({ ...review, signOff: { approvers, signatures } });
}

const state = (review: ReviewDocument, template = smallTemplate) =>
  signOffState(review, template, contentSha256(review));
const record = (review: ReviewDocument, template = smallTemplate) =>
  buildRecord(review, template, {
    contentSha256: contentSha256(review),
    revision: 1,
    savedAt: '2026-02-03T04:05:06Z',
  });

const CONDITION = { decision: { conditions: [{ id: 'c', text: 'Budget', owner: 'Ada', due: '2026-05-01' }] } };
const CLOSED = { c: { at: '2026-03-01T00:00:00Z', by: 'Ada', note: 'Granted' } };

describe('quorum and required roles', () => {
  const two = templateWith({ quorum: 2 });
  const security = templateWith({ requiredRoles: ['Security'] });

  it.each<[string, Template, readonly Vote[]]>([
    ['unsigned', two, [['ada', '', null]]],
    [
      'partly-signed',
      two,
      [
        ['ada', '', 'approve'],
        ['bo', '', null],
      ],
    ],
    [
      'signed',
      two,
      [
        ['ada', '', 'approve'],
        ['bo', '', 'can-live-with-it'],
        ['cy', '', null],
      ],
    ],
    [
      'dissent',
      two,
      [
        ['ada', '', 'approve'],
        ['bo', '', 'approve-with-conditions'],
        ['cy', '', 'object'],
      ],
    ],
    [
      'objected',
      two,
      [
        ['ada', '', 'approve'],
        ['bo', '', 'object'],
        ['cy', '', 'object'],
      ],
    ],
    ['partly-signed', two, [['ada', '', 'approve']]],
    ['signed', security, [['ada', ' security ', 'approve']]],
    ['partly-signed', security, [['ada', 'Lead', 'approve']]],
    [
      'objected',
      security,
      [
        ['ada', 'Lead', 'approve'],
        ['bo', 'Security', 'object'],
      ],
    ],
    ['partly-signed', templateWith({ quorum: 1, requiredRoles: ['Security'] }), [['ada', 'Lead', 'approve']]],
    ['signed', smallTemplate, [['ada', '', 'can-live-with-it']]],
    [
      'objected',
      smallTemplate,
      [
        ['ada', '', 'approve'],
        ['bo', '', 'object'],
      ],
    ],
    ['unsigned', smallTemplate, []],
  ])('%s', (expected, template, votes) => {
    expect(state(voted(votes), template)).toBe(expected);
  });

  it('do not count a signature for another content', () => {
    const signed = voted([
      ['ada', '', 'approve'],
      ['bo', '', 'approve'],
    ]);
    expect(state({ ...signed, title: 'Another' }, two)).toBe('stale');
  });

  it('say of every role how it stands', () => {
    const template = templateWith({ requiredRoles: ['Security', 'Operations', 'Legal'] });
    const review = voted([
      ['ada', 'Security', 'approve'],
      ['bo', 'operations', null],
    ]);
    expect(signOffTally(review, template, contentSha256(review)).roles.map(({ kind }) => kind)).toEqual([
      'approved',
      'waiting',
      'unnamed',
    ]);
  });

  it.each<[text: string, template: Template, votes: readonly Vote[]]>([
    [
      '1 of 2 approvers have signed this content.',
      smallTemplate,
      [
        ['ada', '', 'approve'],
        ['bo', '', null],
      ],
    ],
    [
      'Both approvers have signed this content. One approval is missing: one as “Security” (nobody is named).',
      templateWith({ quorum: 2, requiredRoles: ['Security'] }),
      [
        ['ada', 'Lead', 'approve'],
        ['bo', 'Legal', 'approve'],
      ],
    ],
    [
      '1 of 3 approvers have signed this content. 2 approvals are missing, among them one as “Security”.',
      security,
      [
        ['ada', 'Lead', 'approve'],
        ['bo', 'Security', null],
        ['cy', 'Lead', null],
      ],
    ],
    [
      'The approver has signed this content. 2 approvals are missing.',
      templateWith({ quorum: 3 }),
      [['ada', 'Lead', 'approve']],
    ],
  ])('leave a draft that says what is missing: %s', (text, template, votes) => {
    const printed = record(voted(votes), template);
    expect([printed.draft, printed.signOffText]).toEqual([true, text]);
  });

  it('stand with the name that was signed, whatever the approver is called now', () => {
    const signed = voted([['ada', 'Lead', 'approve']]);
    const [approver] = signed.signOff.approvers;
    const renamed = reviewDocumentSchema.parse({
      ...signed,
      signOff: { ...signed.signOff, approvers: [{ ...approver, name: 'Ada Byron' }] },
    });
    expect(record(renamed).sections.find(({ kind }) => kind === 'sign-off')?.blocks).toContainEqual({
      kind: 'list',
      items: ['Signed as ada, now listed as: Ada Byron, Lead'],
    });
  });

  it('stand in the record with whoever objects or can live with it', () => {
    const review = voted([
      ['ada', '', 'approve'],
      ['bo', '', 'can-live-with-it'],
      ['cy', '', 'object'],
    ]);
    const printed = record(review, two);
    expect(printed.signOffText).toBe(
      'Decided against an objection. Approved by 2 of 3 approvers; 2 were needed. Objection on record: cy.',
    );
    expect(printed.decision.status).toBe('accepted');
    expect(printed.sections.find(({ kind }) => kind === 'sign-off')?.blocks).toContainEqual({
      kind: 'fields',
      rows: [
        { label: 'Quorum', text: '2 approvals needed, 2 given' },
        { label: 'Can live with it', text: 'bo' },
        { label: 'Objections', text: 'cy', tone: 'warning' },
      ],
    });
  });
});

describe('conditions', () => {
  const approved = voted([['ada', '', 'approve-with-conditions']], CONDITION);

  it('keep a signed record provisional until they are closed, without touching what was signed', () => {
    expect(state(approved)).toBe('provisional');
    expect(isDraft('provisional')).toBe(false);
    expect(record(approved).signOffText).toContain('Provisional: one condition is open.');
    const closed = reviewDocumentSchema.parse({ ...approved, closings: CLOSED });
    expect(signedContent(closed)).toBe(signedContent(approved));
    expect(openConditions(closed)).toEqual([]);
    expect(state(closed)).toBe('signed');
    expect(record(closed).signOffText).toBe('Signed by the approver.');
    const printed = JSON.stringify(record(closed));
    for (const text of ['Granted', 'Closed since', '1 Mar 2026']) expect(printed).toContain(text);
  });

  it('name the risk or the action they hang on', () => {
    const risks = { assessments: { ramp: { applicable: true, actions: [{ id: 'x', text: 'Pair up' }] } } };
    const linked = (link: Record<string, string>) =>
      JSON.stringify(
        record(smallReview({ risks, decision: { conditions: [{ id: 'c', text: 'Practice', ...link }] } })),
      );
    expect(linked({ risk: 'ramp' })).toContain('Tracked by risk “Ramp-up”');
    expect(linked({ risk: 'ramp', action: 'x' })).toContain('Tracked by the action “Pair up” of risk “Ramp-up”');
    expect(linked({ risk: 'gone' })).toContain('a risk that is no longer listed (gone)');
  });
});

describe('a signed review', () => {
  const signed = voted([['ada', '', 'approve']], CONDITION);
  const problem = (after: ReviewDocument, before = signed, template = smallTemplate) =>
    sealedProblem(before, after, template, contentSha256(before));

  it('keeps its content, approvers and signatures', () => {
    expect(problem(signed)).toBeNull();
    expect(problem({ ...signed, title: 'Another' })).toContain('Start the next revision');
    expect(problem({ ...signed, signOff: { ...signed.signOff, approvers: [] } })).not.toBeNull();
    expect(problem({ ...signed, signOff: { ...signed.signOff, signatures: [] } })).not.toBeNull();
    const [given] = signed.signOff.signatures;
    if (!given) throw new Error('Ada has signed');
    const again = { ...signed.signOff, signatures: [given, { ...given, id: 'again', verdict: 'object' as const }] };
    expect(problem({ ...signed, signOff: again })).not.toBeNull();
    const mark = { id: signed.id, title: 'Other', contentSha256: null };
    expect(problem({ ...signed, supersededBy: mark })).not.toBeNull();
  });

  it('takes closings, the mark of being deprecated, and signatures that were still to come', () => {
    expect(problem({ ...signed, closings: CLOSED })).toBeNull();
    expect(problem({ ...signed, deprecated: { at: '2026-03-01T00:00:00Z', by: 'Ada', reason: 'Over' } })).toBeNull();
    const template = templateWith({ quorum: 1 });
    const before = voted([
      ['ada', '', 'approve'],
      ['bo', '', null],
    ]);
    const after = voted([
      ['ada', '', 'approve'],
      ['bo', '', 'object'],
    ]);
    expect(problem(after, before, template)).toBeNull();
    expect(state(after, template)).toBe('dissent');
  });

  it('is free before it is agreed, and after an objection', () => {
    const objected = voted([['ada', '', 'object']]);
    expect(problem({ ...objected, title: 'Another' }, objected)).toBeNull();
    expect(record(objected).decision.status).toBe('proposed');
  });
});

describe('the next revision', () => {
  const first = voted([['ada', 'Lead', 'approve']], CONDITION);
  const closed = reviewDocumentSchema.parse({ ...first, closings: CLOSED });
  const given = { id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', createdAt: '2026-04-01T00:00:00Z' };
  const second = reviewDocumentSchema.parse(nextRevision(closed, contentSha256(closed), given));

  it('names what it supersedes, carries what was signed, and has no signature', () => {
    expect(second.supersedes).toMatchObject({ id: first.id, number: 1, contentSha256: contentSha256(first) });
    expect(supersededContent(second)).toMatchObject({ title: first.title, id: first.id });
    expect(second.signOff).toMatchObject({ approvers: first.signOff.approvers, signatures: [] });
    expect(second.decision.conditions[0]?.met).toBe(true);
    expect(second.closings).toBeUndefined();
    expect(revisionNumber(second)).toBe(2);
  });

  it('carries a text whose hash is the one that was signed, however long the chain', () => {
    const third = nextRevision(second, contentSha256(second), { ...given, id: first.id });
    expect(third.supersedes?.content).not.toContain('"content":');
    const inThird = supersededContent(third);
    expect(inThird && contentSha256(inThird)).toBe(contentSha256(second));
    expect(revisionNumber(third)).toBe(3);
  });

  it('is not bound by its signatures to the text of the other, but to its hash', () => {
    const { supersedes } = second;
    if (!supersedes) throw new Error('It supersedes the first');
    const { content: _, ...reference } = supersedes;
    expect(signedContent({ ...second, supersedes: reference })).toBe(signedContent(second));
    const other = { ...supersedes, contentSha256: 'b'.repeat(64) };
    expect(signedContent({ ...second, supersedes: other })).not.toBe(signedContent(second));
  });

  it('prints what changed, and says so when that cannot be told', () => {
    const changes = (review: ReviewDocument) => record(review).sections.find(({ kind }) => kind === 'changes')?.blocks;
    expect(changes(first)).toBeUndefined();
    const table = changes({ ...second, component: 'Parser' })?.find((block) => block.kind === 'table');
    expect(table).toMatchObject({
      rows: [[{ text: 'Component' }, { text: 'Added' }, { text: '' }, { text: 'Parser' }]],
    });
    const { supersedes } = second;
    const unreadable = supersedes && { ...second, supersedes: { ...supersedes, content: '{}' } };
    expect(JSON.stringify(unreadable && changes(unreadable))).toContain('Not assessed');
  });

  it('takes the place of the first in its status only once it is in force', () => {
    const marked = (contentSha: string | null) =>
      record({ ...first, supersededBy: { id: given.id, title: 'Two', contentSha256: contentSha } });
    expect(marked(null).decision.status).toBe('accepted');
    expect(marked('c'.repeat(64)).decision.status).toBe('superseded by Two');
    expect(marked('c'.repeat(64)).signOffText).toContain('Superseded by “Two”.');
    const deprecated = { ...first, deprecated: { at: given.createdAt, by: 'Ada', reason: 'The product ended' } };
    expect(record(deprecated).decision.status).toBe('deprecated');
    expect(JSON.stringify(record(deprecated))).toContain('The product ended');
  });

  it('does not promise that a decision which was set aside becomes final', () => {
    const open = voted([['ada', '', 'approve']], CONDITION);
    const deprecated = { ...open, deprecated: { at: given.createdAt, by: 'Ada', reason: 'The product ended' } };
    expect(record(deprecated).signOffText).toBe(
      'Deprecated: this decision does not hold any more. Signed by the approver. One condition was never closed.',
    );
  });
});
