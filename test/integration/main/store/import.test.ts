import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { canonicalSha256 } from '#main/files/hash.ts';
import { readForeignReview } from '#main/store/foreign-review.ts';
import { parseTemplate } from '#main/templates/parse-template.ts';
import { builtInTemplates } from '#main/templates/template-library.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import {
  createForTests,
  hostInfo,
  listedReviews,
  openedReview,
  openForTests,
  SAMPLE_ID,
  SMALL_TEMPLATE_SHA256,
} from '#test/support/open-data-folder.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

type Parts = Readonly<Record<string, unknown>>;

/** A file as a person would write it: only what it wants to say. */
function byHand(document: Parts, envelope: Parts = {}): string {
  return JSON.stringify({
    format: 'groundwork-review',
    schemaVersion: 1,
    document: { title: 'By hand', template: { id: 'small' }, ...document },
    ...envelope,
  });
}

async function importing(text: string) {
  const open = await openForTests();
  const answer = await open.api['review.import']({ text });
  const list = await listedReviews(open.api);
  return { ...open, answer, list };
}

async function imported(text: string) {
  const { answer, ...open } = await importing(text);
  if (answer.kind !== 'imported') throw new Error([answer.message, ...answer.details].join('\n'));
  return { ...open, review: await openedReview(open, answer.id) };
}

describe('importing a file written by hand', () => {
  it('fills in what it leaves out', async () => {
    const before = Date.now();
    const { review } = await imported(byHand({ rule: answered('yes', 'yes') }));
    expect(review).toMatchObject({ revision: 1, template: { id: 'small' } });
    expect(review.document).toMatchObject({
      title: 'By hand',
      template: { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 },
      rule: { answers: { one: { answer: 'yes', rationale: '', evidence: [] } } },
    });
    expect(Date.parse(review.document.createdAt)).toBeGreaterThanOrEqual(before);
  });

  it('reads one with a byte order mark and keeps its id', async () => {
    const id = '16fd2706-8baf-433b-82eb-8c7fada847da';
    const { review } = await imported(`\uFEFF${byHand({ id })}`);
    expect(review.document.id).toBe(id);
  });

  it('keeps entries that the template does not have', async () => {
    const { review } = await imported(byHand({ context: { fields: { unheard: 'of' } } }));
    expect(review.document.context.fields).toEqual({ unheard: 'of' });
  });

  it('uses the template inside the file', async () => {
    const template = { ...smallTemplate, id: 'mine', title: 'Mine' };
    const { review } = await imported(byHand({ template: { id: 'mine' } }, { template }));
    expect(review.template.title).toBe('Mine');
    expect(review.document.template.sha256).toBe(canonicalSha256(template));
  });

  it('accepts a template whose address was taken before a default was known', async () => {
    const { language: _, ...older } = smallTemplate;
    const sha256 = canonicalSha256(older);
    const { review, api, layout, appFolder, workbook } = await imported(
      byHand({ template: { id: 'small', sha256 } }, { template: older }),
    );
    expect(review.document.template.sha256).toBe(sha256);
    expect(review.template.language).toBe('en');
    expect((await listedReviews(api)).unreadable).toEqual([]);
    await workbook.close();
    const again = await openForTests({ dataFolder: layout.root, appFolder });
    expect((await openedReview(again, review.document.id)).template).toEqual(review.template);
  });
});

describe('refusing a file', () => {
  it.each([
    ['is not JSON', '{"format": "groundwork-review",\n "schemaVersion": 1,,}', 'invalid', /^line 2, column \d+: /],
    ['ends too early', '{"format": "groundwork-review"', 'invalid', /^line 1, column 31: /],
    ['is something else', '{"name":"x"}', 'invalid', /format/],
    ['is a list', '[]', 'invalid', /object/],
    ['names a key twice', byHand({}).replace('"title"', '"title":"A","title"'), 'invalid', /"title" stands here twice/],
    [
      'names a key twice in two spellings',
      byHand({}).replace('"title"', '"\\u0074itle":"A","title"'),
      'invalid',
      /twice/,
    ],
    ['has an unknown key', byHand({ conclusion: 'x' }), 'invalid', /document.*conclusion/],
    ['has an own __proto__', byHand({}).replace('"title"', '"__proto__":{"a":1},"title"'), 'invalid', /__proto__/],
    [
      'has a __proto__ in a record',
      byHand({}).replace('"title"', '"rule":{"answers":{"__proto__":{}}},"title"'),
      'invalid',
      /__proto__/,
    ],
    [
      'has a wrong answer',
      byHand({ rule: { answers: { one: { answer: 'maybe' } } } }),
      'invalid',
      /document\.rule\.answers\.one\.answer: /,
    ],
    ['has no title', byHand({ title: '' }), 'invalid', /document\.title: /],
    ['has no document', byHand({}, { document: null }), 'invalid', /document: /],
    ['names no template', byHand({ template: {} }), 'invalid', /document\.template\.id/],
    ['has a path for an address', byHand({ template: { id: 'small', sha256: '../../x' } }), 'invalid', /sha256/],
    ['names an unknown template', byHand({ template: { id: 'unheard-of' } }), 'not-found', /small 1\.0\.0/],
    ['names another version', byHand({ template: { id: 'small', version: '9.0.0' } }), 'not-found', /small 1\.0\.0/],
    ['names an unknown address', byHand({ template: { id: 'small', sha256: '0'.repeat(64) } }), 'not-found', /small/],
    ['has a faulty template', byHand({}, { template: { id: 'small' } }), 'invalid', /^template: format/],
    [
      'has another template than it names',
      byHand({ template: { id: 'small', sha256: '0'.repeat(64) } }, { template: smallTemplate }),
      'invalid',
      /address/,
    ],
    [
      'has a template of another id',
      byHand({ template: { id: 'other' } }, { template: smallTemplate }),
      'invalid',
      /names other/,
    ],
    ['was changed after it was saved', byHand({}, { sha256: '0'.repeat(64) }), 'damaged', null],
    ['is of a newer format', byHand({}, { schemaVersion: 3, news: true }), 'newer-format', null],
    ['is nested too deep', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 'invalid', /deeper than 32/],
    ['is too large', byHand({ component: 'é'.repeat(5 * 1024 * 1024) }), 'too-large', null],
    ['is a template', JSON.stringify(smallTemplate), 'invalid', /format/],
  ])('that %s', async (_, text, code, detail) => {
    const { answer, list } = await importing(text);
    expect(answer).toMatchObject({ kind: 'failed', code, message: expect.stringMatching(/\w{3}/) });
    if (detail !== null) {
      expect(answer).toHaveProperty('details', expect.arrayContaining([expect.stringMatching(detail)]));
    }
    expect(list).toEqual({ kind: 'list', reviews: [], unreadable: [], reading: 0 });
  });

  it('names every problem at once', async () => {
    const { answer } = await importing(byHand({ title: '', decision: { reviewOn: 'soon' }, path: { wholesale: 1 } }));
    expect(answer).toHaveProperty('details.length', 3);
  });
});

