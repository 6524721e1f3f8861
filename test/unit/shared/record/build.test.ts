import { describe, expect, it } from 'vitest';
import { buildRecord } from '#shared/record/build.ts';
import type { BlockOf, RecordModel, RecordSection } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { markedReview, markersIn } from '#test/support/marked-review.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

const HASH = 'c0ffee00'.repeat(8);
const stored = { contentSha256: HASH, revision: 4, savedAt: '2026-12-31T23:59:59.999Z' };

function recordOf(review: ReviewDocument): RecordModel {
  return buildRecord(review, smallTemplate, stored);
}

function section(record: RecordModel, kind: RecordSection['kind']): RecordSection {
  const found = record.sections.find((entry) => entry.kind === kind);
  if (!found) throw new Error(`no section ${kind}`);
  return found;
}

function blocks<Kind extends RecordSection['blocks'][number]['kind']>(from: RecordSection, kind: Kind) {
  return from.blocks.filter((block): block is BlockOf<Kind> => block.kind === kind);
}

const assessed = (likelihood: number, impact: number, rest: Record<string, unknown> = {}) => ({
  applicable: true,
  likelihood,
  impact,
  ...rest,
});

function signed(...entries: readonly { verdict: string; contentSha256?: string }[]) {
  return {
    signOff: {
      approvers: entries.map((_, index) => ({ id: `a${index}`, name: `Approver ${index}`, role: 'Lead' })),
      signatures: entries.map((entry, index) => ({
        id: `s${index}`,
        approver: `a${index}`,
        name: `Approver ${index}`,
        role: 'Lead',
        typedName: `Approver ${index}`,
        signedAt: '2026-02-03T04:05:06Z',
        contentSha256: HASH,
        ...entry,
      })),
    },
  };
}

describe('what the team wrote', () => {
  it.each([0, 1, 2, 3, 4, 5])('is all in the record (variant %i)', (variant) => {
    const { review, markers } = markedReview(smallTemplate, variant);
    expect(markers.length).toBeGreaterThan(300);
    const printed = markersIn(recordOf(review));
    expect(markers.filter((marker) => !printed.has(marker))).toEqual([]);
  });

  it('is all in the sections, so that the first page may be short', () => {
    const { review, markers } = markedReview(smallTemplate, 1);
    const printed = markersIn(recordOf(review).sections);
    expect(markers.filter((marker) => !printed.has(marker))).toEqual([]);
  });

  it('is printed for sections that the template lacks', () => {
    const bare = { ...smallTemplate, sections: smallTemplate.sections.filter((entry) => entry.kind === 'rule') };
    const { review, markers } = markedReview(smallTemplate, 2);
    const printed = markersIn(buildRecord(review, bare, stored));
    const unplaced = markers.filter((marker) => !printed.has(marker));
    expect(unplaced).toEqual([]);
  });
});

describe('an empty review', () => {
  it('names the sections that nobody touched, and prints none of them', () => {
    const record = recordOf(smallReview());
    expect(record.sections.map(({ kind }) => kind)).toEqual([
      'actions',
      'sign-off',
      'attendance',
      'open-points',
      'about',
    ]);
    const told = blocks(section(record, 'open-points'), 'empty').map(({ text }) => text);
    expect(told.join(' ')).toContain('1 Context; 2 Rule;');
    expect(record.summary.decision).toBeNull();
    expect(record.summary.outcome).toBeNull();
    expect(record.draft).toBe(true);
    expect(record.decision.status).toBe('proposed');
  });

  it('lists every open point of what was begun under its section', () => {
    const record = recordOf(smallReview({ decision: { statement: 'We shall see.' } }));
    const [table] = blocks(section(record, 'open-points'), 'table');
    const listed = (table?.rows ?? []).map(([title, points]) => [title?.text, points?.text.split('\n')] as const);
    expect(listed.find(([title]) => title === 'Decision')?.[1]).toContain('Make the decision');
    expect(record.summary.open).toMatch(/^\d+ open points in \d+ sections$/);
  });
});

describe('the outcome', () => {
  it('stays a range while an answer is open', () => {
    const { outcome } = recordOf(smallReview({ rule: answered('yes', 'unsure', 'no') })).summary;
    expect(outcome).toMatchObject({ name: 'Consider or Inconclusive', tone: 'open' });
  });

  it('asks for what the outcome wants written down', () => {
    const record = recordOf(smallReview({ rule: answered('yes', 'no', 'no') }));
    expect(blocks(section(record, 'rule'), 'empty').map((block) => block.text)).toContain(
      'No justification has been written.',
    );
  });
});

