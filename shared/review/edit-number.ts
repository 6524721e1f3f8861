/** What a typed number came to: a value (null for an empty field), or why it cannot be read. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number | null }
  | { readonly kind: 'unreadable'; readonly problem: string };

const GROUPED = /^\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*$/;

/**
 * Reads a number with a decimal comma or point. Where the same text means two numbers in two
 * countries (50,000), it asks instead of guessing.
 */
export function readNumber(typed: string): ReadNumber {
  // Spaces of every width and apostrophes only group digits; the true minus sign is what people paste.
  const text = typed.replace(/[\s'’]/g, '').replace(/^[−–]/, '-');
  if (text === '') return { kind: 'number', value: null };
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.replace(/^[+-]/, '');
  if (!/^[\d.,]*\d[\d.,]*(?:e[+-]?\d{1,3})?$/i.test(digits)) return unreadable(typed, problemOf(digits));
  const plain = inPlainForm(digits);
  if (plain === null) return unreadable(typed, 'has separators in places where a number has none.');
  if (plain === 'ambiguous') return ambiguous(typed, sign, digits);
  const value = Number(sign + plain);
  if (!Number.isFinite(value)) return unreadable(typed, 'is larger than a number can be here.');
  return { kind: 'number', value: value === 0 ? 0 : value };
}

/** A number as it can be typed and read again as the same. */
export function writeNumber(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  // Three decimals could be read as thousands; a fourth leaves no doubt.
  return inPlainForm(text.replace(/^-/, '')) === 'ambiguous' ? `${text}0` : text;
}

/** Digits with a point at most; null when the separators make no sense. */
function inPlainForm(digits: string): string | 'ambiguous' | null {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points + commas === 0) return digits;
  if (points > 0 && commas > 0) {
    const decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    const [whole = '', fraction = '', ...rest] = digits.split(decimal);
    if (rest.length > 0 || !GROUPED.test(whole)) return null;
    return `${whole.replace(/[.,]/g, '')}.${fraction}`;
  }
  if (points + commas > 1) return GROUPED.test(digits) ? digits.replace(/[.,]/g, '') : null;
  if (GROUPED.test(digits) && !digits.startsWith('0')) return 'ambiguous';
  return digits.replace(',', '.');
}

function problemOf(digits: string): string {
  if (/^[\d.,]+\D+$/.test(digits)) return 'is not only a number. Leave the unit out here.';
  return 'is not a number. Write digits, with a comma or point before decimals.';
}

function ambiguous(typed: string, sign: string, digits: string): ReadNumber {
  const whole = sign + digits.replace(/[.,]/, '');
  const decimal = sign + digits;
  return unreadable(typed, `can mean two numbers. Write ${whole}, or ${decimal}0 if it has decimals.`);
}

function unreadable(typed: string, why: string): ReadNumber {
  const text = typed.trim();
  const shown = text.length > 24 ? `${text.slice(0, 24).toWellFormed()}…` : text;
  return { kind: 'unreadable', problem: `“${shown}” ${why}` };
}
