import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalSha256 } from '#main/files/hash.ts';
import { planMinutes } from '#shared/agenda/agenda.ts';
import type { Input } from '#shared/contract/contract.ts';
import {
  createForTests,
  listedReviews,
  listedTemplates,
  openedReview,
  openForTests,
  reopenForTests,
  SMALL_TEMPLATE_SHA256,
} from '#test/support/open-data-folder.ts';
import { pageTexts } from '#test/support/pdf.ts';
import { answered, smallTemplate } from '#test/support/small-review.ts';
import { writeBoth } from '#test/support/twins.ts';
import { systemError, watchedFiles } from '#test/support/watched-files.ts';

const MINE = { ...smallTemplate, id: 'mine', title: 'Mine' };
const NEWER = { ...smallTemplate, version: '1.1.0' };

/** The sections of the small template with another question in the rule, added or in the place of one. */
const withQuestion = (id: string, instead = '') =>
  smallTemplate.sections.map((section) => {
    if (section.kind !== 'rule') return section;
    const kept = section.questions.filter((question) => question.id !== instead);
    const outcomes = section.outcomes.map((outcome) => ({
      ...outcome,
      when: outcome.when?.replaceAll(instead || id, id) ?? null,
    }));
    return { ...section, outcomes, questions: [...kept, { id, name: 'Another', help: 'h', question: 'Another?' }] };
  });

type Open = Awaited<ReturnType<typeof openForTests>>;

const importing = (open: Pick<Open, 'api'>, template: unknown, file = 'mine.json') =>
  open.api['template.import']({ text: typeof template === 'string' ? template : JSON.stringify(template), file });

async function imported(open: Pick<Open, 'api'>, template: unknown, file?: string): Promise<string> {
  const answer = await importing(open, template, file);
  if (answer.kind !== 'imported') throw new Error([answer.message, ...answer.details].join('\n'));
  return answer.template.sha256;
}

const rows = async ({ api }: Pick<Open, 'api'>) =>
  (await listedTemplates(api)).templates.map(({ id, version, origin, reviews }) => ({
    is: `${id} ${version}`,
    from: origin.kind,
    reviews,
  }));