describe('risks', () => {
  const record = recordOf(
    smallReview({
      risks: {
        assessments: {
          ramp: assessed(2, 2, { response: 'mitigate', residualLikelihood: 1, residualImpact: 1 }),
          'big-bang': assessed(5, 4, { response: 'accept', responseNote: 'We know.' }),
          mine: { applicable: false, reason: 'Not here.' },
        },
        own: [{ id: 'mine', name: 'Own one', description: 'Described.' }],
      },
    }),
  );

  it('keep the numbers of the template, the same in list, heat maps and first page', () => {
    const risks = section(record, 'risks');
    const rows = blocks(risks, 'table')[0]?.rows.map((row) => row.map((cell) => cell.text));
    expect(rows).toEqual([
      ['2', 'Big bang', '1', 'Critical, 5 × 4', 'Accept', 'Critical, 5 × 4'],
      ['1', 'Ramp-up', '2', 'Low, 2 × 2', 'Mitigate', 'Low, 1 × 1'],
    ]);
    expect(blocks(risks, 'heat-maps')[0]?.maps.map((map) => map.marks)).toEqual([
      [
        { likelihood: 2, impact: 2, numbers: [1] },
        { likelihood: 5, impact: 4, numbers: [2] },
      ],
      [
        { likelihood: 1, impact: 1, numbers: [1] },
        { likelihood: 5, impact: 4, numbers: [2] },
      ],
    ]);
    expect(record.summary.topRisks.map((risk) => [risk.number, risk.name])).toEqual([
      [2, 'Big bang'],
      [1, 'Ramp-up'],
    ]);
  });

  it('that do not apply are listed with the reason', () => {
    const tables = blocks(section(record, 'risks'), 'table');
    expect(tables.at(-1)?.rows).toEqual([[{ text: '4' }, { text: 'Own one' }, { text: 'Described.\nNot here.' }]]);
  });
});

describe('the decision', () => {
  const decision = { choice: 'adopt', stage: 'service', contradictionReason: 'Because.' };

  it('that departs from the rule shows how, and why', () => {
    const record = recordOf(smallReview({ rule: answered('no', 'no', 'no'), decision }));
    const [first] = record.summary.departures;
    expect(first).toMatchObject({ number: 1, place: '2 Rule', reason: 'Because.' });
    const rows = blocks(section(record, 'decision'), 'table')[0]?.rows.map((row) => row.map(({ text }) => text));
    expect(rows?.[0]).toEqual(['1', first?.text, 'Because.']);
  });

  it('carries the warnings of the path to the first page', () => {
    const record = recordOf(
      smallReview({ path: { stages: { tooling: { state: 'skipped', skipReason: 'In a hurry.' } } }, decision }),
    );
    expect(record.summary.departures).toMatchObject([
      { text: 'Starting with a service is risky.', place: '3 Path', reason: 'In a hurry.' },
      { text: '“Tooling” is skipped.', place: '3 Path', reason: 'In a hurry.' },
    ]);
  });
});

describe('the sign-off', () => {
  it.each([
    ['signed', signed({ verdict: 'approve' }), false, 'accepted', 'Signed by the approver.'],
    [
      'objected',
      signed({ verdict: 'approve' }, { verdict: 'object' }),
      true,
      'proposed',
      'Signed by all approvers, but not agreed: Approver 1 objects.',
    ],
    [
      'objected',
      signed({ verdict: 'object' }, { verdict: 'object' }),
      true,
      'proposed',
      'Signed by all approvers, but not agreed: Approver 0, Approver 1 object.',
    ],
    ['stale', signed({ verdict: 'approve', contentSha256: 'b'.repeat(64) }), true, 'proposed', undefined],
    ['unsigned', {}, true, 'proposed', 'Nobody is named to approve it yet.'],
  ])('%s', (state, parts, draft, status, text) => {
    const record = recordOf(smallReview(parts));
    expect(record).toMatchObject({ signOff: state, draft, decision: { status } });
    if (text !== undefined) expect(record.signOffText).toBe(text);
  });

  it('keeps signatures that were given again or by somebody no longer named', () => {
    const { signOff } = signed({ verdict: 'approve' });
    const again = { ...signOff.signatures[0], id: 'later', comment: 'Second thoughts' };
    const gone = { ...signOff.signatures[0], id: 'gone', approver: 'left', comment: 'I left' };
    const record = recordOf(smallReview({ signOff: { ...signOff, signatures: [...signOff.signatures, again, gone] } }));
    const shown = blocks(section(record, 'sign-off'), 'signature').map(({ signature }) => [
      signature.comment,
      signature.standing,
    ]);
    expect(shown).toEqual([
      ['Second thoughts', 'signed'],
      ['', 'replaced'],
      ['I left', 'replaced'],
    ]);
  });
});

it('prints moments in UTC whatever the machine thinks', () => {
  const record = recordOf(smallReview());
  expect(record.savedAtText).toBe('31 Dec 2026, 23:59 UTC');
  expect(JSON.stringify(recordOf(smallReview()))).toBe(JSON.stringify(record));
});

it('cuts long texts on the first page only', () => {
  const statement = `${'word '.repeat(3000)}end-of-statement`;
  const record = recordOf(smallReview({ decision: { choice: 'stay', statement } }));
  expect(record.summary.decision?.statement.length).toBeLessThan(700);
  expect(record.summary.decision?.statement.endsWith(' …')).toBe(true);
  expect(JSON.stringify(section(record, 'decision'))).toContain('end-of-statement');
});
