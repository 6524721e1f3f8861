import { describe, expect, it } from 'vitest';
import { catalogOf, entryOf, openPdf } from '#main/pdf/pdf-file.ts';
import { asKind, dictionaryOf, textOf } from '#main/pdf/pdf-values.ts';
import { attachReview } from '#main/record/attach-review.ts';
import { handoutPrinter } from '#main/record/handout-file.ts';
import type { HandoutKind } from '#shared/handout/model.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { languages } from '#test/support/languages.ts';
import { inspect, onlySection, pdfOf, recordOf } from '#test/support/pdf.ts';
import { ROOT } from '#test/support/project.ts';
import { sampleJob } from '#test/support/sample-job.ts';
import { sealedRecord, signedReview } from '#test/support/sealed-record.ts';
import { rustTemplate, sampleNames } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';
import { pageMarks, partsOf, type StructureNode, structureOf } from '#test/support/structure-tree.ts';

// What veraPDF finds fault with in files that are not PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), and what no
// validator can see, asserted without it.

async function whole(record: RecordModel): Promise<Uint8Array> {
  return attachReview(await pdfOf(record), Buffer.from('{}'), record);
}

function sampleRecord(name: string): Promise<Uint8Array> {
  const { document, template, ...stored } = sampleJob('.', name).review;
  return whole(buildRecord(document, template.template, stored));
}

/** Not records, but of the same house, and read by the same people. */
function handout(kind: HandoutKind): Promise<Uint8Array> {
  const at = '2026-11-29T10:00:00.000Z';
  const job = { template: rustTemplate, sha256: 'a'.repeat(64), review: null, paper: 'a4', at } as const;
  return handoutPrinter(ROOT)({ kind, ...job });
}

const inManyScripts: RecordModel = {
  ...recordOf(smallReview({ title: 'Many scripts' }), smallTemplate),
  sections: onlySection('Scripts', [
    ...languages.map(({ text }) => ({ kind: 'paragraph', voice: 'team', text }) as const),
    { kind: 'links', items: languages.map(({ text }) => ({ text, url: 'https://example.org/', note: text })) },
  ]),
};

const RECORDS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  ...Object.fromEntries(sampleNames.map((name) => [name, () => sampleRecord(name)])),
  'an empty review': () => whole(recordOf(smallReview({ title: 'Empty' }), smallTemplate)),
  'a review in many scripts': () => whole(inManyScripts),
  'nothing yet, as a run sheet': () => handout('run-sheet'),
  'nothing yet, to fill in with a pen': () => handout('blank'),
  'a sealed review': async () => (await sealedRecord(['Ada Lovelace', 'ליאור כהן'])).sealed,
};

const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI'],
  TOCI: ['Link'],
};

describe.each(Object.entries(RECORDS))('the record of %s', (_, make) => {
  it('claims PDF/A-3a and PDF/UA-1, and gives no cause to doubt it', async () => {
    const pdf = await make();
    const file = openPdf(pdf);
    const metadata = asKind(entryOf(file, catalogOf(file), 'Metadata'), 'stream');
    const xmp = metadata ? Buffer.from(file.decode(metadata)).toString() : '';
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('<pdfaProperty:name>part</pdfaProperty:name>');
    expect(textOf(entryOf(file, catalogOf(file), 'Lang'))).toBe('en');
    expect(entryOf(file, dictionaryOf(entryOf(file, catalogOf(file), 'MarkInfo')), 'Marked')).toBe(true);

    const parts = partsOf(structureOf(pdf));
    expect(parts.length).toBeGreaterThan(30);
    expect(parts.flatMap(misplaced)).toEqual([]);
    expect(jumps(parts)).toEqual([]);
    for (const { alt, box } of parts.filter(({ role }) => role === 'Figure')) {
      expect(alt).toBeTruthy();
      expect(box).toHaveLength(4);
    }
    for (const { scope } of parts.filter(({ role }) => role === 'TH')) expect(['Column', 'Row']).toContain(scope);
    const links = parts.flatMap(({ role, annotations }) => annotations.map((kind) => `${kind} in ${role}`));
    expect(new Set(links)).toEqual(new Set(links.length > 0 ? ['Link in Link'] : []));

    for (const { artifacts, unmarked } of pageMarks(pdf)) {
      expect(unmarked).toEqual([]);
      expect(artifacts).toContain('Header');
      expect(artifacts).toContain('Footer');
    }
  });
});

/** Kinds of parts in a part that may not hold them. */
function misplaced({ role, kids }: StructureNode): readonly string[] {
  const allowed = CHILDREN[role];
  return allowed ? kids.filter((kid) => !allowed.includes(kid.role)).map((kid) => `${kid.role} in ${role}`) : [];
}

/** Headings more than one level below the one before. */
function jumps(parts: readonly StructureNode[]): readonly string[] {
  const levels = parts.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    return level > before + 1 ? [`H${before} to H${level}`] : [];
  });
}

describe('what no validator sees', () => {
  it('is that text says its language where its letters tell it', async () => {
    const spoken = new Set(partsOf(structureOf(await whole(inManyScripts))).map(({ language }) => language));
    for (const language of ['el', 'he', 'ar', 'fa', 'th', 'ja', 'ko', 'zh', 'hi', 'bn', 'km'])
      expect(spoken).toContain(language);
    // Letters of Latin and Cyrillic tell none.
    for (const language of ['pl', 'ru', 'en']) expect(spoken).not.toContain(language);
  });

  it('is that rows of scores and risks have heads', async () => {
    const parts = partsOf(structureOf(await sampleRecord('typescript-native-port')));
    const heads = parts.filter(({ scope }) => scope === 'Row').length;
    expect(heads).toBeGreaterThan(15);
  });

  it('is that names and verdicts in the sign-off are words by themselves', async () => {
    const review = signedReview(['Ada Lovelace', 'Grace Hopper']);
    const text = await inspect('pdfinfo', await whole(recordOf(review, smallTemplate)), '-struct-text', 'FILE');
    expect(text).toContain('Ada Lovelace');
    expect(text).not.toMatch(/LovelaceAda|LovelaceLead|LeadApproves|HopperGrace|HopperLead/);
  });

  it('is that each seal is told by a tip', async () => {
    const { sealed } = await sealedRecord(['Ada Lovelace', 'ליאור כהן']);
    const text = await inspect('qpdf', sealed, '--qdf', '--object-streams=disable', 'FILE', '-');
    expect(text.match(/\/TU </g)).toHaveLength(2);
  });
});
