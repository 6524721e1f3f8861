import type { jsPDF } from 'jspdf';
import { visibleText } from '#main/record/words/visible.ts';
import type { Bookmark } from './layout.ts';
import type { Sheet } from './theme.ts';
import { num, pdfText, type Writer, writeObject, writerOf } from './writer.ts';

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
export function writeOutline(doc: jsPDF, bookmarks: readonly Bookmark[], language: string, sheet: Sheet): void {
  const writer = writerOf(doc);
  let root = 0;
  writer.events.subscribe('postPutResources', () => {
    const number = (bookmark: Bookmark): Node => ({
      id: writer.newObjectDeferred(),
      bookmark,
      children: bookmark.children.map(number),
    });
    root = writer.newObjectDeferred();
    const nodes = bookmarks.map(number);
    writeObject(writer, root, `<< /Type /Outlines ${family(nodes)} /Count ${nodes.length} >>`);
    writeNodes(writer, nodes, root, sheet);
  });
  writer.events.subscribe('putCatalog', () => {
    writer.write(`/Outlines ${root} 0 R`);
    writer.write('/ViewerPreferences << /DisplayDocTitle true >>');
    // The numbers that the pages carry in print.
    writer.write('/PageLabels << /Nums [0 << /S /D >>] >>');
    if (/^[A-Za-z0-9-]{2,35}$/.test(language)) writer.write(`/Lang (${language})`);
  });
}

function writeNodes(writer: Writer, nodes: readonly Node[], parent: number, sheet: Sheet): void {
  nodes.forEach(({ id, bookmark, children }, index) => {
    const { page, y } = bookmark.place;
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    const parts = [
      `/Title ${pdfText(visibleText(bookmark.title))}`,
      `/Parent ${parent} 0 R`,
      ...(before ? [`/Prev ${before.id} 0 R`] : []),
      ...(after ? [`/Next ${after.id} 0 R`] : []),
      // A negative count keeps the children folded until somebody opens them.
      ...(children.length > 0 ? [family(children), `/Count -${children.length}`] : []),
      `/Dest [${writer.getPageInfo(page).objId} 0 R /XYZ null ${num(sheet.height - y + 8)} null]`,
    ];
    writeObject(writer, id, `<< ${parts.join(' ')} >>`);
    writeNodes(writer, children, id, sheet);
  });
}

function family(nodes: readonly Node[]): string {
  return nodes.length === 0 ? '' : `/First ${nodes[0]?.id} 0 R /Last ${nodes.at(-1)?.id} 0 R`;
}
