import { pdfNumber, pdfText } from '#main/pdf/pdf-syntax.ts';
import { scriptLanguage } from '#main/record/words/script-language.ts';
import type { PdfObjects, PdfPart } from '#main/record/writer/pdf-writer.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { around, type Bounds } from './bounds.ts';
import type { Op } from './canvas.ts';
import { Tag } from './tag.ts';
import type { Line } from './text.ts';
import type { Sheet } from './theme.ts';

type LinkOp = Extract<Op, { kind: 'link' }>;

/** What a part of the document consists of: marked content of a page, the annotation of a link, another part. */
type Kid =
  | { readonly kind: 'content'; readonly page: number; readonly id: number }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'part'; readonly part: Part };

interface Part {
  readonly tag: Tag;
  readonly parent: Part | null;
  readonly kids: Kid[];
  /** Its lines in reading order, and whether their glyphs are in another order. */
  readonly lines: string[];
  isTurned: boolean;
  /** What a figure covers, on the page where it begins. */
  area: { readonly page: number; readonly bounds: Bounds } | null;
  object: number;
}

interface Annotation {
  readonly page: number;
  readonly op: LinkOp;
  readonly part: Part | null;
  /** Handed out while the file is written. */
  object: number;
}

interface Context {
  readonly sheet: Sheet;
  /** Of the whole document (BCP 47). */
  readonly language: string;
}

/**
 * The logical structure of one file: what is a heading, a table, a figure, and in which order it is read.
 * Filled while the pages are drawn, then written with the file.
 */
export class Structure implements PdfPart {
  readonly #context: Context;
  readonly #root: Part = newPart(new Tag('Document'), null);
  readonly #parts = new Map<Tag, Part>();
  /** The part of each marked content, by page from 1 and then by its number on the page. */
  readonly #marked: Part[][] = [];
  readonly #annotations: Annotation[][] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  /** Numbers content of a page as belonging to a part. */
  mark(tag: Tag, page: number): number {
    this.#marked[page] ??= [];
    const part = this.#partOf(tag);
    const id = this.#marked[page].push(part) - 1;
    part.kids.push({ kind: 'content', page, id });
    return id;
  }

  /** Notes a line of text of a part, for screen readers. */
  say(tag: Tag, { text, copied }: Line): void {
    const part = this.#partOf(tag);
    part.lines.push(text);
    part.isTurned ||= copied !== null && copied.read !== null;
  }

  /** Notes what a part of a figure covers. */
  enclose(tag: Tag, page: number, bounds: Bounds | null): void {
    const part = this.#partOf(tag);
    if (!bounds || (part.area && part.area.page !== page)) return;
    part.area = { page, bounds: part.area ? around(part.area.bounds, bounds) : bounds };
  }

  /** Makes an area of a page a link. */
  addLink(page: number, op: LinkOp): void {
    this.#annotations[page] ??= [];
    const part = op.tag instanceof Tag ? this.#partOf(op.tag) : null;
    const annotation = { page, op, part, object: 0 };
    part?.kids.push({ kind: 'annotation', annotation });
    this.#annotations[page].push(annotation);
  }

