import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '#main/record/forms/csv.ts';
import { renderTableCsv } from '#main/record/forms/table-csv.ts';
import { isPlanned } from '#shared/record/work-item.ts';
import { workItems } from '#shared/record/work-items.ts';
import { shippedText } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

/** Reads CSV by the grammar of RFC 4180 and nothing else. */
function parse(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  expect(text[0]).toBe('\uFEFF');
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '') break;
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function records(bytes: Uint8Array): Record<string, string>[] {
  const [header = [], ...rows] = parse(bytes);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

const review = smallReview({
  title: 'Which way, "now"?',
  component: 'Parser',
  risks: {
    assessments: {
      ramp: {
        applicable: true,
        note: 'Two lines\nof text',
        likelihood: 4,
        impact: 3,
        response: 'mitigate',
        residualLikelihood: 2,
        residualImpact: 2,
        actions: [
          { id: 'train', text: '=HYPERLINK("http://example.org")', owner: 'Żaneta', due: '2026-05-01' },
          { id: 'drop', text: 'Dropped one', status: 'dropped' },
        ],
      },
      'big-bang': { applicable: false, reason: 'Not here.' },
      mine: { likelihood: 1 },
    },
    own: [{ id: 'mine', name: '王小明 leaves', description: '-1 person' }],
  },
  decision: {
    conditions: [
      { id: 'c', text: 'Training is booked', owner: 'Ольга', due: '2026-04-01', risk: 'ramp', action: 'train' },
      { id: 'd', text: 'Done already', met: true },
    ],
    reviewOn: '2027-06-01',
  },
  path: { stages: { tooling: { state: 'planned', owner: 'Ada' } } },
  toDo: [
    { id: 't', kind: 'action', text: 'Ask the vendor', owner: 'Ben', due: '2026-06-01', place: 'risks.ramp' },
    { id: 'q', kind: 'parked', text: '=What of the parser?', place: 'rule.one' },
  ],
});

describe('risks and things to do as CSV', () => {
  const rows = records(renderTableCsv(review, smallTemplate));

  it('has a row for each risk that may apply, its actions, and the conditions, as earlier versions had', () => {
    expect(rows.slice(0, 6).map(({ Type, Key, Parent, Status }) => [Type, Key, Parent, Status])).toEqual([
      ['Risk', 'ramp', '', 'Applies'],
      ['Action', 'ramp/train', 'ramp', 'Open'],
      ['Action', 'ramp/drop', 'ramp', 'Dropped'],
      ['Risk', 'mine', '', 'Not decided whether it applies'],
      ['Condition', 'condition/c', 'ramp/train', 'Open'],
      ['Condition', 'condition/d', '', 'Met'],
    ]);
  });

  it('has what else the list of things to do has, parked questions too', () => {
    const others = rows
      .slice(6)
      .map(({ Type, Key, Title, Status, Owner, Due }) => [Type, Key, Title, Status, Owner, Due]);
    expect(others).toEqual([
      ['Stage', 'stage/tooling', 'Tooling', 'Open', 'Ada', ''],
      ['To do', 'to-do/t', 'Ask the vendor', 'Open', 'Ben', '2026-06-01'],
      ['Question', 'to-do/q', "'=What of the parser?", 'Open', '', ''],
      ['Review', 'review', 'Look at the decision again', 'Open', '', '2027-06-01'],
    ]);
    expect(rows.find(({ Key }) => Key === 'to-do/t')).toMatchObject({ Exposure: '', Component: 'Parser' });
    const listed = workItems(review, smallTemplate).filter(isPlanned);
    expect(new Set(rows.map(({ Title }) => Title?.replace(/^'/, '')))).toEqual(
      new Set([
        ...rows.filter(({ Type }) => Type === 'Risk').map(({ Title }) => Title),
        ...listed.map(({ title }) => title),
      ]),
    );
  });

  it('says of a risk how high it is before and after', () => {
    expect(rows[0]).toMatchObject({
      Title: 'Ramp-up',
      Description: 'Two lines\nof text\n\nh',
      Exposure: '12',
      'Exposure level': 'High',
      Response: 'Mitigate',
      'Residual exposure': '4',
      'Residual level': 'Low',
      Component: 'Parser',
      Review: 'Which way, "now"?',
      'Review id': review.id,
    });
    expect(rows[3]).toMatchObject({ Likelihood: '1', Exposure: '', 'Exposure level': '' });
  });

  it('holds a condition as open until it is met or closed', () => {
    const closed = { ...review, closings: { c: { at: '2026-06-01T00:00:00Z', by: 'Pia', note: '' } } };
    const after = records(renderTableCsv(closed, smallTemplate));
    expect(after.find(({ Key }) => Key === 'condition/c')?.Status).toBe('Met');
  });

  it('runs no formula and keeps every script', () => {
    expect(rows[1]).toMatchObject({ Title: '\'=HYPERLINK("http://example.org")', Owner: 'Żaneta', Due: '2026-05-01' });
    expect(rows[3]).toMatchObject({ Title: '王小明 leaves', Description: "'-1 person" });
    expect(rows[4]?.Owner).toBe('Ольга');
  });

  it('gives the same bytes each time', () => {
    expect(renderTableCsv(review, smallTemplate)).toEqual(renderTableCsv(structuredClone(review), smallTemplate));
  });
});

describe('renderCsv', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\tx',
    '\u0085=1',
    '\u200B=1',
    '\u2060\u00AD=1',
    '﹦1',
    '⁼1',
    '﹢1',
    '⁺1',
    '﹣1',
    '\u22121',
    '₋1',
    '﹫x',
  ])('takes the meaning from %j', (text) => {
    expect(parse(renderCsv(['A'], [[text]]))[1]?.[0]?.[0]).toBe("'");
  });

  it.each([
    ['x;=1', "x;'=1"],
    ['x; \t@SUM(A1);+1', "x; \t'@SUM(A1);'+1"],
    ['"";-1', '"";\'-1'],
    ['x\n=1', "x\n'=1"],
    ['x\r\n \u200B@SUM(A1)', "x\n \u200B'@SUM(A1)"],
    ['x;"=1"', 'x;"\'=1"'],
    ['x\n"-1', 'x\n"\'-1'],
    ['x;;\t;=1', "x;;\t;'=1"],
    ['x;\u2212 1', "x;'\u2212 1"],
    ['a;b=c; d', 'a;b=c; d'],
    ['a\nb-c\n"d"; e', 'a\nb-c\n"d"; e'],
  ])('takes the meaning from what other separators would make of %j', (text, expected) => {
    expect(parse(renderCsv(['A'], [[text]]))[1]).toEqual([expected]);
  });

  it('leaves harmless text and numbers alone', () => {
    const texts = ['a=b', '1-2', 'someone@example.org', "it's", '', 'a,b', '"', 'a\nb', ' x '];
    expect(parse(renderCsv(['A'], [...texts.map((text) => [text]), [-5], [null]]))).toEqual([
      ['A'],
      ...texts.map((text) => [text]),
      ['-5'],
      [''],
    ]);
  });

  // Would take longer than any test may, if each of the characters were begun with again.
  it.each([
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['line ends', '\n'],
    ['spaces', ' '],
    ['quotes', '"'],
  ])('reads a cell of a million %s once', (_what, character) => {
    const text = `x;${character.repeat(1_000_000)}y`;
    expect(renderCsv(['A'], [[text]]).byteLength).toBeGreaterThan(1_000_000);
  });

  it('comes back cell by cell, whatever the cells hold', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const back = parse(renderCsv(['A', 'B', 'C'], rows)).slice(1);
        expect(back).toHaveLength(rows.length);
        for (const row of back) {
          expect(row).toHaveLength(3);
          for (const text of row) expect(text).not.toMatch(/^\s*[=+\-@]/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('documents each of its columns', () => {
  const [, table = ''] = shippedText('docs/exports.md').split('| Column | Holds |');
  const named = table.split('\n\n')[0]?.matchAll(/`([A-Z][^`]*)`(?=[^|]*\|[^|]*\|$)/gm) ?? [];
  const [header] = parse(renderTableCsv(review, smallTemplate));
  expect([...named].map(([, name]) => name)).toEqual(header);
});
