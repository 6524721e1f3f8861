import { jsPDF } from 'jspdf';
import type { Packing } from '#main/pdf/deflate.ts';
import { pdfNumber } from '#main/pdf/pdf-syntax.ts';
import { type DocumentProperties, patchBytes, type StandIns, standInsFor } from './patch-bytes.ts';
import { type HookEvent, type Hooks, hooksOf, objectsOf, type PdfObjects } from './pdf-objects.ts';

export type { DocumentProperties } from './patch-bytes.ts';
export type { PdfObjects } from './pdf-objects.ts';
export { takeApart } from './written-file.ts';

/** What a file is to be, whatever its pages show. */
export interface PdfSetup {
  /** Size of every page, in points. */
  readonly width: number;
  readonly height: number;
  /** The file's identifier: 32 hexadecimal digits. */
  readonly id: string;
  /** The only moment that is written, as ISO 8601 in UTC; up to the year 9999. */
  readonly createdAt: string;
  readonly properties: DocumentProperties;
  readonly packing?: Packing | undefined;
}

/** How a shape looks; colours as `#rrggbb`, null for none. */
export interface ShapeLook {
  readonly fill: string | null;
  readonly stroke: string | null;
  /** Of rounded corners, in points; 0 for square ones. */
  readonly radius: number;
}

/** What a file holds beside what its pages show, such as its structure. Asked while the file is written. */
export interface PdfPart {
  /** Further entries of the dictionary of a page, which counts from 1. */
  readonly pageEntries?: (page: number, objects: PdfObjects) => readonly string[];
  /** Writes the objects of the part; returns its entries of the catalogue. */
  readonly write: (objects: PdfObjects) => readonly string[];
}

/** Writes fonts; returns the object of each by its name on the pages. */
export type FontWriter = (objects: PdfObjects) => ReadonlyMap<string, number>;

/**
 * Writes one PDF, page by page. Shapes are placed in points from the top left corner of the page. This is the only
 * place that knows jsPDF, whose file it is and whose bytes are patched; nothing is read from clock or chance.
 */
export class PdfWriter {
  readonly #doc: jsPDF;
  readonly #hooks: Hooks;
  readonly #size: readonly [width: number, height: number];
  readonly #standIns: StandIns;
  readonly #stamps = new Map<object, string>();
  readonly #objects: PdfObjects;
  #pages = 0;
  #fault: { readonly error: unknown } | null = null;

  constructor({ width, height, id, createdAt, properties, packing = 'smallest' }: PdfSetup) {
    this.#size = [width, height];
    const compress = packing === 'smallest';
    this.#doc = new jsPDF({ unit: 'pt', format: [width, height], compress, floatPrecision: 2 });
    this.#doc.setFileId(id.toUpperCase());
    this.#doc.setDisplayMode('fullwidth', 'continuous', 'UseOutlines');
    this.#standIns = standInsFor(properties, createdAt);
    this.#doc.setDocumentProperties(this.#standIns.properties);
    this.#doc.setCreationDate(this.#standIns.date);
    this.#hooks = hooksOf(this.#doc);
    this.#objects = objectsOf(this.#hooks, packing);
  }