describe('the template library', () => {
  it('lists what ships, what was imported and from where, and how many reviews use it', async () => {
    const open = await openForTests();
    await createForTests(open);
    const sha256 = await imported(open, MINE, 'my review.json');
    expect(sha256).toBe(canonicalSha256(MINE));
    expect(await rows(open)).toEqual([
      { is: 'small 1.0.0', from: 'built-in', reviews: 1 },
      { is: 'mine 1.0.0', from: 'imported', reviews: 0 },
    ]);
    const { templates } = await listedTemplates(open.api);
    expect(templates[1]?.origin).toMatchObject({ file: 'my review.json', importedAt: expect.stringMatching(/Z$/) });
  });

  it('keeps imports over a restart, under their content address', async () => {
    const open = await openForTests();
    const sha256 = await imported(open, MINE);
    expect(JSON.parse(await readFile(join(open.layout.templates, `${sha256}.json`), 'utf8'))).toEqual(MINE);
    const again = await reopenForTests(open);
    expect(await rows(again)).toContainEqual({ is: 'mine 1.0.0', from: 'imported', reviews: 0 });
    expect(await again.api['template.get']({ sha256 })).toEqual({ kind: 'template', template: MINE });
  });

  it('starts a review from an imported template', async () => {
    const open = await openForTests();
    const templateSha256 = await imported(open, MINE);
    const created = await open.api['review.create']({
      templateSha256,
      title: 'T',
      component: '',
      candidate: '',
      current: '',
    });
    if (created.kind !== 'created') throw new Error(created.message);
    expect((await openedReview(open, created.id)).template).toEqual(MINE);
    expect(await rows(open)).toContainEqual({ is: 'mine 1.0.0', from: 'imported', reviews: 1 });
  });

  it('finds an imported template by the id that a file written by hand names', async () => {
    const open = await openForTests();
    await imported(open, MINE);
    await imported(open, { ...MINE, version: '1.10.0' });
    await imported(open, { ...MINE, version: '1.9.0' });
    const document = { title: 'By hand', template: { id: 'mine' } };
    const text = JSON.stringify({ format: 'groundwork-review', schemaVersion: 1, document });
    const answer = await open.api['review.import']({ text });
    if (answer.kind !== 'imported') throw new Error(answer.message);
    expect((await openedReview(open, answer.id)).document.template.version).toBe('1.10.0');
  });

  it('takes the same content only once and refuses another content of the same version', async () => {
    const open = await openForTests();
    await imported(open, MINE);
    await imported(open, MINE);
    await imported(open, smallTemplate);
    expect(await rows(open)).toHaveLength(2);
    for (const template of [MINE, smallTemplate]) {
      expect(await importing(open, { ...template, summary: 'Another content.' })).toMatchObject({
        kind: 'failed',
        code: 'name-taken',
        message: expect.stringContaining('higher version'),
      });
    }
    expect(await rows(open)).toHaveLength(2);
  });

  it('removes an import, but not from the reviews made from it', async () => {
    const open = await openForTests();
    const sha256 = await imported(open, MINE);
    const input = { templateSha256: sha256, title: 'T', component: '', candidate: '', current: '' };
    const created = await open.api['review.create'](input);
    if (created.kind !== 'created') throw new Error(created.message);
    expect(await open.api['template.remove']({ sha256 })).toEqual({ kind: 'removed' });
    expect(await rows(open)).toContainEqual({ is: 'mine 1.0.0', from: 'kept', reviews: 1 });
    expect((await openedReview(open, created.id)).template).toEqual(MINE);
    expect(await open.api['review.create'](input)).toMatchObject({ kind: 'failed', code: 'not-found' });
    expect(await open.api['template.remove']({ sha256: SMALL_TEMPLATE_SHA256 })).toMatchObject({ code: 'not-found' });
  });

  it('previews without keeping anything, and says how the file stands to the library', async () => {
    const open = await openForTests();
    await imported(open, { ...MINE, version: '2.0.0' });
    const standing = async (template: unknown) => {
      const answer = await open.api['template.preview']({ text: JSON.stringify(template) });
      return answer.kind === 'preview' ? answer.standing : answer.message;
    };
    expect(await standing({ ...MINE, id: 'other' })).toBe('new');
    expect(await standing({ ...MINE, version: '2.0.0' })).toBe('here');
    expect(await standing({ ...MINE, version: '10.0.0' })).toBe('newer');
    expect(await standing({ ...MINE, version: '1.9.0' })).toBe('older');
    expect(await rows(open)).toHaveLength(2);
  });
});

describe('files that are no template', () => {
  const long = 'x'.repeat(1024 * 1024 + 1);
  const twice = {
    ...smallTemplate.sections[1],
    questions: Array(2).fill({ id: 'one', name: 'n', help: 'h', question: 'q' }),
  };
  it.each([
    ['not JSON', '{', 'line 1'],
    ['nested too deep', '['.repeat(100_000), 'nested deeper'],
    ['too large', JSON.stringify({ ...MINE, summary: long }), 'larger than 1 MB'],
    ['a key twice', '{"id":"a","id":"b"}', 'stands here twice'],
    ['a poisoned key', '{"__proto__":{}}', '__proto__'],
    ['a review', JSON.stringify({ format: 'groundwork-review', schemaVersion: 1 }), 'This is a review'],
    ['an id twice', JSON.stringify({ ...MINE, sections: [twice] }), 'twice'],
    ['a section twice', JSON.stringify({ ...MINE, sections: [...MINE.sections, MINE.sections[0]] }), 'twice'],
    ['a key that nobody knows', JSON.stringify({ ...MINE, script: 'alert(1)' }), 'script'],
    ['an id that is a path', JSON.stringify({ ...MINE, id: '../../etc' }), 'id'],
  ])('refuses %s with a readable list and keeps nothing', async (_, text, words) => {
    const open = await openForTests();
    for (const answer of [
      await open.api['template.preview']({ text }),
      await open.api['template.import']({ text, file: 'a.json' }),
    ]) {
      if (answer.kind !== 'failed') throw new Error(`It was taken: ${answer.kind}`);
      expect([answer.message, ...answer.details].join('\n')).toContain(words);
    }
    expect(await rows(open)).toHaveLength(1);
  });
});

