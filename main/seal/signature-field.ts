import {
  PDFArray,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { damaged, type PdfTables } from './pdf-tables.ts';
import { latin1, type UpdatedObject } from './pdf-update.ts';

/** What shows of a seal on a page. */
export interface SealAppearance {
  /** Page, counted from 0. */
  readonly page: number;
  /** In points from the lower left corner of the page. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Vector drawing in PDF operators, in points from the lower left corner of the box; no text, as it has no fonts. */
  readonly drawing: string;
}

interface FieldOptions {
  readonly fieldName?: string;
  readonly appearance?: SealAppearance;
}

/** Print and locked, as PDF/A wants of an annotation that shows. */
const PRINT_AND_LOCKED = 132;
/** Signatures exist, and the file must only be appended to. */
const SIGNATURES_APPEND_ONLY = 3;
const PAGE_TREE_DEPTH_LIMIT = 50;

type Objects = Map<PDFRef, UpdatedObject>;

/**
 * Adds a signature field to the form of a PDF and its widget to a page.
 * @returns the reference that the signature dictionary is to have, and whether it is the first one
 */
export function addSignatureField(
  tables: PdfTables,
  objects: Objects,
  { fieldName, appearance }: FieldOptions,
): { readonly signature: PDFRef; readonly certifies: boolean } {
  let next = tables.nextNumber;
  const newRef = () => PDFRef.of(next++);
  const { context, root } = tables;
  const catalog = tables.dictionary(root);
  const signature = newRef();
  const field = newRef();

  const form = formOf(tables, catalog);
  const certifies = form.fields.size() === 0 && !catalog.has(PDFName.of('Perms'));
  const name = uniqueName(tables, form.fields, fieldName ?? '');
  const page = pageAt(tables, catalog, appearance?.page ?? 0);

  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(name),
    V: signature,
    P: page,
    F: PRINT_AND_LOCKED,
    Rect: appearance ? boxOf(appearance) : [0, 0, 0, 0],
  });
  if (appearance) {
    const shape = newRef();
    objects.set(shape, formXObject(appearance));
    widget.set(PDFName.of('AP'), context.obj({ N: shape }));
  }
  objects.set(field, widget);

  form.fields.push(field);
  form.dictionary.set(PDFName.of('SigFlags'), PDFNumber.of(SIGNATURES_APPEND_ONLY));
  if (!form.ref || certifies) objects.set(root, catalog);
  const formRef = form.ref ?? newRef();
  catalog.set(PDFName.of('AcroForm'), formRef);
  objects.set(formRef, form.dictionary);
  if (certifies) catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: signature }));
  addAnnotation(tables, objects, page, field, newRef);
  return { signature, certifies };
}

interface Form {
  /** Null when the form has no object of its own yet. */
  readonly ref: PDFRef | null;
  readonly dictionary: PDFDict;
  readonly fields: PDFArray;
}

function formOf(tables: PdfTables, catalog: PDFDict): Form {
  const key = PDFName.of('AcroForm');
  const entry = catalog.get(key);
  const dictionary = entry ? tables.dictionary(entry) : tables.context.obj({});
  // Written as part of the form, so that there is one object to update.
  const fields = arrayOf(tables, dictionary.get(PDFName.of('Fields')));
  dictionary.set(PDFName.of('Fields'), fields);
  return { ref: entry instanceof PDFRef ? entry : null, dictionary, fields };
}

function addAnnotation(tables: PdfTables, objects: Objects, page: PDFRef, field: PDFRef, newRef: () => PDFRef): void {
  const key = PDFName.of('Annots');
  const dictionary = tables.dictionary(page);
  const entry = dictionary.get(key);
  const annotations = arrayOf(tables, entry);
  annotations.push(field);
  if (entry instanceof PDFRef) {
    objects.set(entry, annotations);
    return;
  }
  // An object of its own from now on, so that later seals leave the page as it is.
  const ref = newRef();
  objects.set(ref, annotations);
  dictionary.set(key, ref);
  objects.set(page, dictionary);
}

function arrayOf(tables: PdfTables, entry: PDFObject | undefined): PDFArray {
  const found = tables.resolve(entry);
  if (found === undefined) return PDFArray.withContext(tables.context);
  if (!(found instanceof PDFArray)) throw damaged();
  return found;
}

/** Finds a page, counted from 0, through the page tree. */
function pageAt(tables: PdfTables, catalog: PDFDict, index: number): PDFRef {
  let remaining = index;
  const search = (ref: PDFObject, depth: number): PDFRef | null => {
    if (!(ref instanceof PDFRef) || depth > PAGE_TREE_DEPTH_LIMIT) throw damaged();
    const node = tables.dictionary(ref);
    const kids = tables.resolve(node.get(PDFName.of('Kids')));
    if (!(kids instanceof PDFArray)) return remaining-- === 0 ? ref : null;
    for (const kid of kids.asArray()) {
      const found = search(kid, depth + 1);
      if (found) return found;
    }
    return null;
  };
  const pages = catalog.get(PDFName.of('Pages'));
  const page = pages ? search(pages, 0) : null;
  if (!page) throw damaged();
  return page;
}

function uniqueName(tables: PdfTables, fields: PDFArray, wanted: string): string {
  const taken = new Set(
    fields.asArray().map((field) => {
      const name = tables.resolve(tables.dictionary(field).get(PDFName.of('T')));
      return name instanceof PDFHexString || name instanceof PDFString ? name.decodeText() : '';
    }),
  );
  // A full stop parts the levels of a field's full name.
  const base = wanted.toWellFormed().replaceAll('.', ' ').trim() || 'Signature';
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base} ${number}`;
  return name;
}

function boxOf({ box: { x, y, width, height } }: SealAppearance): number[] {
  return [x, y, x + width, y + height];
}

function formXObject({ box, drawing }: SealAppearance): Uint8Array {
  const content = latin1(drawing);
  const head = `<< /Type /XObject /Subtype /Form /BBox [0 0 ${box.width} ${box.height}] /Resources << >> /Length ${content.byteLength} >>`;
  return Buffer.concat([latin1(`${head}\nstream\n`), content, latin1('\nendstream')]);
}
