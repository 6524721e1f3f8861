import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { BlockOf, RecordModel, RecordSection } from '#shared/record/model.ts';
import { emptyScene, revisedScene, sampleScene, sceneRecord, signedScene } from '#test/support/record-scenes.ts';
import { sampleNames } from '#test/support/shipped.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

const stored = { contentSha256: 'c0ffee00'.repeat(8), revision: 4, savedAt: '2026-12-31T23:59:59.999Z' };

function section(record: RecordModel, kind: RecordSection['kind']): RecordSection {
  const found = record.sections.find((entry) => entry.kind === kind);
  if (!found) throw new Error(`no section ${kind}`);
  return found;
}

/** Rows of every table of a section, as texts. */
function rowsOf(record: RecordModel, kind: RecordSection['kind']): readonly (readonly string[])[] {
  return section(record, kind)
    .blocks.filter((block): block is BlockOf<'table'> => block.kind === 'table')
    .flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
}

/** The rows of the one table on dissent of a short record. */
const dissentRows = (record: RecordModel) => rowsOf(record, 'decision').filter((row) => row.length === 4);

const empties = (record: RecordModel, kind: RecordSection['kind']) =>
  section(record, kind).blocks.flatMap((block) => (block.kind === 'empty' ? [block.text] : []));

describe('what was not assessed says so, and why', () => {
  it.each(['rust-adoption', 'adopt-technology', 'quick-review'])('nobody got to it: %s', (template) => {
    const scene = emptyScene(template);
    const record = sceneRecord(scene);
    const told = empties(record, 'open-points');
    expect(told.every((text) => /^Not assessed, because nobody got to it: .+\.$/.test(text))).toBe(true);
    for (const { kind, title } of scene.template.sections) {
      const isPrinted = record.sections.some((entry) => entry.kind === kind);
      expect([title, isPrinted || told.join(' ').includes(title)]).toEqual([title, true]);
    }
  });

  it('not needed because of the decision', () => {
    const review = smallReview({ decision: { choice: 'stay', statement: 'We stay.' } });
    expect(empties(buildRecord(review, smallTemplate, stored), 'open-points')).toEqual([
      'Not assessed, because nobody got to it: 1 Context; 2 Rule; 5 Risks.',
      'Not needed, because the decision is “Stay”: 3 Path; 4 Strategy.',
    ]);
  });

  it('skipped by choice, with the reason', () => {
    const path = { stages: { tooling: { state: 'skipped', skipReason: 'Done elsewhere.' } } };
    const record = buildRecord(smallReview({ path }), smallTemplate, stored);
    const { blocks } = section(record, 'path');
    expect(blocks).toContainEqual({ kind: 'fields', rows: [{ label: 'Skipped by choice', text: 'Done elsewhere.' }] });
    expect(empties(record, 'path')).toEqual([
      'Exit criteria not assessed: the stage is skipped by choice.',
      'Not assessed: nobody got to it.',
    ]);
  });

  it('prints exit criteria of a skipped stage all the same when something is noted on them', () => {
    const criteria = { used: { met: false, note: 'Tried once.' } };
    const path = { stages: { tooling: { state: 'skipped', criteria } } };
    const record = buildRecord(smallReview({ path }), smallTemplate, stored);
    expect(JSON.stringify(section(record, 'path'))).toContain('Tried once.');
  });

  it('one question among answered ones', () => {
    const record = buildRecord(smallReview({ rule: answered('yes', null, null) }), smallTemplate, stored);
    expect(empties(record, 'rule').filter((text) => text === 'Not assessed: nobody got to it.')).toHaveLength(2);
  });
});

