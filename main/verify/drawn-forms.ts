import { entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import {
  asKind,
  dictionaryOf,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from '#main/pdf/pdf-values.ts';

/** What a page draws as a whole, a form XObject (ISO 32000-2, 8.10), and the fonts and the like for it. */
export interface DrawnForm {
  readonly form: PdfStream;
  readonly resources: PdfDictionary | null;
}

/**
 * The forms that a page may draw with its resources, and those within them.
 * @param known what was found for earlier pages; it is not found again, and this adds to it.
 */
export function formsWithin(
  file: PdfFile,
  resources: PdfDictionary | null,
  known: Set<PdfValue>,
): readonly DrawnForm[] {
  const found: DrawnForm[] = [];
  const waiting = [resources];
  for (const drawnWith of waiting) {
    const objects = dictionaryOf(entryOf(file, drawnWith, 'XObject'));
    if (known.has(objects)) continue;
    known.add(objects);
    for (const value of objects?.entries.values() ?? []) {
      const form = asKind(file.resolve(value), 'stream');
      if (!form || nameOf(entryOf(file, form.dictionary, 'Subtype')) !== 'Form') continue;
      if (known.has(form)) continue;
      known.add(form);
      const own = dictionaryOf(entryOf(file, form.dictionary, 'Resources')) ?? drawnWith;
      found.push({ form, resources: own });
      waiting.push(own);
    }
  }
  return found;
}
