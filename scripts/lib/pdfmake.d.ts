declare module 'pdfmake' {
  /** The part of pdfmake that the benchmark uses; the library ships without types. */
  interface PdfMake {
    setFonts(fonts: Record<string, { readonly normal: string; readonly bold: string }>): void;
    setLocalAccessPolicy(allow: (path: string) => boolean): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    createPdf(document: object): { getBuffer(): Promise<Uint8Array> };
  }
  const pdfMake: PdfMake;
  export = pdfMake;
}
