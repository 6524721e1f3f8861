import type { jsPDF } from 'jspdf';
import type { Bookmark } from './pdf-layout.ts';
import { PAGE } from './pdf-theme.ts';

/** The hooks of jsPDF's document writer that are used here; jsPDF types `internal` only in part. */
interface Writer {
  readonly events: { subscribe(event: 'postPutResources' | 'putCatalog', handler: () => void): string };
  newObject(): number;
  newObjectDeferred(): number;
  newObjectDeferredBegin(id: number, doOutput: boolean): void;
  write(...parts: readonly (string | number)[]): void;
  getPageInfo(page: number): { readonly objId: number };
}

interface Node {
  readonly id: number;
  readonly bookmark: Bookmark;
  readonly children: readonly Node[];
}

/**
 * Writes the outline and the document's language. jsPDF's own outline leads to tops of pages only and
 * damages titles in which a UTF-16 byte is a carriage return, such as “č”; its language setting ignores
 * most tags.
 */
export function writeOutline(doc: jsPDF, bookmarks: readonly Bookmark[], language: string): void {
  // jsPDF declares `internal` without the hooks that its own plug-ins use.
  const writer = doc.internal as unknown as Writer;
  let root = 0;
  writer.events.subscribe('postPutResources', () => {
    const number = (bookmark: Bookmark): Node => ({
      id: writer.newObjectDeferred(),
      bookmark,
      children: bookmark.children.map(number),
    });
    root = writer.newObjectDeferred();
    const nodes = bookmarks.map(number);
    begin(writer, root);
    writer.write(`<< /Type /Outlines ${family(nodes)} /Count ${nodes.length} >>`, 'endobj');
    writeNodes(writer, nodes, root);
  });
  writer.events.subscribe('putCatalog', () => {
    writer.write(`/Outlines ${root} 0 R`);
    writer.write('/ViewerPreferences << /DisplayDocTitle true >>');
    if (/^[A-Za-z0-9-]{2,35}$/.test(language)) writer.write(`/Lang (${language})`);
  });
}

function writeNodes(writer: Writer, nodes: readonly Node[], parent: number): void {
  nodes.forEach(({ id, bookmark, children }, index) => {
    const { page, y } = bookmark.place;
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    const parts = [
      `/Title ${pdfText(bookmark.title)}`,
      `/Parent ${parent} 0 R`,
      ...(before ? [`/Prev ${before.id} 0 R`] : []),
      ...(after ? [`/Next ${after.id} 0 R`] : []),
      // A negative count keeps the children folded until somebody opens them.
      ...(children.length > 0 ? [family(children), `/Count -${children.length}`] : []),
      `/Dest [${writer.getPageInfo(page).objId} 0 R /XYZ null ${(PAGE.height - y + 8).toFixed(2)} null]`,
    ];
    begin(writer, id);
    writer.write(`<< ${parts.join(' ')} >>`, 'endobj');
    writeNodes(writer, children, id);
  });
}

function begin(writer: Writer, id: number): void {
  writer.newObjectDeferredBegin(id, true);
}

function family(nodes: readonly Node[]): string {
  return nodes.length === 0 ? '' : `/First ${nodes[0]?.id} 0 R /Last ${nodes.at(-1)?.id} 0 R`;
}

/** A text string as hexadecimal UTF-16BE, in which no byte can be mistaken for syntax. */
export function pdfText(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').toWellFormed();
  return `<${Buffer.from(`\uFEFF${line}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