describe('a synchronised folder', () => {
  it('has no copies of templates that count, and says so of those of the list', async () => {
    const open = await openForTests();
    const sha256 = await imported(open, MINE);
    const marks = [
      ' (conflicted copy 2026-11-29 210901)',
      '.sync-conflict-20261129-210901-ABCDEF7',
      '-DESKTOP-1',
      ' 2',
    ];
    for (const mark of marks) {
      const changed = JSON.stringify({ ...MINE, title: 'Other' });
      await writeFile(join(open.layout.templates, `${sha256}${mark}.json`), changed);
    }
    const again = await reopenForTests(open);
    expect((await listedTemplates(again.api)).unreadable).toEqual([]);
    expect(await again.api['template.get']({ sha256 })).toEqual({ kind: 'template', template: MINE });
    const lists = marks.map((mark) => `imported-templates${mark}.json`);
    for (const name of lists) await writeFile(join(open.layout.root, name), '{"version":1,"imported":[]}');
    const { templates, unreadable } = await listedTemplates(again.api);
    expect(templates.map(({ title }) => title)).toEqual(['Small review', 'Mine']);
    expect(unreadable.map(({ file }) => file).toSorted()).toEqual(lists.toSorted());
    expect(unreadable[0]?.reason).toContain('import them again');
  });
});

describe('a damaged or failing disk', () => {
  it('leaves a damaged list of imports as it is, says so, and goes on with the rest', async () => {
    const open = await openForTests();
    await imported(open, MINE);
    await writeBoth(open.layout.imports, '{"version":1,"imported":[{]}');
    const { templates, unreadable } = await listedTemplates(open.api);
    expect(templates.map(({ id }) => id)).toEqual(['small']);
    expect(unreadable).toEqual([{ file: 'imported-templates.json', reason: expect.stringContaining('damaged') }]);
    expect(await importing(open, { ...MINE, id: 'other' })).toMatchObject({ kind: 'failed', code: 'damaged' });
    expect(await readFile(open.layout.imports, 'utf8')).toContain('[{]');
    await createForTests(open);
  });

  it('writes a damaged template again when it is imported again or a review needs it', async () => {
    const open = await openForTests();
    const sha256 = await imported(open, MINE);
    const path = join(open.layout.templates, `${sha256}.json`);
    const whole = await readFile(path, 'utf8');
    await writeBoth(path, whole.replace(MINE.title, 'Changed'));
    await open.workbook.close();
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    expect(await importing(again, MINE)).toMatchObject({ kind: 'imported' });
    expect(await readFile(path, 'utf8')).toBe(whole);
    expect((await listedTemplates(again.api)).unreadable).toEqual([]);
    expect(await rows(again)).toHaveLength(2);
  });

  it('names an import whose content was changed on disk', async () => {
    const open = await openForTests();
    const sha256 = await imported(open, MINE);
    await open.workbook.close();
    await writeBoth(join(open.layout.templates, `${sha256}.json`), JSON.stringify({ ...MINE, title: 'Changed' }));
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    const { templates, unreadable } = await listedTemplates(again.api);
    expect(templates.map(({ id }) => id)).toEqual(['small']);
    expect(unreadable.map(({ file }) => file)).toEqual(['mine.json', `${sha256}.json`]);
  });

  it('says that nothing was imported when the disk is full', async () => {
    let isFull = false;
    const { files } = watchedFiles(({ name }) => {
      if (isFull && name === 'write') throw systemError('ENOSPC');
    });
    const open = await openForTests({ files });
    isFull = true;
    const answer = await importing(open, MINE);
    expect(answer).toMatchObject({ kind: 'failed', code: 'disk-full' });
    expect(await rows(open)).toHaveLength(1);
    isFull = false;
    await imported(open, MINE);
  });
});

