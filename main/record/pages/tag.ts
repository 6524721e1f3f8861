/** PDF's standard names for the parts of a document. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Link'
  | 'Figure';

/**
 * What stands on a page and is no part of the document: repeated above or below the text of every page, behind it, or at
 * the top of a page that goes on with a table; a mere ornament for the rest.
 */
export type Artifact = 'header' | 'footer' | 'watermark' | 'repeated' | 'ornament';

/** Whose heading a header cell is. */
export type Scope = 'Column' | 'Row';

/**
 * A part of the document's logical structure, for screen readers. Its parent is set when it is drawn, so that
 * parts need not be passed down through the layout.
 */
export class Tag {
  readonly role: Role;
  /** What a figure shows, in words. */
  readonly alt: string;
  /** Of a header cell. */
  readonly scope: Scope;
  parent: Tag | null = null;

  constructor(role: Role, { alt = '', scope = 'Column' }: { readonly alt?: string; readonly scope?: Scope } = {}) {
    this.role = role;
    this.alt = alt;
    this.scope = scope;
  }
}
