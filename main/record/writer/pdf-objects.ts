import { deflate, type Packing } from '#main/pdf/deflate.ts';

/** The objects of a file, which have numbers only while it is written. */
export interface PdfObjects {
  /** Hands out the number of an object that is to be written. */
  reserve(): number;
  write(object: number, ...lines: readonly string[]): void;
  /** Writes a stream, packed as the file is; `entries` are the further entries of its dictionary. */
  writeStream(object: number, data: Uint8Array, entries?: string): void;
  /** The object of a page; pages count from 1. */
  pageObject(page: number): number;
}

/** When jsPDF asks its plug-ins, in this order. */
export type HookEvent = 'putPage' | 'putResources' | 'postPutResources' | 'putCatalog';

/** The hooks that jsPDF's own plug-ins use. */
export interface Hooks {
  readonly events: {
    subscribe(event: HookEvent, handler: (page: { readonly pageNumber: number }) => void): string;
  };
  newObjectDeferred(): number;
  newObjectDeferredBegin(id: number, doOutput: boolean): void;
  write(line: string): void;
  getPageInfo(page: number): { readonly objId: number };
}

/** jsPDF types `internal` only in part. */
export function hooksOf(doc: { readonly internal: object }): Hooks {
  return doc.internal as unknown as Hooks;
}

/** The objects of jsPDF's file. */
export function objectsOf(hooks: Hooks, packing: Packing): PdfObjects {
  const write = (object: number, ...lines: readonly string[]) => {
    hooks.newObjectDeferredBegin(object, true);
    // Line by line: several arguments would be joined by spaces.
    for (const line of [...lines, 'endobj']) hooks.write(line);
  };
  return {
    reserve: () => hooks.newObjectDeferred(),
    write,
    writeStream: (object, data, entries = '') => {
      const packed = packing === 'none' ? data : deflate(data);
      const filter = packing === 'none' ? '' : ' /Filter /FlateDecode';
      const head = `<< /Length ${packed.length}${filter}${entries} >>`;
      write(object, head, 'stream', Buffer.from(packed).toString('latin1'), 'endstream');
    },
    pageObject: (page) => hooks.getPageInfo(page).objId,
  };
}