describe('exporting a template', () => {
  it('writes a file that can be imported as the same template', async () => {
    const open = await openForTests();
    const target: Input<'template.export'>['target'] = {
      kind: 'named',
      folder: open.exportFolder,
      fileName: 'small.json',
      replace: false,
    };
    const answer = await open.api['template.export']({ sha256: SMALL_TEMPLATE_SHA256, form: 'template', target });
    if (answer.kind !== 'exported') throw new Error('It was not exported');
    const other = await openForTests();
    expect(await imported(other, await readFile(answer.path, 'utf8'))).toBe(SMALL_TEMPLATE_SHA256);
    expect(await open.api['file.reveal']({ path: answer.path })).toEqual({ kind: 'revealed' });
    expect(
      await open.api['template.export']({ sha256: SMALL_TEMPLATE_SHA256, form: 'template', target }),
    ).toMatchObject({ kind: 'failed', code: 'name-taken' });
  });

  it('says why a template without questions is no custom lens', async () => {
    const open = await openForTests();
    const target = { kind: 'named', folder: open.exportFolder, fileName: 'a.json', replace: false } as const;
    expect(await open.api['template.export']({ sha256: SMALL_TEMPLATE_SHA256, form: 'lens', target })).toMatchObject({
      kind: 'failed',
      code: 'unsupported',
    });
  });
});

