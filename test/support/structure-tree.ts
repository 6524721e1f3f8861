import { catalogOf, entryOf, openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { PdfParser } from '#main/pdf/pdf-parser.ts';
import { asKind, dictionaryOf, nameOf, type PdfDictionary, type PdfValue, textOf } from '#main/pdf/pdf-values.ts';

/** A part of a document's logical structure, as its file has it. */
export interface StructureNode {
  readonly role: string;
  readonly alt: string | null;
  readonly language: string | null;
  /** Of a header cell. */
  readonly scope: string | null;
  readonly box: readonly PdfValue[] | null;
  /** Subtypes of the annotations that are in it. */
  readonly annotations: readonly string[];
  readonly kids: readonly StructureNode[];
}

/** The structure of a file, from its root. */
export function structureOf(bytes: Uint8Array): StructureNode {
  const file = openPdf(bytes);
  const tree = dictionaryOf(entryOf(file, catalogOf(file), 'StructTreeRoot'));
  return nodeOf(file, dictionaryOf(entryOf(file, tree, 'K')));
}

function nodeOf(file: PdfFile, node: PdfDictionary | null): StructureNode {
  const found = entryOf(file, node, 'K');
  const kids = (asKind(found, 'array')?.items ?? [found]).flatMap((kid) => dictionaryOf(file.resolve(kid)) ?? []);
  const kindOf = (kid: PdfDictionary) => nameOf(kid.entries.get('Type'));
  const looks = dictionaryOf(entryOf(file, node, 'A'));
  return {
    role: nameOf(entryOf(file, node, 'S')) ?? '',
    alt: textOf(entryOf(file, node, 'Alt')),
    language: textOf(entryOf(file, node, 'Lang')),
    scope: nameOf(entryOf(file, looks, 'Scope')),
    box: asKind(entryOf(file, looks, 'BBox'), 'array')?.items ?? null,
    annotations: kids
      .filter((kid) => kindOf(kid) === 'OBJR')
      .map((kid) => nameOf(entryOf(file, dictionaryOf(entryOf(file, kid, 'Obj')), 'Subtype')) ?? ''),
    kids: kids.filter((kid) => kid.entries.has('S')).map((kid) => nodeOf(file, kid)),
  };
}

/** All parts, in reading order. */
export function partsOf(node: StructureNode): readonly StructureNode[] {
  return [node, ...node.kids.flatMap(partsOf)];
}

/** What is drawn on a page: how often what kind of artifact is begun, and operators that belong to nothing. */
export interface PageMarks {
  readonly artifacts: readonly string[];
  readonly unmarked: readonly string[];
}

const PAINTING = new Set(['Tj', 'TJ', 'f', 'F', 'f*', 'S', 's', 'B', 'b', 'B*', 'b*', 'Do', 'sh']);

/** The marked content of each page. */
export function pageMarks(bytes: Uint8Array): readonly PageMarks[] {
  const file = openPdf(bytes);
  return (pagesOf(file) ?? []).map((reference) => {
    const page = dictionaryOf(file.resolve(reference));
    const contents = entryOf(file, page, 'Contents');
    const streams = (asKind(contents, 'array')?.items ?? [contents]).flatMap(
      (item) => asKind(file.resolve(item), 'stream') ?? [],
    );
    return marksIn(new PdfParser(Buffer.concat(streams.map((stream) => file.decode(stream)))));
  });
}

function marksIn(parser: PdfParser): PageMarks {
  const artifacts: string[] = [];
  const unmarked: string[] = [];
  const open: string[] = [];
  let operands: PdfValue[] = [];
  while (!parser.atEnd()) {
    const value = parser.value({ references: false });
    const operator = asKind(value, 'keyword')?.word;
    operands.push(value);
    if (operator === undefined) continue;
    if (operator === 'BDC' || operator === 'BMC') {
      open.push(nameOf(operands[0]) ?? '');
      if (open.at(-1) === 'Artifact') artifacts.push(subtypeOf(operands[1]));
    }
    if (operator === 'EMC') open.pop();
    if (PAINTING.has(operator) && open.length === 0) unmarked.push(operator);
    operands = [];
  }
  return { artifacts, unmarked };
}

function subtypeOf(value: PdfValue | undefined): string {
  return nameOf(dictionaryOf(value)?.entries.get('Subtype')) ?? '';
}
