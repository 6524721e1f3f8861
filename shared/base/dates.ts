const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A calendar date (`YYYY-MM-DD`) as `3 Mar 2026`, the same everywhere; empty for none. */
export function formatDate(date: string | null): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined ? date : `${day} ${name} ${year}`;
}

/** A moment in UTC (ISO 8601) as `3 Mar 2026, 14:05 UTC`. Cut from the text, so no time zone can shift it. */
export function formatInstant(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(instant);
  return match?.[1] === undefined ? instant : `${formatDate(match[1])}, ${match[2]} UTC`;
}
