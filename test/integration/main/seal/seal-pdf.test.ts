import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { type SealOptions, sealPdf } from '#main/seal/seal-pdf.ts';
import { rewritten } from '#test/support/foreign-pdf.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { check, type ReferenceForm, sealedRevisions, throwAwaySigner, unsealedRecord } from '#test/support/seal.ts';
import { signaturesOf } from '#test/support/sealed-bytes.ts';
import { tool } from '#test/support/tools.ts';

const NAMES = ['Żaneta Nowak', '王小明', 'Ольга Иванова', 'Zoë 𠮷 Smith-Ångström', 'بسمة'];

function options(parts: Partial<SealOptions> = {}): SealOptions {
  return {
    signer: parts.signer ?? throwAwaySigner('Somebody'),
    name: 'Somebody',
    reason: 'Approved.',
    signedAt: '2026-01-05T06:07:08.999Z',
    ...parts,
  };
}

async function lastOf(names: readonly string[], form?: ReferenceForm): Promise<Uint8Array> {
  return (await sealedRevisions(names, form)).at(-1) ?? new Uint8Array();
}

/** The dictionary of a signature, as a library that did not write it reads it. */
async function dictionaryOf(pdf: Uint8Array, name: string): Promise<PDFDict> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const field = document.getForm().getField(name);
  return field.acroField.dict.lookup(PDFName.of('V'), PDFDict);
}

