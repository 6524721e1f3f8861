import { createHash } from 'node:crypto';
import { detachedSignature } from '#main/certificates/sign-cms.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { sha256 } from '#main/files/hash.ts';
import { pdfInstant } from '#main/pdf/pdf-date.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { dictionaryOf } from '#main/pdf/pdf-values.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { sealStatement } from '#shared/verify/seal-statement.ts';
import {
  appendUpdate,
  catalogNumber,
  entryText,
  nextNumber,
  type Objects,
  pageNumbers,
  withEntries,
} from '../pdf-forgery.ts';

type Entries = Readonly<Record<string, string | null>>;

/** Numbers of the objects that come with a seal, for what refers to them. */
export interface SealNumbers {
  readonly seal: number;
  readonly field: number;
  readonly page: number;
  readonly catalog: number;
  /** The first number that is free. */
  readonly next: number;
}

/** How a seal by somebody with a key differs from the one that Groundwork makes. */
export interface Forgery {
  /** Entries of the signature dictionary, the field, the form, the catalog and the first page; null leaves one out. */
  readonly seal?: Entries;
  readonly field?: Entries;
  readonly form?: Entries;
  readonly catalog?: Entries;
  readonly page?: Entries;
  /** Further objects, or others in place of earlier ones. */
  readonly objects?: (numbers: SealNumbers) => Objects;
  /** Further fields of the form. */
  readonly fields?: (numbers: SealNumbers) => string;
  /** Further notes on the first page. */
  readonly notes?: (numbers: SealNumbers) => string;
  readonly trailer?: (numbers: SealNumbers) => Entries;
  /** Numbers of earlier objects that the update lists once more. */
  readonly again?: readonly number[];
  /** Another CMS than the right one, given the digest of what is covered. */
  readonly cms?: (digest: Uint8Array, right: Uint8Array) => Promise<Uint8Array> | Uint8Array;
  /** The same, given what is covered itself. */
  readonly covered?: (content: Uint8Array) => Promise<Uint8Array> | Uint8Array;
  /** What is covered in place of all but the gap, which stands from `gap` to `end`: two starts with their lengths. */
  readonly range?: (gap: number, end: number, length: number) => readonly [number, number, number, number];
  /** The update in other words of the same length, before anything is signed. */
  readonly words?: (update: string) => string;
  /** How the CMS is written, in place of lower-case digits. */
  readonly digits?: (hex: string) => string;
}

/** Digits that are kept for a CMS; those that carry more certificates need more than a seal has. */
const ROOM = 8_000;

/** A seal as Groundwork makes it, but for what is asked to be otherwise: with nothing asked for, it verifies. */
export async function forgedSeal(
  pdf: Uint8Array,
  signature: Signature,
  signer: Signer,
  forgery: Forgery = {},
): Promise<Uint8Array> {
  const start = pdf.length;
  const plain = updated(pdf, signature, signer, forgery);
  const text = plain.slice(0, start) + (forgery.words?.(plain.slice(start)) ?? plain.slice(start));
  const gap = text.indexOf(`<${'0'.repeat(64)}`, start);
  const end = text.indexOf('>', gap) + 1;
  const parts = forgery.range?.(gap, end, text.length) ?? ([0, gap, end, text.length - end] as const);
  const range = `[${parts.join(' ')}]`;
  const place = text.indexOf(RANGE, start);
  const ranged =
    place < 0 ? text : text.slice(0, place) + range.padEnd(RANGE.length) + text.slice(place + RANGE.length);
  const bytes = Buffer.from(ranged, 'latin1');
  const [from, before, next, after] = parts;
  const content = Buffer.concat([bytes.subarray(from, from + before), bytes.subarray(next, next + after)]);
  const digest = createHash('sha256').update(content).digest();
  const right = await detachedSignature(digest, signer);
  const cms = (await forgery.covered?.(content)) ?? (await forgery.cms?.(digest, right)) ?? right;
  const hex = Buffer.from(cms)
    .toString('hex')
    .padEnd(end - gap - 2, '0');
  bytes.write(forgery.digits?.(hex) ?? hex, gap + 1, 'latin1');
  return bytes;
}

const RANGE = '[0 0000000000 0000000000 0000000000]';

const nothingMore = () => '';

