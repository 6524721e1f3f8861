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
 * A part of the document's logical structure, for screen readers. Its parent is set when it is drawn, so that
 * parts need not be passed down through the layout.
 */
export class Tag {
  readonly role: Role;
  /** What a figure shows, in words. */
  readonly alt: string;
  parent: Tag | null = null;

  constructor(role: Role, alt = '') {
    this.role = role;
    this.alt = alt;
  }
}
