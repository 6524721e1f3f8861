import { catalogOf, entryOf, type PdfFile } from './pdf-file.ts';
import { asKind, dictionaryOf, type PdfValue } from './pdf-values.ts';

const PAGE_LIMIT = 20_000;
const DEPTH_LIMIT = 64;

/** What the page tree says where a page is. */
export type PageReference = Extract<PdfValue, { kind: 'reference' }>;

/** The pages in order; null when the tree is not one. */
export function pagesOf(file: PdfFile): readonly PageReference[] | null {
  const pages: PageReference[] = [];
  const seen = new Set<number>();
  const visit = (value: PdfValue | undefined, depth: number): boolean => {
    const reference = asKind(value, 'reference');
    const node = dictionaryOf(file.resolve(value));
    if (!reference || !node || depth > DEPTH_LIMIT || seen.has(reference.number) || seen.size > PAGE_LIMIT)
      return false;
    seen.add(reference.number);
    const kids = asKind(entryOf(file, node, 'Kids'), 'array');
    if (kids) return kids.items.every((kid) => visit(kid, depth + 1));
    pages.push(reference);
    return true;
  };
  return visit(catalogOf(file).entries.get('Pages'), 0) ? pages : null;
}