describe('a newer version of the template of a review', () => {
  it('is offered, and only applied on demand', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const { id } = document;
    expect(await open.api['review.templateOffer']({ id })).toEqual({ kind: 'none' });
    const to = await imported(open, NEWER);
    expect(await open.api['review.templateOffer']({ id })).toMatchObject({
      kind: 'offer',
      from: { version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 },
      to: { version: '1.1.0', sha256: to },
    });
    expect((await openedReview(open, id)).document).toEqual(document);

    const answer = await open.api['review.applyTemplate']({ id, baseRevision: 1, templateSha256: to });
    expect(answer).toMatchObject({ kind: 'saved', revision: 2 });
    const after = await openedReview(open, id);
    expect(after.document).toEqual({ ...document, template: { id: 'small', version: '1.1.0', sha256: to } });
    expect(after.template.version).toBe('1.1.0');
    expect(await open.api['review.templateOffer']({ id })).toEqual({ kind: 'none' });
  });

  it('makes signatures stale and keeps them', async () => {
    const open = await openForTests();
    const { document, contentSha256 } = await createForTests(open);
    const signOff = {
      approvers: [
        { id: 'a', name: 'Ada', role: '' },
        { id: 'b', name: 'Bo', role: '' },
      ],
      signatures: [
        {
          id: 's',
          approver: 'a',
          name: 'Ada',
          role: '',
          verdict: 'approve',
          comment: '',
          typedName: 'Ada',
          drawing: [],
          signedAt: '2026-01-05T00:00:00Z',
          contentSha256,
        },
      ],
    } as const;
    await open.api['review.save']({ baseRevision: 1, document: { ...document, signOff } });
    const states = async () => (await listedReviews(open.api)).reviews.map((review) => review.signOff);
    expect(await states()).toEqual(['partly-signed']);
    const to = await imported(open, NEWER);
    await open.api['review.applyTemplate']({ id: document.id, baseRevision: 2, templateSha256: to });
    expect(await states()).toEqual(['stale']);
    await open.api['review.applyTemplate']({
      id: document.id,
      baseRevision: 3,
      templateSha256: SMALL_TEMPLATE_SHA256,
    });
    expect(await states()).toEqual(['partly-signed']);
  });

  it('is refused by a review that is signed', async () => {
    const open = await openForTests();
    const { document, contentSha256 } = await createForTests(open);
    const signature = {
      id: 's',
      approver: 'a',
      name: 'Ada',
      role: '',
      verdict: 'approve',
      comment: '',
      typedName: 'Ada',
      drawing: [],
      signedAt: '2026-01-05T00:00:00Z',
      contentSha256,
    } as const;
    const signOff = { approvers: [{ id: 'a', name: 'Ada', role: '' }], signatures: [signature] };
    await open.api['review.save']({ baseRevision: 1, document: { ...document, signOff } });
    const templateSha256 = await imported(open, NEWER);
    const before = await openedReview(open, document.id);
    expect(await open.api['review.applyTemplate']({ id: document.id, baseRevision: 2, templateSha256 })).toMatchObject({
      kind: 'failed',
      code: 'sealed',
    });
    expect(await openedReview(open, document.id)).toEqual(before);
  });

  it('keeps answers without a place, and brings them back with the old version', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const { id } = document;
    const filled = { ...document, ...({ rule: { ...answered('yes', 'no', 'yes'), justification: 'J' } } as const) };
    expect(await open.api['review.save']({ baseRevision: 1, document: filled as typeof document })).toMatchObject({
      kind: 'saved',
    });
    const before = (await openedReview(open, id)).document;
    const sections = NEWER.sections.filter(({ kind }) => kind !== 'rule');
    const to = await imported(open, { ...NEWER, sections });
    await open.api['review.applyTemplate']({ id, baseRevision: 2, templateSha256: to });
    expect((await openedReview(open, id)).document.rule).toEqual(before.rule);
    await open.api['review.applyTemplate']({ id, baseRevision: 3, templateSha256: SMALL_TEMPLATE_SHA256 });
    expect((await openedReview(open, id)).document).toEqual(before);
  });

  it('can be another template that asks all of it and more, and there is a way back', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const { id } = document;
    const whole = await imported(open, { ...MINE, sections: withQuestion('four') });
    const apply = (templateSha256: string, baseRevision: number) =>
      open.api['review.applyTemplate']({ id, baseRevision, templateSha256 });
    expect(await apply(whole, 1)).toMatchObject({ kind: 'saved', revision: 2 });
    const { template, ...grown } = (await openedReview(open, id)).document;
    expect(template).toEqual({ id: 'mine', version: '1.0.0', sha256: whole });
    const { template: _, ...before } = document;
    expect(grown).toEqual(before);
    expect(await apply(SMALL_TEMPLATE_SHA256, 2)).toMatchObject({ kind: 'saved', revision: 3 });
    expect((await openedReview(open, id)).document).toEqual(document);
  });

  it('refuses a template that asks something else, one that is not here, and a review that was changed meanwhile', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const { id } = document;
    // Each asks something that the other does not.
    const mine = await imported(open, { ...MINE, sections: withQuestion('four', 'three') });
    const newer = await imported(open, NEWER);
    const apply = (templateSha256: string, baseRevision = 1) =>
      open.api['review.applyTemplate']({ id, baseRevision, templateSha256 });
    const refused = await apply(mine);
    expect(refused).toMatchObject({ kind: 'failed', code: 'invalid' });
    expect(refused).toHaveProperty('message', expect.stringContaining('“Small review”'));
    expect(await apply('0'.repeat(64))).toMatchObject({ kind: 'failed', code: 'not-found' });
    expect(await apply(newer, 7)).toMatchObject({ kind: 'stale', revision: 1 });
    expect((await openedReview(open, id)).document).toEqual(document);
  });

  it('answers a wish that is sent twice with the one change it made', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const to = await imported(open, NEWER);
    const wish = { id: document.id, baseRevision: 1, templateSha256: to };
    const first = await open.api['review.applyTemplate'](wish);
    expect(await open.api['review.applyTemplate'](wish)).toEqual(first);
  });

  it('is still refused to a plain save', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const sha256 = await imported(open, NEWER);
    const changed = { ...document, template: { id: 'small', version: '1.1.0', sha256 } };
    expect(await open.api['review.save']({ baseRevision: 1, document: changed })).toMatchObject({ kind: 'failed' });
  });
});

