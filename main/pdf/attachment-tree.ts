import { catalogOf, entryOf, type PdfFile } from './pdf-file.ts';
import { asKind, dictionaryOf, PdfDamage, type PdfDictionary, type PdfValue, textOf } from './pdf-values.ts';

/** Most nodes and files that are looked at; a record has one of each. */
const ENTRY_LIMIT = 1000;

/** The attached files of a name, decoded. @throws {PdfDamage} */
export function attachmentsNamed(file: PdfFile, name: string): readonly Uint8Array[] {
  const names = dictionaryOf(entryOf(file, catalogOf(file), 'Names'));
  const tree = dictionaryOf(entryOf(file, names, 'EmbeddedFiles'));
  return (tree ? nameTreePairs(file, tree) : []).flatMap(([key, value]) => {
    const specification = dictionaryOf(file.resolve(value));
    const titles = [file.resolve(key), entryOf(file, specification, 'UF'), entryOf(file, specification, 'F')];
    if (!titles.some((title) => textOf(title) === name)) return [];
    const embedded = dictionaryOf(entryOf(file, specification, 'EF'));
    const stream = asKind(entryOf(file, embedded, 'F'), 'stream');
    if (!stream) throw new PdfDamage('The attached review is missing.');
    const bytes = file.decode(stream);
    // When the dictionary of a stream is damaged, its data can come out still packed, or as something else.
    const size = entryOf(file, dictionaryOf(entryOf(file, stream.dictionary, 'Params')), 'Size');
    if (size !== null && size !== bytes.byteLength) throw new PdfDamage('The attached review is damaged.');
    return [bytes];
  });
}

type Pair = readonly [PdfValue, PdfValue];

/** All pairs of a name tree, whatever its shape. */
function nameTreePairs(file: PdfFile, root: PdfDictionary): readonly Pair[] {
  const pairs: Pair[] = [];
  const nodes: PdfDictionary[] = [root];
  // The list grows while it is walked; the limit ends circles.
  for (const node of nodes) {
    const kids = itemsOf(entryOf(file, node, 'Kids')).map((kid) => dictionaryOf(file.resolve(kid)));
    nodes.push(...kids.filter((kid) => kid !== null));
    pairs.push(...pairsOf(itemsOf(entryOf(file, node, 'Names'))));
    if (nodes.length + pairs.length > ENTRY_LIMIT)
      throw new PdfDamage('The file carries more files than is reasonable.');
  }
  return pairs;
}

function pairsOf(list: readonly PdfValue[]): readonly Pair[] {
  return list.flatMap((key, index) => {
    const value = list[index + 1];
    return index % 2 === 0 && value !== undefined ? [[key, value] as const] : [];
  });
}

function itemsOf(value: PdfValue): readonly PdfValue[] {
  return asKind(value, 'array')?.items ?? [];
}
