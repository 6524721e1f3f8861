import { describe, expect, it } from 'vitest';
import { layOut } from '#main/record/pages/layout.ts';
import { PAGE, SHEETS } from '#main/record/pages/theme.ts';
import { renderPdf } from '#main/record/render-pdf.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf } from '#shared/template/template.ts';
import { pageTexts, pdfFonts, pdfOf, recordOf, squeezed } from '#test/support/pdf.ts';
import { table, textsOf, withBlocks, words } from '#test/support/record-pages.ts';
import {
  emptyScene,
  revisedScene,
  sampleScene,
  sceneRecord,
  sealedSceneRecord,
  signedScene,
} from '#test/support/record-scenes.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

describe('pages', () => {
  it('repeat the header of a table, and keep every row', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`row${index}.`, words(20, 'cell')]);
    const pages = (await pageTexts(await pdfOf(withBlocks(table(rows))))).filter((page) => page.includes('cell0'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('Left head');
    for (const [name] of rows) expect(pages.join('')).toContain(name);
  });

  it('break within a cell that is longer than a page, and lose no word', async () => {
    const long = words(4000, 'w');
    const pages = await pageTexts(await pdfOf(withBlocks(table([['long', long]]))));
    const text = pages.join(' ').split(/\s+/);
    const found = new Set(text);
    expect(long.split(' ').filter((word) => !found.has(word))).toEqual([]);
    expect(pages.filter((page) => page.includes('Left head')).length).toBeGreaterThan(3);
  });

  it('never end with a heading', async () => {
    for (let lines = 20; lines < 46; lines++) {
      const record = withBlocks(
        ...Array.from({ length: lines }, (_, index): RecordBlock => ({ kind: 'list', items: [`line ${index}`] })),
        { kind: 'heading', level: 1, text: 'The heading', badges: [] },
        { kind: 'heading', level: 2, text: 'Its part', badges: [] },
        { kind: 'paragraph', voice: 'team', text: 'What it stands over.' },
      );
      const layout = await layOut(record, await pdfFonts());
      const page = layout.pages.find((canvas) => textsOf(canvas.ops).includes('The heading'));
      expect(page && textsOf(page.ops)).toContain('What it stands over.');
    }
  });

  it('keep everything within the margins, whatever the length', async () => {
    const word = 'x'.repeat(9000);
    const record = withBlocks(
      { kind: 'heading', level: 1, text: word.slice(0, 500), badges: [{ text: 'Critical 25', tone: 'critical' }] },
      { kind: 'paragraph', voice: 'team', text: word },
      { kind: 'fields', rows: [{ label: word.slice(0, 300), text: word }] },
      { kind: 'checks', items: [{ met: true, text: word, note: word }] },
      { kind: 'links', items: [{ text: word, url: `https://example.org/${word}`, note: word }] },
      { kind: 'callout', tone: 'warning', title: word.slice(0, 500), text: word },
      table([[word, word]]),
    );
    const layout = await layOut({ ...record, title: word.slice(0, 500) }, await pdfFonts());
    for (const op of layout.pages.flatMap((canvas) => canvas.ops)) {
      if (op.kind !== 'text') continue;
      expect(op.x).toBeGreaterThanOrEqual(PAGE.left - 1);
      expect(op.x + op.line.width).toBeLessThanOrEqual(PAGE.right + 1);
      expect(op.y).toBeLessThan(SHEETS.a4.height - 20);
    }
  });

  it('begin with a summary that fits one page, however much there is to sum up', async () => {
    const long = words(300, 'long');
    const review = smallReview({
      title: words(40, 'title'),
      component: long.slice(0, 400),
      reconstruction: long,
      rule: { answers: { one: { answer: 'no' } } },
      path: { wholesale: true, wholesaleReason: long, stages: { tooling: { state: 'skipped', skipReason: long } } },
      decision: {
        choice: 'adopt',
        stage: 'service',
        statement: long,
        contradictionReason: long,
        reviewTrigger: long,
        conditions: Array.from({ length: 9 }, (_, index) => ({ id: `c${index}`, text: long, owner: 'Somebody' })),
      },
      signOff: {
        approvers: Array.from({ length: 12 }, (_, index) => ({
          id: `a${index}`,
          name: words(8, 'Approver'),
          role: words(12, 'role'),
        })),
      },
    });
    for (const paper of ['a4', 'letter'] as const) {
      const pdf = await renderPdf(recordOf(review, smallTemplate), await pdfFonts(), { paper });
      const pages = await pageTexts(pdf);
      expect(pages[0]).toContain('Not signed');
      expect(pages[0]).toMatch(/and \d+ more/);
      expect(pages[1]).toContain('Actions and conditions');
    }
  });

  it('name on the first page what the decision departs from, each with its place', async () => {
    const options = sectionOf(rustTemplate, 'options')?.criteria ?? [];
    const no = { answer: 'no' };
    const review = smallReview({
      candidate: 'Rust',
      current: 'Go',
      rule: { answers: { safety: no, latency: no, shared: no } },
      screening: { motivation: 'boredom', signals: { crud: { present: true } } },
      options: {
        candidates: ['rust', 'stay'],
        cells: Object.fromEntries(options.map(({ id }) => [id, { rust: { score: 1 }, stay: { score: 5 } }])),
        projectKind: 'mvp-automation',
      },
      strategy: {
        chosen: 'worker',
        answers: Object.fromEntries(
          (sectionOf(rustTemplate, 'strategy')?.questions ?? []).map(({ id }) => [id, no] as const),
        ),
      },
      decision: { choice: 'adopt', stage: 'service', statement: 'We adopt it.' },
    });
    const record = recordOf(review, rustTemplate);
    expect(record.summary.departures.length).toBeGreaterThanOrEqual(6);
    for (const paper of ['a4', 'letter'] as const) {
      const [page = ''] = await pageTexts(await renderPdf(record, await pdfFonts(), { paper }));
      const first = page.replace(/\s+/g, ' ');
      expect(first).toContain(`${record.summary.departures.length} departures from the review`);
      const places = ['3 Three questions', '2 First look', '4 Options', '6 Integration strategy', '5 Adoption path'];
      expect(places.filter((place) => !first.includes(`(${place}`))).toEqual([]);
      const named = record.summary.departures.filter(({ text }) => first.includes(text.slice(0, 40)));
      expect(named.length).toBeGreaterThanOrEqual(6);
    }
  });

  it('begin with a summary that fits the smaller paper, in long words and wide letters', async () => {
    const { review, template } = signedScene();
    for (const word of ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', '計數服務以新語言重寫', 'W']) {
      const long = Array.from({ length: 60 }, () => word)
        .join(word.length > 1 ? ' ' : '')
        .slice(0, 490);
      const [signature] = review.signOff.signatures;
      const full: ReviewDocument = {
        ...review,
        title: long,
        component: long,
        candidate: long,
        current: long,
        reconstruction: long,
        context: { ...review.context, facilitator: long },
        decision: {
          ...review.decision,
          statement: long,
          reviewTrigger: long,
          conditions: review.decision.conditions.map((condition) => ({ ...condition, text: long, owner: long })),
        },
        signOff: {
          approvers: Array.from({ length: 14 }, (_, index) => ({ id: `a${index}`, name: long, role: long })),
          signatures: signature ? [{ ...signature, approver: 'a1', name: long, role: long, verdict: 'object' }] : [],
        },
      };
      const record = sceneRecord({ review: full, template });
      const pages = await pageTexts(await renderPdf(record, await pdfFonts(), { paper: 'letter' }));
      expect(pages[0]).toContain('Looked at again');
      expect(pages[1]).toContain('Actions and conditions');
    }
  });

  it.each([
    ['an empty review', sceneRecord(emptyScene())],
    ['a sample', sceneRecord(sampleScene('prisma-query-engine'))],
    ['a review that is about to be sealed', sealedSceneRecord(signedScene())],
    ['a revision', sceneRecord(revisedScene())],
  ])('begin with a summary of one page on both papers: %s', async (_, record) => {
    for (const paper of ['a4', 'letter'] as const) {
      const [first, second] = await pageTexts(await renderPdf(record, await pdfFonts(), { paper }));
      // What follows a first page with little on it begins there.
      expect(`${record.title === 'A review that has just begun' ? first : ''}${second}`).toContain(
        'Actions and conditions',
      );
    }
  });

  it('name all of five signers on the first page, with what each said and when', async () => {
    const record = sceneRecord(signedScene());
    const [first = '', second = ''] = await pageTexts(await pdfOf(record));
    for (const { name, verdict, signedAt } of record.summary.signatures) {
      expect(squeezed(first)).toContain(squeezed(name).slice(0, 20));
      expect(first).toContain(verdict);
      expect(first).toContain(signedAt);
    }
    // What is next comes before a second risk.
    for (const action of record.summary.nextActions.slice(0, 2)) expect(first).toContain(action.text);
    for (const risk of record.summary.topRisks.slice(0, 1)) expect(first).toContain(risk.name);
    expect(second).toContain('Actions and conditions');
  });

  it('set the questions of the rule below each other, however wide their answers', async () => {
    const record = recordOf(smallReview({ rule: answered('yes', 'unsure', null) }), smallTemplate);
    const [cover] = (await layOut(record, await pdfFonts())).pages;
    const at = (text: string) =>
      cover?.ops.flatMap((op) => (op.kind === 'text' && op.line.text === text ? [op] : []))[0];
    expect(at('One')?.x).toBe(at('Three')?.x);
    expect(at('Two')?.x).toBe(at('Three')?.x);
    const answer = at('Not answered');
    expect(at('Three')?.x).toBeGreaterThan((answer?.x ?? Number.NaN) + (answer?.line.width ?? Number.NaN));
  });
});

it('shows risk numbers on the heat maps, and how many more where a cell is full', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
  const words5 = ['a', 'b', 'c', 'd', 'e'];
  const record = withBlocks({
    kind: 'heat-maps',
    likelihoodWords: words5,
    impactWords: words5,
    maps: [
      { time: 'before', title: 'Before map', marks: [{ likelihood: 3, impact: 4, numbers }] },
      { time: 'after', title: 'After map', marks: [{ likelihood: 1, impact: 1, numbers: [61, 62] }] },
    ],
  });
  const text = squeezed((await pageTexts(await pdfOf(record))).join(''));
  expect(text).toContain('6162');
  const more = Number(/\+(\d+)/.exec(text)?.[1]);
  expect(more).toBeGreaterThan(40);
});
