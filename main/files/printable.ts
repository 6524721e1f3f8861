/** Text from a file made safe for a terminal: control characters could redraw or retitle it. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** A text from a file, no longer than so many letters: it may be as long as the file holds. */
export function shortened(text: string, most = 100): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