describe('the appendix', () => {
  const signed = sceneRecord(signedScene());

  it('is lettered, after sections that are numbered', () => {
    const titles = signed.sections.map(({ number, title }) => `${number} ${title}`);
    expect(titles.slice(0, 2)).toEqual([' Actions and conditions', '1 Context']);
    expect(titles.slice(-4)).toEqual([
      'A Who took part',
      'B What is open',
      'C Sources of the template',
      'D How to verify this document',
    ]);
    expect(sceneRecord(revisedScene()).sections.find(({ kind }) => kind === 'changes')?.isAppendix).toBe(false);
  });

  it('names everybody once, with every part they had', () => {
    const review = smallReview({
      context: {
        facilitator: 'Ada',
        participants: [
          { id: 'p1', name: 'Ada', role: 'Lead' },
          { id: 'p2', name: 'Bo', role: 'Tester' },
          { id: 'p3', name: '', role: 'Somebody of operations' },
        ],
      },
      signOff: { approvers: [{ id: 'a', name: 'Bo', role: 'Owner' }] },
    });
    expect(rowsOf(buildRecord(review, smallTemplate, stored), 'attendance')).toEqual([
      ['Ada', 'Lead', 'Facilitator; Took part'],
      ['Bo', 'Tester', 'Took part'],
      ['', 'Somebody of operations', 'Took part'],
      ['Bo', 'Owner', 'Approver: not signed'],
    ]);
  });

  it('says who was at which sitting, and what their part was', () => {
    const review = smallReview({
      context: {
        facilitator: 'Ada',
        participants: [
          { id: 'p1', name: 'Ada', role: 'Lead', team: 'Core', part: 'facilitator' },
          { id: 'p2', name: 'Bo', role: 'Tester', part: 'observer' },
          { id: 'p3', name: 'Kim' },
        ],
        sittings: [
          { id: 's1', heldOn: '2026-03-02', present: ['p1', 'p2'] },
          { id: 's2', heldOn: null, present: ['p1', 'p2'] },
        ],
      },
    });
    const record = buildRecord(review, smallTemplate, stored);
    expect(rowsOf(record, 'attendance')).toEqual([
      ['Ada', 'Lead, Core', 'Facilitator, at sittings 1 and 2'],
      ['Bo', 'Tester', 'Observer, at sittings 1 and 2'],
      ['Kim', '', 'Took part, at no sitting'],
    ]);
    const blocks = record.sections.find(({ kind }) => kind === 'attendance')?.blocks;
    expect(JSON.stringify(blocks)).toContain('2 Mar 2026, 2 of 3 people there; not there: Kim');
    expect(JSON.stringify(blocks)).toContain('no date, 2 of 3 people there');
  });

  it('names the sources that the record refers to, and no other', () => {
    const record = sceneRecord(sampleScene('discord-read-states'));
    const named = section(record, 'sources').blocks.flatMap((block) => (block.kind === 'links' ? block.items : []));
    const numbers = named.map(({ text }) => /^\[\d+\]/.exec(text)?.[0] ?? text);
    const text = JSON.stringify(record.sections.filter(({ kind }) => kind !== 'sources'));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers.filter((number) => !text.includes(number))).toEqual([]);
    expect(sceneRecord(emptyScene()).sections.some(({ kind }) => kind === 'sources')).toBe(false);
  });

  it('gathers dissent on the decision, answers, risks and of signers in one table of a short record', () => {
    const dissent = [{ id: 'd', name: 'Cy', position: 'formal-objection', reason: 'Too early.' }];
    const [{ id: risk = '' } = {}] = risksOf(smallReview(), smallTemplate);
    const review = smallReview({
      decision: { dissent },
      rule: { answers: { two: { answer: 'no', dissent } } },
      risks: { assessments: { [risk]: { dissent } } },
    });
    const short = buildRecord(review, smallTemplate, stored, 'short');
    const said = (about: unknown) => [about, 'Cy', 'Formal objection', 'Too early.'];
    expect(dissentRows(short)).toEqual([said('The decision'), said('Two'), said(expect.stringMatching(/^Risk 1, /))]);
    const titles = JSON.stringify(short.sections).match(/"Dissent[^"]*"/g);
    expect(titles).toEqual(['"Dissent"']);
    const { review: signedOne, template } = signedScene();
    const record = buildRecord(signedOne, template, { ...stored, contentSha256: signed.contentSha256 }, 'short');
    const positions = dissentRows(record).filter(([about]) => about === 'Sign-off');
    expect(positions.map(([, who, position]) => [who, position])).toEqual([
      ['Maximilian von und zu Hohenlohe-Bartenstein', 'Can live with it'],
      ['Ada Byron', 'Objects'],
    ]);
    expect(dissentRows(buildRecord(smallReview(), smallTemplate, stored, 'short'))).toEqual([]);
  });

  it.each(sampleNames)(
    'lists what the short record of %s refers to, and says what it is about by the decision',
    (name) => {
      const { review, template } = sampleScene(name);
      const short = buildRecord(review, template, stored, 'short');
      const references = (sections: readonly RecordSection[]) => JSON.stringify(sections).match(/\[\d+\]/g) ?? [];
      const sources = short.sections.filter(({ kind }) => kind === 'sources');
      const listed = references(sources);
      for (const reference of references(short.sections)) expect(listed).toContain(reference);
      const labels = (kind: RecordSection['kind']) =>
        section(short, kind).blocks.flatMap((block) =>
          block.kind === 'fields' ? block.rows.map(({ label }) => label) : [],
        );
      expect(labels('decision')).toContain('Component');
      expect(labels('about')).not.toContain('Component');
    },
  );

  it.each([
    ['of a signed review', signedScene()],
    ['of a revision, which carries the text before', revisedScene()],
  ])('tells how to get at the document hash %s', (_, scene) => {
    const text = JSON.stringify(section(sceneRecord(scene), 'about'));
    const parts = /del\(([^)]*)\)/.exec(text)?.[1]?.split(', ') ?? [];
    const left = structuredClone(scene.review) as Record<string, unknown>;
    for (const part of parts) {
      const [name = '', inner] = part.slice(1).split('.');
      if (inner === undefined) delete left[name];
      else delete (left[name] as Record<string, unknown> | undefined)?.[inner];
    }
    expect(parts.length).toBeGreaterThan(4);
    expect(canonicalJson(left)).toBe(signedContent(scene.review));
  });

  it('comes after what changed since the last signed one, dates in words', () => {
    const changes = rowsOf(sceneRecord(revisedScene()), 'changes');
    expect(changes).toContainEqual(['Review on', 'Changed', '19 Nov 2027', '1 Jun 2027']);
  });

  it('tells how to verify it with tools that strangers have', () => {
    const text = JSON.stringify(section(signed, 'about'));
    for (const word of [
      'signature panel',
      'pdfsig',
      'pdfdetach -saveall',
      'SHA-256',
      'RFC 8785',
      'groundwork verify',
    ]) {
      expect(text).toContain(word);
    }
  });
});