function updated(pdf: Uint8Array, signature: Signature, signer: Signer, forgery: Forgery): string {
  const { fields = nothingMore, notes: furtherNotes = nothingMore } = forgery;
  const file = openPdf(pdf);
  const catalog = catalogNumber(pdf);
  const [page = 0] = pageNumbers(pdf);
  const first = nextNumber(pdf);
  const numbers: SealNumbers = { seal: first, field: first + 1, page, catalog, next: first + 4 };
  const form = dictionaryOf(file.resolve({ kind: 'reference', number: catalog, generation: 0 }))?.entries.get(
    'AcroForm',
  );
  const isFirst = form === undefined;
  const formNumber = isFirst ? first + 2 : Number.parseInt(entryText(pdf, catalog, 'AcroForm'), 10);
  const notes = entryText(pdf, page, 'Annots');
  const listed = /^\d+ 0 R$/.test(notes) ? Number.parseInt(notes, 10) : null;
  const items = listed === null ? notes : listText(pdf, listed);
  const more = furtherNotes(numbers);
  const added = `${items === 'null' ? '[' : items.slice(0, -1)} ${numbers.field} 0 R ${more}]`;
  const oldFields = isFirst ? '[' : entryText(pdf, formNumber, 'Fields').slice(0, -1);
  const objects: Record<number, string> = {
    [numbers.seal]: written({ ...sealEntries(signature, signer, isFirst), ...forgery.seal }),
    [numbers.field]: written({ ...fieldEntries(signature, numbers), ...forgery.field }),
    [formNumber]: written({
      Fields: `${oldFields} ${numbers.field} 0 R ${fields(numbers)}]`,
      SigFlags: '3',
      ...forgery.form,
    }),
    [listed ?? first + 3]: added,
  };
  if (listed === null || forgery.page) {
    objects[page] = withEntries(pdf, page, {
      ...(listed === null ? { Annots: `${first + 3} 0 R` } : {}),
      ...forgery.page,
    });
  }
  if (isFirst || forgery.catalog) {
    const own = isFirst ? { AcroForm: `${formNumber} 0 R`, Perms: `<< /DocMDP ${numbers.seal} 0 R >>` } : {};
    objects[catalog] = withEntries(pdf, catalog, { ...own, ...forgery.catalog });
  }
  const trailer = { Info: writtenInfo(pdf), ...forgery.trailer?.(numbers) };
  const bytes = appendUpdate(
    pdf,
    { ...objects, ...forgery.objects?.(numbers) },
    {
      trailer,
      again: forgery.again ?? [],
    },
  );
  return Buffer.from(bytes).toString('latin1');
}

function listText(pdf: Uint8Array, number: number): string {
  const file = openPdf(pdf);
  const value = file.resolve({ kind: 'reference', number, generation: 0 });
  if (typeof value !== 'object' || value === null || value.kind !== 'array') return '[]';
  const references = value.items.map((item) =>
    typeof item === 'object' && item?.kind === 'reference' ? `${item.number} 0 R` : '',
  );
  return `[${references.join(' ')}]`;
}

function writtenInfo(pdf: Uint8Array): string {
  const info = openPdf(pdf).trailer.entries.get('Info');
  return typeof info === 'object' && info?.kind === 'reference' ? `${info.number} 0 R` : 'null';
}

function written(entries: Entries): string {
  const lines = Object.entries(entries).flatMap(([key, value]) => (value === null ? [] : [`/${key} ${value}`]));
  return `<< ${lines.join('\n')} >>`;
}

/** Text as a PDF has it. */
export function pdfString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}

function sealEntries(signature: Signature, signer: Signer, isFirst: boolean): Entries {
  const { kind, chain } = signer;
  return {
    Type: '/Sig',
    Filter: '/Adobe.PPKLite',
    SubFilter: '/ETSI.CAdES.detached',
    Name: pdfString(signature.name),
    Reason: pdfString(sealStatement(signature, kind)),
    M: `(${pdfInstant(signature.signedAt)})`,
    GWRK_Form: '2',
    GWRK_Kind: `/${kind}`,
    GWRK_ContentSHA256: `<${signature.contentSha256}>`,
    GWRK_Issuers: chain.length === 0 ? null : `[${chain.map((der) => `<${sha256(der)}>`).join(' ')}]`,
    Reference: isFirst
      ? '[<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]'
      : null,
    ByteRange: RANGE,
    Contents: `<${'0'.repeat(ROOM)}>`,
  };
}

function fieldEntries(signature: Signature, { seal, page }: SealNumbers): Entries {
  return {
    Type: '/Annot',
    Subtype: '/Widget',
    FT: '/Sig',
    T: pdfString(signature.approver),
    TU: pdfString(`Signature of ${signature.name}`),
    V: `${seal} 0 R`,
    P: `${page} 0 R`,
    F: '132',
    Rect: '[0 0 0 0]',
  };
}
