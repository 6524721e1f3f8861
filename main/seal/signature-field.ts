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
import { damaged, type PdfTables } from '#main/pdf/pdf-tables.ts';
import type { UpdatedObject } from '#main/pdf/pdf-update.ts';

/** Print and locked, as PDF/A wants of an annotation. */
const PRINT_AND_LOCKED = 132;
/** Signatures exist, and the file must only be appended to. */
const SIGNATURES_APPEND_ONLY = 3;
const PAGE_TREE_DEPTH_LIMIT = 50;

type Objects = Map<PDFRef, UpdatedObject>;

/**
 * Adds a signature field to the form of a PDF and its widget to the first page, where nothing shows of it: who
 * signed stands on the pages already.
 * @param field its wanted name, made unique in the file, and what viewers say of it
 * @returns the reference that the signature dictionary is to have, and whether it is the first one
 */
export function addSignatureField(
  tables: PdfTables,
  objects: Objects,
  { wanted, tip }: { readonly wanted: string; readonly tip: string },
): { readonly signature: PDFRef; readonly certifies: boolean } {
  let next = tables.nextNumber;
  const newRef = () => PDFRef.of(next++);
  const { context, root } = tables;
  const catalog = tables.dictionary(root);
  const signature = newRef();
  const field = newRef();

  const form = formOf(tables, catalog);
  const certifies = form.fields.size() === 0 && !catalog.has(PDFName.of('Perms'));
  const name = uniqueName(tables, form.fields, wanted);
  const page = firstPage(tables, catalog);

  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(name),
    TU: PDFHexString.fromText(tip.toWellFormed()),
    V: signature,
    P: page,
    F: PRINT_AND_LOCKED,
    Rect: [0, 0, 0, 0],
  });
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

/** The first page of the page tree. */
function firstPage(tables: PdfTables, catalog: PDFDict): PDFRef {
  const search = (ref: PDFObject | undefined, depth: number): PDFRef | null => {
    if (!(ref instanceof PDFRef) || depth > PAGE_TREE_DEPTH_LIMIT) throw damaged();
    const kids = tables.resolve(tables.dictionary(ref).get(PDFName.of('Kids')));
    if (!(kids instanceof PDFArray)) return ref;
    for (const kid of kids.asArray()) {
      const found = search(kid, depth + 1);
      if (found) return found;
    }
    return null;
  };
  const page = search(catalog.get(PDFName.of('Pages')), 0);
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
