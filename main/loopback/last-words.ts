import { printable } from '#main/files/printable.ts';

/** What the host says when it has stopped. @param refused titles of reviews whose last change could not be saved */
export function lastWords(refused: readonly string[]): string {
  if (refused.length === 0) return 'Everything is saved. Groundwork has stopped.';
  const which = refused.map((title) => `“${printable(title)}”`).join(', ');
  return `Not saved: the last changes of ${which}. The browser that they were typed in offers them when the review is opened in it again. Groundwork has stopped.`;
}
