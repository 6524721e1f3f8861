import { pdfText } from '#main/pdf/pdf-syntax.ts';

/** What a PDF says about itself. */
export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
}

/** Values that hold the place of others, of the same length, until the file is written. */
export interface StandIns {
  /** What jsPDF is given for each property. */
  readonly properties: DocumentProperties;
  /** What it is given as the date. */
  readonly date: string;
  /** What stands in the file by what is to stand there. */
  readonly replacements: ReadonlyMap<string, string>;
}

/** Any date that jsPDF takes. */
const DATE_STAND_IN = "D:19700101000000+00'00'";

/**
 * Stand-ins for the document's properties and its date. jsPDF writes properties as literal strings, in which a
 * UTF-16 byte that happens to be a carriage return changes the letter (“č” turns into “Ċ”), and it takes no date
 * after 2037.
 * @param createdAt ISO 8601 in UTC, up to the year 9999
 */
export function standInsFor({ title, author, subject, creator }: DocumentProperties, createdAt: string): StandIns {
  const replacements = new Map([[`(${DATE_STAND_IN})`, `(${pdfDate(createdAt)})`]]);
  const standInFor = (key: keyof DocumentProperties, text: string) => {
    const value = pdfText(text);
    // The two parentheses around a literal string take the room of the two angle brackets.
    const standIn = `groundwork-${key}-`.padEnd(Math.max(value.length - 2, 24), '.');
    replacements.set(`(${standIn})`, value.padEnd(standIn.length + 2));
    return standIn;
  };
  const properties = {
    title: standInFor('title', title),
    author: standInFor('author', author),
    subject: standInFor('subject', subject),
    creator: standInFor('creator', creator),
  };
  return { properties, date: DATE_STAND_IN, replacements };
}

/** A moment in UTC as PDF writes it. Cut from the text, so no time zone can shift it. */
function pdfDate(instant: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(instant)) throw new Error(`“${instant}” is no moment that a PDF can name`);
  return `D:${instant.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')}+00'00'`;
}

/** Corrects in place what jsPDF has no option for: the version, the properties and the date. No offset changes. */
export function patchBytes(bytes: Uint8Array, { replacements }: StandIns): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Tags and embedded composite fonts are of PDF 1.7, but jsPDF always writes the header of 1.3.
  file.write('%PDF-1.7', 'latin1');
  for (const [standIn, value] of replacements) {
    const at = file.lastIndexOf(standIn, undefined, 'latin1');
    if (at < 0) throw new Error('The PDF has no place for its document properties');
    file.write(value, at, 'latin1');
  }
}