  beginPage(): void {
    // jsPDF begins the first page by itself.
    if (this.#pages > 0) this.#doc.addPage();
    this.#pages += 1;
  }

  /** Begins content of the page that belongs to a part of the document. */
  beginContent({ role, id }: { readonly role: string; readonly id: number }): void {
    this.operators(`/${role} << /MCID ${id} >> BDC`);
  }

  /** Begins content that is no part of the document. @param entries what it is (ISO 32000-1, 14.8.2.2) */
  beginArtifact(entries: string): void {
    this.operators(entries === '' ? '/Artifact BMC' : `/Artifact << ${entries} >> BDC`);
  }

  endContent(): void {
    this.operators('EMC');
  }

  /** Adds operators as they are (ISO 32000-1, 8 and 9), such as those of a text; they measure from the bottom left corner. */
  operators(operators: string): void {
    this.#hooks.write(operators);
  }

  box(x: number, y: number, width: number, height: number, { fill, stroke, radius }: ShapeLook): void {
    if (fill !== null) this.#doc.setFillColor(fill);
    if (stroke !== null) this.#doc.setDrawColor(stroke).setLineWidth(0.5);
    const painting = fill === null ? 'S' : stroke === null ? 'F' : 'FD';
    if (radius === 0) {
      this.#doc.rect(x, y, width, height, painting);
      return;
    }
    // The place apart from the shape, which many boxes share: it packs to a fraction, a tenth of a long record.
    this.operators(`q 1 0 0 1 ${pdfNumber(x)} ${pdfNumber(-y)} cm`);
    this.#doc.roundedRect(0, 0, width, height, radius, radius, painting);
    this.operators('Q');
  }

  /** A line through points, with round ends; through one point, a dot. */
  path(points: readonly (readonly [x: number, y: number])[], width: number, colour: string): void {
    const [first, ...rest] = points;
    if (!first) return;
    this.#doc.setDrawColor(colour).setLineWidth(width).setLineCap('round').setLineJoin('round');
    this.#doc.moveTo(...first);
    // With round ends, a line to itself is a dot.
    for (const [x, y] of rest.length > 0 ? rest : [first]) this.#doc.lineTo(x, y);
    this.#doc.stroke();
  }

  /** Shows what many pages show and the file holds once; `draw` is asked for it the first time that a key is used. */
  stamp(key: object, draw: () => void): void {
    const known = this.#stamps.get(key);
    const name = known ?? `stamp-${this.#stamps.size + 1}`;
    if (known === undefined) {
      this.#stamps.set(key, name);
      this.#doc.beginFormObject(0, 0, ...this.#size, this.#doc.unitMatrix);
      draw();
      this.#doc.endFormObject(name);
    }
    this.#doc.doFormObject(name, this.#doc.unitMatrix);
  }

  /**
   * The bytes of the file, which ends the writing.
   * @param parts asked in order
   * @throws what `writeFonts` or a part throws.
   */
  finish(writeFonts: FontWriter, parts: readonly PdfPart[]): Uint8Array {
    const { write } = this.#hooks;
    const catalogue: string[] = [];
    nameFonts(this.#doc, new Map());
    this.#when('putPage', ({ pageNumber }) => {
      for (const line of parts.flatMap((part) => part.pageEntries?.(pageNumber, this.#objects) ?? [])) write(line);
    });
    this.#when('putResources', () => nameFonts(this.#doc, writeFonts(this.#objects)));
    this.#when('postPutResources', () => {
      for (const part of parts) catalogue.push(...part.write(this.#objects));
    });
    this.#when('putCatalog', () => {
      for (const line of catalogue) write(line);
    });
    const bytes = new Uint8Array(this.#doc.output('arraybuffer'));
    if (this.#fault) throw this.#fault.error;
    patchBytes(bytes, this.#standIns);
    return bytes;
  }

  /** Has jsPDF call a handler; it would log what the handler throws and go on, so that is kept. */
  #when(event: HookEvent, handler: (page: { readonly pageNumber: number }) => void): void {
    this.#hooks.events.subscribe(event, (page) => {
      try {
        handler(page);
      } catch (error) {
        this.#fault ??= { error };
      }
    });
  }
}

/** What jsPDF keeps of a font that is in the file. */
interface WrittenFont {
  readonly id: string;
  readonly postScriptName: string;
  readonly isAlreadyPutted: true;
  readonly metadata: object;
  readonly objectNumber: number;
}

const fontsOf = new WeakMap<object, Record<string, WrittenFont>>();

// The only way to the dictionary in which jsPDF names the fonts of a file.
jsPDF.API.events.push([
  'addFonts',
  function (this: object, { fonts }: { fonts: Record<string, WrittenFont> }) {
    fontsOf.set(this, fonts);
  },
]);

/** Names the fonts of the file, by the names that its pages use; jsPDF's own ones are never embedded, so they go. */
function nameFonts(doc: jsPDF, objects: ReadonlyMap<string, number>): void {
  const fonts = fontsOf.get(doc);
  if (!fonts) throw new Error('jsPDF gives no access to its fonts');
  for (const id of Object.keys(fonts)) delete fonts[id];
  for (const [id, objectNumber] of objects) {
    fonts[id] = { id, postScriptName: id, isAlreadyPutted: true, metadata: {}, objectNumber };
  }
}
