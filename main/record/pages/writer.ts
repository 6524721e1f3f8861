import { jsPDF } from 'jspdf';
import { deflate } from '#main/pdf/deflate.ts';

/** What jsPDF keeps of a font that is in the file. */
interface WrittenFont {
  readonly id: string;
  readonly postScriptName: string;
  readonly isAlreadyPutted: true;
  readonly metadata: object;
  objectNumber: number;
}

/** The hooks of jsPDF's document writer that its own plug-ins use; jsPDF types `internal` only in part. */
export interface Writer {
  readonly events: {
    subscribe(event: 'putPage', handler: (page: { readonly pageNumber: number }) => void): string;
    subscribe(event: 'putResources' | 'postPutResources' | 'putCatalog', handler: () => void): string;
  };
  newObjectDeferred(): number;
  newObjectDeferredBegin(id: number, doOutput: boolean): void;
  write(line: string): void;
  getPageInfo(page: number): { readonly objId: number };
}

const fontsOf = new WeakMap<object, Record<string, WrittenFont>>();

// The only way to the dictionary in which jsPDF names the fonts of a file.
jsPDF.API.events.push([
  'addFonts',
  function (this: object, { fonts }: { fonts: Record<string, WrittenFont> }) {
    fontsOf.set(this, fonts);
  },
]);

/** jsPDF declares `internal` without the hooks that its own plug-ins use. */
export function writerOf(doc: jsPDF): Writer {
  return doc.internal as unknown as Writer;
}

/** Names the fonts of the file, by the names that its pages use; jsPDF's own ones are never embedded, so they go. */
export function nameFonts(doc: jsPDF, objects: ReadonlyMap<string, number>): void {
  const fonts = fontsOf.get(doc);
  if (!fonts) throw new Error('jsPDF gives no access to its fonts');
  for (const id of Object.keys(fonts)) delete fonts[id];
  for (const [id, objectNumber] of objects) {
    fonts[id] = { id, postScriptName: id, isAlreadyPutted: true, metadata: {}, objectNumber };
  }
}

/** Writes an object whose number was handed out before. */
export function writeObject(writer: Writer, id: number, ...lines: readonly string[]): void {
  writer.newObjectDeferredBegin(id, true);
  // Line by line: several arguments would be joined by spaces.
  for (const line of [...lines, 'endobj']) writer.write(line);
}

/** Writes a compressed stream; `entries` are the further entries of its dictionary. */
export function writeStream(writer: Writer, id: number, data: Uint8Array, entries = ''): void {
  const packed = deflate(data);
  const head = `<< /Length ${packed.length} /Filter /FlateDecode${entries} >>`;
  writeObject(writer, id, head, 'stream', Buffer.from(packed).toString('latin1'), 'endstream');
}

/** A text string as hexadecimal UTF-16BE, in which no byte can be mistaken for syntax. */
export function pdfText(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').toWellFormed();
  return `<${utf16(`\uFEFF${line}`)}>`;
}

/** UTF-16BE in hexadecimal. */
export function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}

/** A number as short as a hundredth of a point allows. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