describe('export and import', () => {
  it('lose nothing: the file that comes out again is the same', async () => {
    const filled = reviewDocumentSchema.parse({
      ...smallReview({ template: { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 } }),
      title: 'Żółć – Ελληνικά – 🦀',
      rule: answered('yes', 'unsure', 'no'),
      signOff: {
        approvers: [{ id: 'a', name: 'Ada', role: 'Lead' }],
        signatures: [
          {
            id: 's',
            approver: 'a',
            name: 'Ada',
            verdict: 'approve',
            typedName: 'Ada',
            drawing: [
              [
                [0.1, 399.9],
                [1000, 0],
              ],
            ],
            signedAt: '2026-01-01T00:00:00.123Z',
            contentSha256: 'a'.repeat(64),
          },
        ],
      },
    });
    const text = byHand(filled, { revision: 12, savedAt: '2026-02-03T04:05:06.789Z', template: smallTemplate });
    const first = await imported(text);
    const { id } = filled;
    const named = { kind: 'named', folder: first.exportFolder, fileName: 'a.json', replace: false } as const;
    const out = await first.api['record.export']({ id, revision: 12, form: 'json', target: named });
    if (out.kind !== 'exported') throw new Error(out.kind);
    const exported = await readFile(out.path, 'utf8');
    const second = await imported(exported);
    expect(second.review).toEqual(first.review);
    expect(second.review.document).toEqual(filled);
    const target = { ...named, folder: second.exportFolder };
    await second.api['record.export']({ id, revision: 12, form: 'json', target });
    expect(await readFile(`${second.exportFolder}/a.json`, 'utf8')).toBe(exported);
  });

  it('brings a review whose id is in use in as a copy', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const text = byHand({ ...document, title: 'Theirs' });
    const answers = await Promise.all([open.api['review.import']({ text }), open.api['review.import']({ text })]);
    const ids = answers.map((answer) => (answer.kind === 'imported' ? answer.id : answer.kind));
    expect(new Set([document.id, ...ids]).size).toBe(3);
    expect((await openedReview(open, document.id)).document.title).toBe('A review');
  });
});

describe('samples', () => {
  it('are listed and open as a fresh copy each time', async () => {
    const open = await openForTests();
    expect((await hostInfo(open.api)).samples).toEqual([
      { id: SAMPLE_ID, title: 'An example', summary: 'Made up for tests.' },
    ]);
    const first = await open.api['sample.open']({ id: SAMPLE_ID });
    const second = await open.api['sample.open']({ id: SAMPLE_ID });
    expect(first).toMatchObject({ kind: 'imported', title: 'An example' });
    expect(first).not.toEqual(second);
    expect((await listedReviews(open.api)).reviews).toHaveLength(2);
    expect(await open.api['sample.open']({ id: 'unheard-of' })).toMatchObject({ kind: 'failed', code: 'not-found' });
  });
});

it('lets other work have its turn while a large file is read', async () => {
  const loaded = parseTemplate(smallTemplate);
  if (!loaded.ok) throw new Error(loaded.problems.join());
  const text = 'word '.repeat(3900);
  const consequences = Array.from({ length: 200 }, (_, index) => ({ id: `c${index}`, tone: 'good', text }));
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await readForeignReview(byHand({ decision: { consequences } }), builtInTemplates([loaded.loaded]));
  isDone = true;
  // Nothing of it touches the disk, so without a pause nothing else would have come in between.
  expect(turns).toBeGreaterThan(0);
});
