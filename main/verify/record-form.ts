import { catalogOf, entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { asKind, dictionaryOf, nameOf, PdfDamage, type PdfDictionary, type PdfValue } from '#main/pdf/pdf-values.ts';
import { formsWithin } from './drawn-forms.ts';
import { readableTexts } from './page-text.ts';
import { itemsOf, numberOf, signatureFieldNumbers } from './signature-fields.ts';

/** All that earlier versions wrote into a catalog, a page, its resources and the links on it, seals included. */
const CATALOG_KEYS = new Set([
  ...['Type', 'Pages', 'OpenAction', 'PageLayout', 'PageMode', 'Outlines', 'StructTreeRoot', 'MarkInfo', 'Lang'],
  ...['ViewerPreferences', 'PageLabels', 'Names', 'AF', 'OutputIntents', 'Metadata', 'AcroForm', 'Perms'],
]);
const PAGE_KEYS = new Set(['Type', 'Parent', 'Resources', 'MediaBox', 'Contents', 'Annots', 'Tabs', 'StructParents']);
const TREE_KEYS = new Set(['Type', 'Kids', 'Count', 'Parent']);
const RESOURCE_KEYS = new Set(['Font', 'XObject', 'ProcSet']);
const LINK_KEYS = new Set(['Type', 'Subtype', 'Rect', 'Border', 'Dest', 'A', 'F', 'StructParent', 'Contents']);

/**
 * What a record holds that no version of Groundwork ever wrote, in words; null when there is nothing. Pages of
 * another version cannot be compared with what this one draws, but they have parts of the same kinds.
 */
export function foreignPart(file: PdfFile): string | null {
  try {
    return catalogPart(file) ?? pageParts(file) ?? copiedPart(file);
  } catch (error) {
    if (error instanceof PdfDamage) return 'parts that cannot be read';
    throw error;
  }
}

function catalogPart(file: PdfFile): string | null {
  const catalog = catalogOf(file);
  const other = strayKey(catalog, CATALOG_KEYS);
  if (other !== null) return `“${other}” in the catalog`;
  if (dictionaryOf(entryOf(file, catalog, 'OpenAction'))) return 'an action at opening';
  const names = dictionaryOf(entryOf(file, catalog, 'Names'));
  const files = dictionaryOf(entryOf(file, names, 'EmbeddedFiles'));
  const isAlone = itemsOf(file, files, 'Names').length === 2 && itemsOf(file, catalog, 'AF').length === 1;
  return isAlone && strayKey(names, new Set(['EmbeddedFiles'])) === null ? null : 'another attached file';
}

function pageParts(file: PdfFile): string | null {
  const fields = signatureFieldNumbers(file);
  const form = dictionaryOf(entryOf(file, catalogOf(file), 'AcroForm'));
  const isOfSeals = itemsOf(file, form, 'Fields').every((field) => fields.has(numberOf(field) ?? -1));
  if (!isOfSeals) return 'a form';
  const forms = new Set<PdfValue>();
  for (const reference of pagesOf(file) ?? []) {
    const page = dictionaryOf(file.resolve(reference));
    const problem = pagePart(file, page, fields) ?? resourcePart(file, page, forms);
    if (problem !== null) return problem;
  }
  return null;
}

function pagePart(file: PdfFile, page: PdfDictionary | null, fields: ReadonlySet<number>): string | null {
  const other = strayKey(page, PAGE_KEYS) ?? treeKey(file, page);
  if (other !== null) return `“${other}” of a page`;
  const isPlain = itemsOf(file, page, 'Annots').every(
    (note) => fields.has(numberOf(note) ?? -1) || isLink(file, dictionaryOf(file.resolve(note))),
  );
  return isPlain ? null : 'a note on a page';
}

function resourcePart(file: PdfFile, page: PdfDictionary | null, known: Set<PdfValue>): string | null {
  const own = dictionaryOf(entryOf(file, page, 'Resources'));
  const all = [own, ...formsWithin(file, own, known).map(({ resources }) => resources)];
  const other = all.map((resources) => strayKey(resources, RESOURCE_KEYS)).find((key) => key !== null);
  return other === undefined ? null : `“${other}” among what a page draws with`;
}

function copiedPart(file: PdfFile): string | null {
  const isAsShown = readableTexts(file).every(({ isCopiedAsShown }) => isCopiedAsShown);
  return isAsShown ? null : 'words to copy that are not those shown';
}

/** What a page inherits. */
function treeKey(file: PdfFile, page: PdfDictionary | null): string | null {
  let node = dictionaryOf(entryOf(file, page, 'Parent'));
  for (let depth = 0; node && depth < 64; depth += 1) {
    const other = strayKey(node, TREE_KEYS);
    if (other !== null) return other;
    node = dictionaryOf(entryOf(file, node, 'Parent'));
  }
  return null;
}

function isLink(file: PdfFile, note: PdfDictionary | null): boolean {
  const action = dictionaryOf(entryOf(file, note, 'A'));
  return (
    nameOf(entryOf(file, note, 'Subtype')) === 'Link' &&
    strayKey(note, LINK_KEYS) === null &&
    (action === null || (nameOf(entryOf(file, action, 'S')) === 'URI' && !action.entries.has('Next')))
  );
}

function strayKey(dictionary: PdfDictionary | null, known: ReadonlySet<string>): string | null {
  const value: PdfValue | null = asKind(dictionary, 'dictionary');
  return value === null ? null : ([...value.entries.keys()].find((key) => !known.has(key)) ?? null);
}
