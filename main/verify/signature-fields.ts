import { catalogOf, entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { asKind, dictionaryOf, nameOf, type PdfDictionary, type PdfValue } from '#main/pdf/pdf-values.ts';

/** The form of a file; null when it has none. */
export function formOf(file: PdfFile): PdfDictionary | null {
  return dictionaryOf(entryOf(file, catalogOf(file), 'AcroForm'));
}

/** The items of a list in a dictionary; none when there is no list. */
export function itemsOf(file: PdfFile, dictionary: PdfDictionary | null, key: string): readonly PdfValue[] {
  return asKind(entryOf(file, dictionary, key), 'array')?.items ?? [];
}

/** Number of the object that a reference leads to; null for everything else. */
export function numberOf(value: PdfValue | undefined): number | null {
  return asKind(value, 'reference')?.number ?? null;
}

/** Numbers of the fields that stand in the form of a file and hold a signature. */
export function signatureFieldNumbers(file: PdfFile): ReadonlySet<number> {
  const fields = itemsOf(file, formOf(file), 'Fields').filter((field) => {
    return nameOf(entryOf(file, dictionaryOf(file.resolve(field)), 'FT')) === 'Sig';
  });
  return new Set(fields.flatMap((field) => numberOf(field) ?? []));
}
