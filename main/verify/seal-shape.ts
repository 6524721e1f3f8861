import { catalogOf, entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { PdfParser } from '#main/pdf/pdf-parser.ts';
import { dictionaryOf, nameOf, type PdfDictionary, sameValue, textOf } from '#main/pdf/pdf-values.ts';
import { sealTip } from '#shared/verify/seal-statement.ts';
import { formOf, itemsOf, numberOf } from './signature-fields.ts';

/** What a seal's field has, no more and no less: it shows nowhere. */
const FIELD_KEYS = ['Type', 'Subtype', 'FT', 'T', 'V', 'P', 'F', 'Rect'];
/** What fields have since 0.5.0. */
const FIELD_OPTIONS = ['TU'];
const SEAL_KEYS = [
  ...['Type', 'Filter', 'SubFilter', 'Name', 'Reason', 'M'],
  ...['GWRK_Kind', 'GWRK_ContentSHA256', 'ByteRange', 'Contents'],
];
/** What only some seals have: the form since 0.4.0, issuers where there are any, the certification in the first. */
const SEAL_OPTIONS = ['GWRK_Form', 'GWRK_Issuers', 'Reference'];
const LINE_FEED = 10;
const PRINT_AND_LOCKED = 132;
const SIGNATURES_APPEND_ONLY = 3;
const CERTIFICATION = new PdfParser(
  Buffer.from(
    '[<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]',
  ),
).value();
const NO_RECTANGLE = new PdfParser(Buffer.from('[0 0 0 0]')).value();

/**
 * How an update that adds a signature to a record differs from the one that a seal of Groundwork is; null when it
 * does not. Seals have one shape: they draw nothing, act nowhere and carry nothing else.
 */
export function sealShapeProblem(before: PdfFile, after: PdfFile): string | null {
  const field = itemsOf(after, formOf(after), 'Fields').at(-1);
  const dictionary = dictionaryOf(after.resolve(field));
  const seal = dictionaryOf(entryOf(after, dictionary, 'V'));
  const isFirst = formOf(before) === null;
  return (
    fieldProblem(after, dictionary, textOf(seal?.entries.get('Name'))) ??
    sealProblem(seal, isFirst) ??
    formProblem(after, isFirst, numberOf(dictionary?.entries.get('V'))) ??
    placeProblem(before, after, numberOf(field)) ??
    gapProblem(before, after)
  );
}

function fieldProblem(file: PdfFile, field: PdfDictionary | null, name: string | null): string | null {
  if (!field || !hasExactly(field, FIELD_KEYS, FIELD_OPTIONS)) return 'Its field holds more than a seal’s.';
  const { entries } = field;
  const tip = entries.get('TU');
  if (tip !== undefined && (name === null || textOf(tip) !== sealTip(name))) return 'Its field says something else.';
  const isHidden =
    nameOf(entries.get('Type')) === 'Annot' &&
    nameOf(entries.get('Subtype')) === 'Widget' &&
    sameValue(entries.get('Rect'), NO_RECTANGLE) &&
    entries.get('F') === PRINT_AND_LOCKED &&
    numberOf(entries.get('P')) === (pagesOf(file)?.[0]?.number ?? null);
  return isHidden ? null : 'Its field could show on a page.';
}

function sealProblem(seal: PdfDictionary | null, isFirst: boolean): string | null {
  if (!seal || !hasExactly(seal, SEAL_KEYS, SEAL_OPTIONS)) return 'It states other things than a seal does.';
  const { entries } = seal;
  const form = entries.get('GWRK_Form');
  const isPlain =
    nameOf(entries.get('Type')) === 'Sig' &&
    nameOf(entries.get('Filter')) === 'Adobe.PPKLite' &&
    nameOf(entries.get('SubFilter')) === 'ETSI.CAdES.detached' &&
    (form === undefined || form === 2) &&
    [...entries.values()].every((value) => numberOf(value) === null);
  if (!isPlain) return 'It is not written as a seal is.';
  const certification = entries.get('Reference');
  const isRight = isFirst ? sameValue(certification, CERTIFICATION) : certification === undefined;
  return isRight ? null : 'It forbids or allows other changes than a seal does.';
}

function formProblem(file: PdfFile, isFirst: boolean, seal: number | null): string | null {
  const permissions = dictionaryOf(entryOf(file, catalogOf(file), 'Perms'));
  const isOwn = permissions !== null && hasExactly(permissions, ['DocMDP']);
  const isRight = !isFirst || (isOwn && numberOf(permissions.entries.get('DocMDP')) === seal);
  return isRight && entryOf(file, formOf(file), 'SigFlags') === SIGNATURES_APPEND_ONLY
    ? null
    : 'The form says something else about it than of a seal.';
}

/** Only the first page has its field. */
function placeProblem(before: PdfFile, after: PdfFile, field: number | null): string | null {
  const pages = pagesOf(after) ?? [];
  const added = pages.map((page) => {
    const [old, now] = [before, after].map((file) => itemsOf(file, dictionaryOf(file.resolve(page)), 'Annots'));
    return now?.slice(old?.length ?? 0) ?? [];
  });
  const [first = [], ...others] = added;
  const isThere = first.length === 1 && numberOf(first[0]) === field && others.every((notes) => notes.length === 0);
  return isThere ? null : 'Its field stands elsewhere than a seal’s.';
}

/** Objects follow each other without anything between them, so that nothing stands there that nobody refers to. */
function gapProblem(before: PdfFile, after: PdfFile): string | null {
  const [section] = after.sections;
  const starts = [...(section?.entries.values() ?? [])].flatMap((entry) =>
    entry.kind === 'plain' ? [entry.offset] : [],
  );
  const sorted = [...new Set([...starts, section?.offset ?? 0])].toSorted((left, right) => left - right);
  let end = before.bytes.length;
  for (const start of sorted) {
    if (start < end || !isBlank(after.bytes.subarray(end, start))) return 'There is something between its parts.';
    if (start === section?.offset) break;
    const parser = new PdfParser(after.bytes, start);
    parser.indirectObject((reference) => {
      const value = after.resolve({ kind: 'reference', ...reference });
      return typeof value === 'number' ? value : null;
    });
    end = parser.at;
    // Objects may stand within each other, and each be read to its end.
    after.budget.read(end - start);
  }
  return null;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === LINE_FEED);
}

function hasExactly({ entries }: PdfDictionary, keys: readonly string[], options: readonly string[] = []): boolean {
  return (
    keys.every((key) => entries.has(key)) && [...entries.keys()].every((key) => [...keys, ...options].includes(key))
  );
}
