/** Whether a value is what a review begins with: no text, no choice, no entry. */
export function holdsNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && value !== null) return Object.values(value).every(holdsNothing);
  return value === null || value === undefined || value === false;
}