describe('a sealed record', () => {
  it.each([
    [1, 'stream'],
    [3, 'stream'],
    [5, 'stream'],
    [5, 'table'],
  ] as const)('verifies with pdfsig for %d signers, the last covers the whole (%s)', async (count, form) => {
    const folder = await temporaryFolder();
    const last = await lastOf(NAMES.slice(0, count), form);
    const report = check(folder, last, 'pdfsig');
    expect(report.match(/Signature is Valid\./g)).toHaveLength(count);
    expect(report.match(/Not total document signed/g) ?? []).toHaveLength(count - 1);
    expect(report.split('Signature #').at(-1)).toContain('- Total document signed');
    for (const name of NAMES.slice(0, count)) expect(report).toContain(`Certificate Common Name: ${name}`);
    expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(count);
    expect(check(folder, last, 'qpdf', '--check')).toContain('No syntax or stream encoding errors found');
  });

  it.each(['stream', 'table'] as const)('keeps every revision as a prefix of the next (%s)', async (form) => {
    const revisions = await sealedRevisions(NAMES, form);
    expect(revisions).toHaveLength(NAMES.length + 1);
    for (const [index, revision] of revisions.slice(1).entries()) {
      const before = revisions[index] ?? new Uint8Array();
      expect(Buffer.from(revision.subarray(0, before.byteLength)).equals(before)).toBe(true);
      const added = Buffer.from(revision.subarray(before.byteLength)).toString('latin1');
      expect(added.length).toBeLessThan(5 * 1024);
      // A table must not lead back to a stream, nor a stream to a table.
      expect(added.includes('/Type /XRef')).toBe(form === 'stream');
      expect(/\nxref\n/.test(added)).toBe(form === 'table');
    }
  });

  it('keeps its pages, its links and its data', async () => {
    const folder = await temporaryFolder();
    const last = await lastOf(NAMES);
    expect(check(folder, last, 'pdfinfo')).toMatch(/Pages:\s+3/);
    expect(tool('pdftotext', join(folder, 'record.pdf'), '-').toString()).toContain('Page 3');
    expect(check(folder, last, 'pdfdetach', '-list')).toContain('review.groundwork.json');
    const document = await PDFDocument.load(last, { updateMetadata: false });
    expect(document.getPage(0).node.Annots()?.size()).toBe(1 + NAMES.length);
  });

  it('says who, why and when, in any script', async () => {
    const reason = 'Zażółć gęślą jaźń. 同意します。 (50 %) \\ é';
    const name = 'Ольга 王小明 𠮷';
    const sealed = await sealPdf(await unsealedRecord(), options({ name, reason, fieldName: 'lead' }));
    const dictionary = await dictionaryOf(sealed, 'lead');
    expect(dictionary.lookup(PDFName.of('Name'), PDFHexString).decodeText()).toBe(name);
    expect(dictionary.lookup(PDFName.of('Reason'), PDFHexString).decodeText()).toBe(reason);
    expect(signaturesOf(sealed)[0]?.dictionary).toContain("/M (D:20260105060708+00'00')");
  });

  it('says which kind of seal it is and which content it is about', async () => {
    const contentSha256 = '0123456789abcdef'.repeat(4);
    const signer = throwAwaySigner('Zoë', 'own-certificate');
    const [found] = signaturesOf(await sealPdf(await unsealedRecord(), options({ contentSha256, signer })));
    expect(found?.dictionary).toContain('/GWRK_Kind /own-certificate');
    expect(found?.dictionary).toContain(`/GWRK_ContentSHA256 <${contentSha256}>`);
  });

  it('is certified by its first seal alone: later ones may only sign', async () => {
    const sealed = await lastOf(NAMES.slice(0, 3));
    const document = await PDFDocument.load(sealed, { updateMetadata: false });
    const permission = document.catalog.lookup(PDFName.of('Perms'), PDFDict).get(PDFName.of('DocMDP'));
    const first = document.getForm().getField('approver-1').acroField.dict.get(PDFName.of('V'));
    expect(permission).toBeInstanceOf(PDFRef);
    expect(permission).toBe(first);
    const found = signaturesOf(sealed);
    expect(found.map(({ dictionary }) => dictionary.includes('/TransformMethod /DocMDP'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(found[0]?.dictionary).toContain('/P 2');
  });

  it('gives each field a name of its own', async () => {
    let pdf = await unsealedRecord();
    for (const fieldName of ['lead', 'lead', 'M. Smith', 'lead']) pdf = await sealPdf(pdf, options({ fieldName }));
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const names = document
      .getForm()
      .getFields()
      .map((field) => field.getName());
    expect(names).toEqual(['lead', 'lead 2', 'M  Smith', 'lead 3']);
  });

  it('is refused by pdfsig after any change, and by its coverage after an addition', async () => {
    const folder = await temporaryFolder();
    const sealed = await lastOf(NAMES.slice(0, 3));
    const ends = signaturesOf(sealed).map(({ covered }) => covered.byteLength);
    for (const at of [20, 1000, (ends[0] ?? 0) - 40]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(check(folder, changed, 'pdfsig')).not.toContain('Signature is Valid.');
    }
    const appended = Buffer.concat([sealed, Buffer.from('\n% one more line\n')]);
    expect(check(folder, appended, 'pdfsig')).not.toMatch(/- Total document signed/);
  });
});

describe('the signature itself', () => {
  it('is a CMS that OpenSSL accepts as CAdES, under the authority that comes with it', async () => {
    const folder = await temporaryFolder();
    const [signer, sealed] = [throwAwaySigner('Żaneta'), await unsealedRecord()];
    const found = signaturesOf(await sealPdf(await sealPdf(sealed, options({ signer })), options({ signer })));
    expect(found).toHaveLength(2);
    const file = (name: string) => join(folder, name);
    writeFileSync(file('root.pem'), new X509Certificate(signer.chain[0] ?? new Uint8Array()).toString());
    for (const { cms, covered, padding } of found) {
      writeFileSync(file('cms.der'), cms);
      writeFileSync(file('content'), covered);
      const verify = [
        'cms',
        '-verify',
        '-cades',
        '-inform',
        'DER',
        '-in',
        file('cms.der'),
        '-content',
        file('content'),
      ];
      const run = () => tool('openssl', ...verify, '-binary', '-out', file('out'), '-CAfile', file('root.pem'));
      expect(() => run()).not.toThrow();
      writeFileSync(file('content'), Buffer.concat([covered, Buffer.from(' ')]));
      expect(() => run()).toThrow('content verify error');
      expect(padding).toBeLessThanOrEqual(16);
    }
  });

  it('has the three signed attributes of PAdES and no other', async () => {
    const folder = await temporaryFolder();
    const [found] = signaturesOf(await lastOf(['Zoë']));
    writeFileSync(join(folder, 'cms.der'), found?.cms ?? '');
    const print = ['cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', join(folder, 'cms.der')];
    const printed = tool('openssl', ...print).toString();
    const attributes = /signedAttrs:([\s\S]*?)signatureAlgorithm:/.exec(printed)?.[1] ?? '';
    const objects = [...attributes.matchAll(/object: (\S+)/g)].map(([, name]) => name);
    expect(objects).toEqual(['contentType', 'messageDigest', 'id-smime-aa-signingCertificateV2']);
    expect(printed).not.toContain('signingTime');
    expect(printed).toContain('unsignedAttrs:\n          <ABSENT>');
  });
});

describe('a file that cannot be sealed', () => {
  it.each([
    ['is not a PDF', async () => Buffer.from('hello')],
    ['is empty', async () => Buffer.alloc(0)],
    ['is cut short', async () => (await unsealedRecord()).subarray(0, 1000)],
    ['has a table that points elsewhere', async () => shiftedTable(await unsealedRecord('table'))],
    ['has tables that go round', async () => roundTables(await unsealedRecord('table'))],
  ])('is refused in plain words when it %s', async (_, make) => {
    await expect(sealPdf(await make(), options())).rejects.toThrow('damaged and cannot be sealed');
  });

  it('is refused when it is encrypted', async () => {
    const folder = await temporaryFolder();
    const locked = rewritten(folder, await unsealedRecord(), '--encrypt', 'user', 'owner', '256', '--');
    await expect(sealPdf(locked, options())).rejects.toThrow('This PDF is encrypted');
  });

  it('is refused when something stands behind its end', async () => {
    const longer = Buffer.concat([await unsealedRecord(), Buffer.from('\nmore')]);
    await expect(sealPdf(longer, options())).rejects.toThrow('damaged and cannot be sealed');
  });
});

function shiftedTable(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    text.replaceAll(/\b(\d{10}) 00000 n/g, (_, offset) => `${String(Number(offset) + 3).padStart(10, '0')} 00000 n`),
    'latin1',
  );
}

function roundTables(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const start = /startxref\s+(\d+)/.exec(text)?.[1] ?? '';
  return Buffer.from(text.replace(/trailer\s*<</, `$&\n/Prev ${start}`), 'latin1');
}
