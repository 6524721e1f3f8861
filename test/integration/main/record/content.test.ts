import { describe, expect, it } from 'vitest';
import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { markedReview, markersIn } from '#test/support/marked-review.ts';
import { contentSha256, inspect, onlySection, pageTexts, pdfOf, recordOf, squeezed } from '#test/support/pdf.ts';
import { isDue } from '#test/support/slice.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const LANGUAGES = {
  Polish: 'Zażółć gęślą jaźń, ŻÓŁĆ',
  Czech: 'Příliš žluťoučký kůň úpěl ďábelské ódy',
  Greek: 'Η γρήγορη καφέ αλεπού, Ωμέγα',
  Cyrillic: 'Съешь же ещё этих мягких французских булок, Україна ґ',
  Vietnamese: 'Một quyết định tốt được viết ra: đường lối, nghiêm túc',
  Signs: 'a → b ≥ c ≤ d ≠ e ✓ ☑ ☐ ⚠ ↔ – — … “quoted” × · € ½ 10⁻³ µs',
  Decomposed: 'Zaz\u0307o\u0301\u0142c\u0301 ge\u0328s\u0301la\u0328',
} as const;

async function textOf(review: ReviewDocument): Promise<readonly string[]> {
  return pageTexts(await pdfOf(recordOf(review, smallTemplate)));
}

/** The uncompressed streams of a record's PDF. */
async function contentOf(record: RecordModel): Promise<readonly string[]> {
  const qdf = await inspect('qpdf', await pdfOf(record), '--qdf', '--object-streams=disable', 'FILE', '-');
  return qdf.split(/\bstream\n/).slice(1);
}

const approver = { id: 'ada', name: 'Żaneta Źrebiec', role: 'Lead' };

function signedReview(verdict: string, edit: Record<string, unknown> = {}): ReviewDocument {
  const base = { title: 'Signed record', decision: { choice: 'stay', statement: 'We stay.' } };
  const sha256 = contentSha256(smallReview(base));
  return smallReview({
    ...base,
    ...edit,
    signOff: {
      approvers: [approver],
      signatures: [
        {
          id: 's',
          approver: 'ada',
          name: approver.name,
          role: 'Lead',
          verdict,
          comment: 'Read twice → agreed.',
          typedName: 'Żaneta Źrebiec',
          drawing: [
            [
              [10, 10],
              [200, 300],
              [900, 40],
            ],
            [[500, 200]],
          ],
          signedAt: '2026-02-03T04:05:06Z',
          contentSha256: sha256,
        },
      ],
    },
  });
}

/** The review with some of its texts, others each day, too long for a line or a small box; and what each of them ends with. */
function withLongTexts(review: ReviewDocument): { readonly long: ReviewDocument; readonly ends: readonly string[] } {
  const ends: string[] = [];
  const text = JSON.stringify(review).replace(/M(\d+)→ż/g, (marker, number: string) => {
    if (!isDue(Number(number), 12)) return marker;
    ends.push(`E${number}→ż`);
    return `${marker} which was written at such length that it fits on no line and into no small box, and that ends here E${number}→ż`;
  });
  return { long: reviewDocumentSchema.parse(JSON.parse(text)), ends };
}

describe('text of the PDF', () => {
  it.each([0, 1, 2, 3, 4])('holds everything the team wrote (variant %i)', async (variant) => {
    const { review, markers } = markedReview(smallTemplate, variant);
    const { long, ends } = withLongTexts(review);
    const text = squeezed((await textOf(long)).join(''));
    const found = markersIn(text);
    expect(markers.filter((marker) => !found.has(marker))).toEqual([]);
    // What is cut somewhere stands whole elsewhere.
    const whole = new Set(text.match(/E\d+→ż/g));
    expect(ends.length).toBeGreaterThan(100);
    expect(ends.filter((end) => !whole.has(end))).toEqual([]);
  });

  it.each(Object.entries(LANGUAGES))('comes out as it went in: %s', async (_, sample) => {
    const text = await textOf(smallReview({ title: sample, decision: { choice: 'stay', statement: sample } }));
    const copies = squeezed(text.join('')).split(squeezed(sample)).length - 1;
    // Title and statement on the first page, the statement in its section, the title below each page.
    expect(copies).toBeGreaterThanOrEqual(3);
  });

  it('spells out what no font can draw, and loses nothing after it', async () => {
    const statement = 'step 1\tREJECTED \u0007because 🧩 and 𠮷, 日本, नमस्ते, ཨོཾ \u202Eend';
    const text = squeezed((await textOf(smallReview({ decision: { choice: 'stay', statement } }))).join(''));
    expect(text).toContain('step1REJECTED[U+0007]because🧩and𠮷,日本,नमस्ते,[U+0F68][U+0F7C][U+0F7E][U+202E]end');
  });

  it('keeps every word of a state that is too long for a badge', async () => {
    const state = 'Missing: somebody of the platform team has to write it together with the vendor';
    const badge = { text: state, tone: 'warning' } as const;
    const columns = [
      { title: 'Today', weight: 5 },
      { title: 'Status', weight: 1 },
    ];
    const blocks: readonly RecordBlock[] = [
      { kind: 'heading', level: 1, text: 'A heading', badges: [badge, badge] },
      { kind: 'table', columns, rows: [[{ text: 'Library' }, badge]] },
    ];
    const record = { ...recordOf(smallReview(), smallTemplate), sections: onlySection('Audit', blocks) };
    const text = squeezed((await pageTexts(await pdfOf(record))).join(''));
    expect(text.split(squeezed(state))).toHaveLength(4);
  });

  it('keeps line breaks, long words and addresses', async () => {
    const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(30);
    const url = `https://example.org/${'path/'.repeat(60)}?q=${'x'.repeat(300)}`;
    const statement = `first line\nsecond line\n\n${word}\n${url}`;
    const text = await textOf(smallReview({ decision: { choice: 'stay', statement } }));
    // An address as long as this one may go on over the page; what stands at its foot and head is not part of it.
    const edges =
      /(?:Areview|DRAFT|Decisionrecord|Smallreview|Page\d+of\d+|Revision1of1,document\w{12},SHA-256\w{64})+/g;
    expect(squeezed(text.join('')).replace(edges, '')).toContain(squeezed(statement));
    expect(text.join('')).toMatch(/first line\s*\nsecond line/);
  });
});

