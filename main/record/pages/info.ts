import type { jsPDF } from 'jspdf';
import { visibleText } from '#main/record/words/visible.ts';
import { pdfText } from './writer.ts';

type InfoKey = 'title' | 'author' | 'subject' | 'creator';

/** Titles longer than this help nobody in a window's title bar. */
const LONGEST = 250;

/**
 * Sets the document's properties. jsPDF writes them as literal strings, in which a UTF-16 byte that
 * happens to be a carriage return changes the letter (“č” turns into “Ċ”), so it gets a plain
 * stand-in of the right length, and `finishInfo` puts the real text in its place.
 */
export function prepareInfo(doc: jsPDF, info: Readonly<Record<InfoKey, string>>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const standIns = Object.entries(info).map(([key, text]) => {
    const value = pdfText([...visibleText(text)].slice(0, LONGEST).join(''));
    // The two parentheses around a literal string take the room of the two angle brackets.
    const standIn = `groundwork-${key}-`.padEnd(Math.max(value.length - 2, 24), '.');
    places.set(`(${standIn})`, value.padEnd(standIn.length + 2));
    return [key, standIn];
  });
  doc.setDocumentProperties(Object.fromEntries(standIns));
  return places;
}

/** Puts the real texts in place; their length is that of the stand-ins, so no offset changes. */
export function finishInfo(bytes: Uint8Array, places: ReadonlyMap<string, string>): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [standIn, value] of places) {
    const at = file.lastIndexOf(standIn, undefined, 'latin1');
    if (at < 0) throw new Error('The PDF has no place for its document properties');
    file.write(value, at, 'latin1');
  }
}
