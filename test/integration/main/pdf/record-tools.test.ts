import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyId } from '#main/certificates/key-fingerprint.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { asKind, dictionaryOf, nameOf } from '#main/pdf/pdf-values.ts';
import { canonicalReviewFile } from '#main/store/review-file.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { inspect, pageTexts } from '#test/support/pdf.ts';
import { check } from '#test/support/seal.ts';
import { signaturesOf } from '#test/support/sealed-bytes.ts';
import { STORED, sealedRecord } from '#test/support/sealed-record.ts';
import { smallTemplate } from '#test/support/small-review.ts';
import { tool } from '#test/support/tools.ts';

const NAMES = ['Żaneta Nowak', '王小明', 'Ольга Иванова', 'Zoë Smith-Ångström', 'بسمة'];

describe.each([0, 1, 5])('a record with %d signers, to programs that strangers have', (count) => {
  let made: Awaited<ReturnType<typeof sealedRecord>>;

  beforeAll(async () => {
    made = await sealedRecord(NAMES.slice(0, count));
  });

  it('is sound, tagged and without scripts', async () => {
    expect(await inspect('qpdf', made.sealed, '--check', 'FILE')).toContain(
      'No syntax or stream encoding errors found',
    );
    const info = await inspect('pdfinfo', made.sealed, 'FILE');
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^PDF version: +1\.7$/m);
    expect(info).toMatch(/^JavaScript: +no$/m);
  });

  it('has all fonts embedded, as parts, with a way back to text', async () => {
    const fonts = (await inspect('pdffonts', made.sealed, 'FILE')).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.* Identity-H +yes yes yes /);
  });

  it('gives back its review byte for byte', async () => {
    const folder = await temporaryFolder();
    const [record, review] = [join(folder, 'record.pdf'), join(folder, 'review.json')];
    writeFileSync(record, made.sealed);
    tool('pdfdetach', '-save', '1', '-o', review, record);
    const data = canonicalReviewFile({ document: made.review, ...STORED }, smallTemplate);
    expect(Buffer.compare(readFileSync(review), data)).toBe(0);
  });

  it('reads the same as before its seals, by eye and by ear', async () => {
    const pages = await pageTexts(made.sealed);
    expect(pages).toEqual(await pageTexts(made.unsealed));
    for (const name of NAMES.slice(0, 4)) expect(pages.join('').includes(name)).toBe(NAMES.indexOf(name) < count);
    const heard = (pdf: Uint8Array) => inspect('pdfinfo', pdf, '-struct', 'FILE');
    expect(await heard(made.sealed)).toBe(await heard(made.unsealed));
    expect(await heard(made.sealed)).toContain('H1 (block)');
  });

  it('has valid signatures in their order, the last of which covers the whole', async () => {
    const report = check(await temporaryFolder(), made.sealed, 'pdfsig');
    const parts = report.split(/^Signature #\d+:/m).slice(1);
    expect(parts).toHaveLength(count);
    for (const [index, part] of parts.entries()) {
      expect(part).toContain('Signature is Valid.');
      // Right-to-left names cannot stand beside Latin letters there: other programs would refuse the certificate.
      const person = NAMES[index] === 'بسمة' ? '' : ` for ${NAMES[index]}`;
      expect(part).toContain(`Common Name: Groundwork workbook ${keyId(made.keys.signingKey)} (witness)${person}\n`);
      expect(part).toContain(index === count - 1 ? '- Total document signed' : '- Not total document signed');
    }
  });

  it('has revisions that each begin with the one before', () => {
    expect(made.revisions).toHaveLength(count + 1);
    for (const [index, revision] of made.revisions.slice(1).entries()) {
      const before = made.revisions[index] ?? new Uint8Array();
      expect(revision.byteLength).toBeGreaterThan(before.byteLength);
      expect(Buffer.compare(revision.subarray(0, before.byteLength), before)).toBe(0);
    }
  });

  it('has signatures that OpenSSL accepts under the authority of the workbook', async () => {
    const folder = await temporaryFolder();
    const [root, signature, content] = ['root.pem', 'cms.der', 'content'].map((name) => join(folder, name));
    if (!root || !signature || !content) throw new Error('Three names were expected');
    writeFileSync(root, new X509Certificate(made.keys.authority.certificate).toString());
    const found = signaturesOf(made.sealed);
    expect(found).toHaveLength(count);
    for (const { cms, covered } of found) {
      writeFileSync(signature, cms);
      const input = ['-inform', 'DER', '-in', signature, '-binary', '-content', content, '-CAfile', root];
      const verify = () => tool('openssl', 'cms', '-verify', '-cades', ...input, '-out', join(folder, 'out'));
      writeFileSync(content, covered);
      expect(verify).not.toThrow();
      writeFileSync(content, covered.subarray(1));
      expect(verify).toThrow('content verify error');
    }
  });

  it('keeps to what PDF/A-3 asks of syntax, annotations and glyphs', () => {
    const file = openPdf(made.sealed);
    const text = Buffer.from(made.sealed).toString('latin1');
    // The second line tells programs that the file is not text.
    expect(text).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}/);
    expect(text).toMatch(/\n%%EOF\n$/);
    for (const entry of file.entries.values()) {
      if (entry.kind === 'plain') expect(text.slice(entry.offset - 1, entry.offset + 20)).toMatch(/^\n\d+ 0 obj\n/);
    }
    const values = [...file.entries.keys()].map((number) => file.resolve({ kind: 'reference', number, generation: 0 }));
    for (const stream of values.flatMap((value) => asKind(value, 'stream') ?? [])) {
      const end = stream.data.byteOffset - made.sealed.byteOffset + stream.data.byteLength;
      expect(text.slice(end, end + 30)).toMatch(/^\r?\nendstream\s+endobj\n/);
    }
    const dictionaries = values.flatMap((value) => dictionaryOf(value)?.entries ?? []);
    const keys = new Set(dictionaries.flatMap((entries) => [...entries.keys()]));
    for (const key of ['AA', 'JS', 'XFA', 'NeedAppearances', 'Encrypt', 'TR', 'FFilter'])
      expect(keys).not.toContain(key);
    const annotations = dictionaries.filter((entries) =>
      ['Link', 'Widget'].includes(nameOf(entries.get('Subtype')) ?? ''),
    );
    // A seal each; links besides where there is anything to lead to.
    expect(annotations.length).toBeGreaterThanOrEqual(count);
    // Printed, and neither hidden nor invisible; a seal is locked as well.
    for (const entries of annotations) expect([4, 132]).toContain(entries.get('F'));
    const maps = dictionaries.flatMap((entries) => asKind(file.resolve(entries.get('CIDToGIDMap')), 'stream') ?? []);
    expect(maps.length).toBeGreaterThan(1);
    // Glyph 0 is the box for what a font lacks; code 0 is never written.
    for (const map of maps) expect(pairs(file.decode(map)).indexOf(0, 1)).toBe(-1);
  });
});

/** Numbers of two bytes each. */
function pairs(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 2 }, (_, index) => view.getUint16(2 * index));
}
