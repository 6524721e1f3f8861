/** A text string as hexadecimal UTF-16BE, in which no byte can be mistaken for syntax; white space becomes single spaces. */
export function pdfText(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').toWellFormed();
  return `<${utf16Hex(`\uFEFF${line}`)}>`;
}

/** UTF-16BE in hexadecimal. */
export function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}

/** A number as short as a hundredth of a point allows. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
