declare module 'subset-font' {
  /** Cuts a font down to the characters of a text; the library ships without types. */
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'truetype';
      readonly noHinting?: boolean;
      readonly noLayoutClosure?: boolean;
      readonly dropTables?: string[];
    },
  ): Promise<Uint8Array>;
  export = subsetFont;
}
