import type { PdfFile } from '#main/pdf/pdf-file.ts';
import { asKind, dictionaryOf, nameOf, PdfDamage, type PdfDictionary, type PdfValue } from '#main/pdf/pdf-values.ts';

/** Kinds of actions that do more than lead to a page or to an address (ISO 32000-2, 12.6.4). */
const ACTIONS: ReadonlySet<string> = new Set([
  'GoTo3DView',
  'GoToE',
  'GoToR',
  'Hide',
  'ImportData',
  'JavaScript',
  'Launch',
  'Movie',
  'Named',
  'Rendition',
  'ResetForm',
  'RichMediaExecute',
  'SetOCGState',
  'Sound',
  'SubmitForm',
  'Thread',
  'Trans',
]);
/** Keys under which scripts and forms with scripts stand. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['JS', 'JavaScript'],
  ['XFA', 'XFA'],
]);

/**
 * What a viewer might run of all that the catalog leads to: kinds of actions and scripts, each once, in
 * alphabetical order. It is only named; parts that cannot be read are passed over.
 */
export function activeContent(file: PdfFile): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<number | undefined>();
  const left: (PdfValue | undefined)[] = [file.trailer.entries.get('Root')];
  while (left.length > 0) {
    const value = left.pop();
    const number = asKind(value, 'reference')?.number;
    if (seen.has(number)) continue;
    if (number !== undefined) seen.add(number);
    const target = resolved(file, value);
    const dictionary = dictionaryOf(target);
    for (const kind of dictionary ? actionsIn(file, dictionary) : []) found.add(kind);
    const parts = [...(dictionary?.entries.values() ?? asKind(target, 'array')?.items ?? [])];
    for (const part of parts.filter((one) => typeof one === 'object')) left.push(part);
  }
  return [...found].toSorted();
}

function actionsIn(file: PdfFile, { entries }: PdfDictionary): readonly string[] {
  const kind = nameOf(resolved(file, entries.get('S')));
  return [
    ...(kind !== null && ACTIONS.has(kind) ? [kind] : []),
    ...[...SCRIPTS].flatMap(([key, name]) => (entries.has(key) ? [name] : [])),
  ];
}

function resolved(file: PdfFile, value: PdfValue | undefined): PdfValue {
  try {
    return file.resolve(value);
  } catch (error) {
    if (error instanceof PdfDamage) return null;
    throw error;
  }
}