describe('every page', () => {
  it('says DRAFT, which page it is, which document and which revision', async () => {
    const review = markedReview(smallTemplate, 0).review;
    const record = recordOf(review, smallTemplate);
    const pages = await pageTexts(await pdfOf(record));
    expect(pages.length).toBeGreaterThan(5);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain(record.contentSha256);
      expect(page).toContain(record.shortHash);
      expect(page).toContain(record.edition.name);
      expect(page).toContain('DRAFT');
    });
  });

  it('no longer says DRAFT once signed', async () => {
    const pages = await textOf(signedReview('approve'));
    for (const page of pages) expect(page.replace('DRAFT means', '')).not.toContain('DRAFT');
    expect(pages[0]).toContain('SIGNED');
    expect(pages[0]).toContain('Żaneta Źrebiec');
    expect(pages[0]).toContain('Approves');
  });

  it('says that a signature is stale after a change', async () => {
    const pages = await textOf(signedReview('approve', { title: 'Signed record, changed' }));
    for (const page of pages) expect(page).toContain('DRAFT: changed after signing');
    expect(pages[0]).toContain('The review was changed after it was signed.');
    expect(pages[0]).toContain('No longer counts');
  });

  it('says that somebody objects', async () => {
    const pages = await textOf(signedReview('object'));
    for (const page of pages) expect(page).toContain('DRAFT: not agreed');
    expect(pages[0]).toMatch(/Żaneta Źrebiec objects?: “?Read twice → agreed/);
  });
});

it('draws the watermark in the margin of each page, as strokes that leave no text and are in the file once', async () => {
  const draft = recordOf(smallReview({ title: 'Only once' }), smallTemplate);
  const [first] = await pageTexts(await pdfOf(draft));
  // Above the text and in the box of the decision.
  expect(first?.match(/DRAFT/g)).toHaveLength(2);
  const watermark = '0.86 0.78 0.77 RG';
  const streams = await contentOf(draft);
  expect(streams.filter((stream) => stream.includes(watermark))).toHaveLength(1);
  const pages = streams.filter((stream) => stream.includes('BT\n'));
  expect(pages.length).toBeGreaterThan(1);
  const drawn = '/Xo1 Do';
  for (const page of pages) {
    expect(page.indexOf(drawn)).toBeGreaterThan(-1);
    expect(page.indexOf(drawn)).toBeLessThan(page.indexOf('BT\n'));
  }
  const signed = (await contentOf(recordOf(signedReview('approve'), smallTemplate))).join('');
  expect(signed).not.toContain(watermark);
  expect(signed).not.toContain(drawn);
});

it('draws the signature as strokes', async () => {
  const drawn = signedReview('approve');
  const signature = drawn.signOff.signatures[0];
  if (!signature) throw new Error('no signature');
  const bare = { ...drawn, signOff: { ...drawn.signOff, signatures: [{ ...signature, drawing: [] }] } };
  const paths = async (review: ReviewDocument) =>
    (await contentOf(recordOf(review, smallTemplate))).join('').match(/ l$/gm)?.length ?? 0;
  // Twice, on the first page and in its section: two lines of one stroke and the dot of the other.
  expect((await paths(drawn)) - (await paths(bare))).toBeGreaterThanOrEqual(6);
});
