/** Text from a file made safe for a terminal: control characters could redraw or retitle it. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** A name from a file in a few words: it may be as long as the file holds. */
export function clippedName(name: string): string {
  return name.length > 100 ? `${name.slice(0, 100)}…` : name;
}