  #partOf(tag: Tag): Part {
    const known = this.#parts.get(tag);
    if (known) return known;
    const parent = tag.parent ? this.#partOf(tag.parent) : this.#root;
    const part = newPart(tag, parent);
    parent.kids.push({ kind: 'part', part });
    this.#parts.set(tag, part);
    return part;
  }

  /** Entries of a page: the order of its tab stops, where its parts are listed, its links. */
  pageEntries(page: number, objects: PdfObjects): readonly string[] {
    const links = this.#annotations[page] ?? [];
    for (const link of links) link.object = objects.reserve();
    return [
      `/Tabs /S /StructParents ${page - 1}`,
      ...(links.length > 0 ? [`/Annots [${links.map(({ object }) => `${object} 0 R`).join(' ')}]`] : []),
    ];
  }

  write(objects: PdfObjects): readonly string[] {
    const tree = objects.reserve();
    const parents = objects.reserve();
    const parts = [this.#root, ...this.#parts.values()];
    for (const part of parts) part.object = objects.reserve();
    for (const part of parts) objects.write(part.object, partEntry(part, tree, objects, this.#context));
    const pages = this.#marked.flatMap((found, page) => `${page - 1} [${found.map(reference).join(' ')}]`);
    // The keys of annotations follow those of the pages.
    const first = Math.max(this.#marked.length, this.#annotations.length);
    const links = this.#annotations.flat().map(({ object, op, part }, index) => {
      objects.write(object, ...this.#linkEntry(op, part ? first + index : null, objects));
      return part ? `${first + index} ${reference(part)}` : '';
    });
    objects.write(parents, `<< /Nums [${[...pages, ...links].filter(Boolean).join('\n')}] >>`);
    const next = first + links.length;
    const root = `/K ${reference(this.#root)} /ParentTree ${parents} 0 R /ParentTreeNextKey ${next}`;
    objects.write(tree, `<< /Type /StructTreeRoot ${root} >>`);
    return [`/StructTreeRoot ${tree} 0 R /MarkInfo << /Marked true >>`];
  }

  #linkEntry({ x, y, width, height, target }: LinkOp, parent: number | null, objects: PdfObjects): readonly string[] {
    const { sheet, top } = { sheet: this.#context.sheet, top: this.#context.sheet.height - y };
    const area = [x + sheet.shift, top - height, x + sheet.shift + width, top].map(pdfNumber).join(' ');
    const leads =
      'url' in target
        ? `/A << /S /URI /URI (${target.url.replace(/[\\()]/g, '\\$&')}) >> /Contents ${pdfText(target.url)}`
        : `/Dest [${objects.pageObject(target.page)} 0 R /XYZ null ${pdfNumber(sheet.height - Math.max(0, target.y - 8))} null] ` +
          `/Contents ${pdfText(`Page ${target.page}`)}`;
    return [
      // Flag 4: printed with the page, as PDF/A asks.
      `<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [${area}] ${leads}`,
      `${parent === null ? '' : `/StructParent ${parent}`} >>`,
    ];
  }
}

function partEntry(part: Part, tree: number, objects: PdfObjects, { sheet, language }: Context): string {
  const { tag, parent, kids } = part;
  const spoken = scriptLanguage(part.lines.join(' '));
  const page = kids.find((kid) => kid.kind === 'content')?.page;
  const list = kids.map((kid) => kidEntry(kid, page, objects));
  return [
    `<</S/${tag.role}/P ${parent ? reference(parent) : `${tree} 0 R`}`,
    page === undefined ? '' : `/Pg ${objects.pageObject(page)} 0 R`,
    tag.alt === '' ? '' : `/Alt ${pdfText(tag.alt)}`,
    // It replaces everything in a part, so a part with links or further parts has none.
    part.isTurned && kids.every(({ kind }) => kind === 'content') ? `/ActualText ${pdfText(part.lines.join(' '))}` : '',
    tag.role === 'TH' ? `/A<</O/Table/Scope/${tag.scope}>>` : '',
    part.area === null ? '' : `/A<</O/Layout/Placement/Block/BBox[${boxOf(part.area.bounds, sheet)}]>>`,
    spoken === null || spoken === language.slice(0, 2) ? '' : `/Lang(${spoken})`,
    list.length === 1 ? `/K ${list[0]}>>` : `/K[${list.join(' ')}]>>`,
  ].join('');
}

function kidEntry(kid: Kid, page: number | undefined, objects: PdfObjects): string {
  switch (kid.kind) {
    case 'part':
      return reference(kid.part);
    case 'annotation':
      return `<</Type/OBJR/Pg ${objects.pageObject(kid.annotation.page)} 0 R/Obj ${kid.annotation.object} 0 R>>`;
    case 'content':
      return kid.page === page ? String(kid.id) : `<</Type/MCR/Pg ${objects.pageObject(kid.page)} 0 R/MCID ${kid.id}>>`;
    default:
      return assertNever(kid);
  }
}

function newPart(tag: Tag, parent: Part | null): Part {
  return { tag, parent, kids: [], lines: [], isTurned: false, area: null, object: 0 };
}

/** A rectangle as the four numbers of a PDF, which measure from the bottom left corner. */
function boxOf({ left, top, right, bottom }: Bounds, { shift, height }: Sheet): string {
  return [left + shift, height - bottom, right + shift, height - top].map(pdfNumber).join(' ');
}

function reference(part: Part): string {
  return `${part.object} 0 R`;
}
