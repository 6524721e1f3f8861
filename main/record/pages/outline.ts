import { pdfNumber, pdfText } from '#main/pdf/pdf-syntax.ts';
import { visibleText } from '#main/record/words/visible.ts';
import type { PdfObjects, PdfPart } from '#main/record/writer/pdf-writer.ts';
import type { Bookmark } from './layout.ts';
import type { Sheet } from './theme.ts';

interface Node {
  readonly id: number;
  readonly bookmark: Bookmark;
  readonly children: readonly Node[];
}

/** The outline, and what else the catalogue says about how the document is shown and in which language it is. */
export function outlinePart(bookmarks: readonly Bookmark[], language: string, sheet: Sheet): PdfPart {
  return {
    write: (objects) => {
      const number = (bookmark: Bookmark): Node => ({
        id: objects.reserve(),
        bookmark,
        children: bookmark.children.map(number),
      });
      const root = objects.reserve();
      const nodes = bookmarks.map(number);
      objects.write(root, `<< /Type /Outlines ${childEntries(nodes)} /Count ${nodes.length} >>`);
      writeNodes(objects, nodes, root, sheet);
      return [
        `/Outlines ${root} 0 R`,
        '/ViewerPreferences << /DisplayDocTitle true >>',
        // The same page numbers as in print.
        '/PageLabels << /Nums [0 << /S /D >>] >>',
        // A tag that is none would leave the text in no language at all.
        `/Lang (${/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : 'en'})`,
      ];
    },
  };
}

function writeNodes(objects: PdfObjects, nodes: readonly Node[], parent: number, sheet: Sheet): void {
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
      ...(children.length > 0 ? [childEntries(children), `/Count -${children.length}`] : []),
      `/Dest [${objects.pageObject(page)} 0 R /XYZ null ${pdfNumber(sheet.height - y + 8)} null]`,
    ];
    objects.write(id, `<< ${parts.join(' ')} >>`);
    writeNodes(objects, children, id, sheet);
  });
}

function childEntries(nodes: readonly Node[]): string {
  return nodes.length === 0 ? '' : `/First ${nodes[0]?.id} 0 R /Last ${nodes.at(-1)?.id} 0 R`;
}