describe('a custom lens', () => {
  const lens = (title: string) => ({
    schemaVersion: '2021-11-01',
    name: 'Small lens',
    description: 'For tests.',
    pillars: [
      {
        id: 'pillar_1',
        name: 'Pillar',
        questions: [
          {
            id: 'q_1',
            title,
            description: 'Why it matters.',
            choices: [
              { id: 'c_1', title: 'It is so', improvementPlan: { displayText: 'Make it so' } },
              { id: 'c_1_no', title: 'None of these' },
            ],
            riskRules: [
              { condition: 'c_1', risk: 'NO_RISK' },
              { condition: 'default', risk: 'HIGH_RISK' },
            ],
          },
        ],
      },
    ],
  });

  it('comes in as a template, once, and its next form as the next version', async () => {
    const open = await openForTests();
    const first = await imported(open, lens('First'), 'lens.json');
    expect(await imported(open, lens('First'))).toBe(first);
    await imported(open, lens('Second'));
    expect(await imported(open, lens('First'))).toBe(first);
    const versions = (await listedTemplates(open.api)).templates.filter(({ title }) => title === 'Small lens');
    expect(versions.map(({ version, hasQuestions }) => [version, hasQuestions])).toEqual([
      ['1.1.0', true],
      ['1.0.0', true],
    ]);
    expect(await open.api['template.preview']({ text: JSON.stringify(lens('Third')) })).toMatchObject({
      kind: 'preview',
      form: 'lens',
      standing: 'newer',
      template: { version: '1.2.0' },
    });
  });

  it('goes out again as a lens', async () => {
    const open = await openForTests();
    const sha256 = await imported(open, lens('First'));
    const target = { kind: 'named', folder: open.exportFolder, fileName: 'lens.json', replace: false } as const;
    const answer = await open.api['template.export']({ sha256, form: 'lens', target });
    if (answer.kind !== 'exported') throw new Error('It was not exported');
    expect(JSON.parse(await readFile(answer.path, 'utf8'))).toMatchObject({
      name: 'Small lens',
      pillars: [{ id: 'pillar_1' }],
    });
  });

  it('says what the AWS tool would refuse of it', async () => {
    const open = await openForTests();
    const sha256 = await imported(open, lens('T'.repeat(129)));
    const target = { kind: 'named', folder: open.exportFolder, fileName: 'long.json', replace: false } as const;
    expect(await open.api['template.export']({ sha256, form: 'lens', target })).toMatchObject({
      kind: 'exported',
      findings: [expect.stringMatching(/^AWS would refuse this: Question q_1: .*128/)],
    });
  });
});

describe('printing', () => {
  it('writes a run sheet of a review with its own minutes and title, and a blank workbook of any template', async () => {
    const open = await openForTests();
    const { document, revision } = await createForTests(open, 'Gateway');
    const { id } = document;
    await open.api['review.save']({ baseRevision: revision, document: planMinutes(document, 'rule', 47) });
    const target = (fileName: string) =>
      ({ kind: 'named', folder: open.exportFolder, fileName, replace: false }) as const;
    const print = (handout: 'run-sheet' | 'blank', fileName: string, review?: string) =>
      open.api['template.print']({ sha256: SMALL_TEMPLATE_SHA256, handout, review, target: target(fileName) });
    expect(await print('run-sheet', 'run.pdf', id)).toMatchObject({ kind: 'exported' });
    expect(await print('blank', 'blank.pdf')).toMatchObject({ kind: 'exported' });
    expect(await print('blank', 'blank.pdf')).toMatchObject({ kind: 'failed', code: 'name-taken' });
    expect(await print('blank', 'blank.txt')).toMatchObject({ kind: 'failed', code: 'invalid' });
    const text = async (name: string) => (await pageTexts(await readFile(join(open.exportFolder, name)))).join('\n');
    expect(await text('run.pdf')).toContain('47 minutes');
    expect(await text('run.pdf')).toContain('Gateway');
    expect(await text('blank.pdf')).toContain('Title of the review');
  });
});
