const DAY = 24 * 60 * 60 * 1000;
const LAST = '9999-12-31';

/**
 * A calendar date so many days later (or earlier), both as `YYYY-MM-DD`. Counted in UTC, where
 * every day has 24 hours, so no time zone can shift it. Stops at the year 9999.
 */
export function addDays(date: string, days: number): string {
  const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY);
  return moved.getUTCFullYear() > 9999 ? LAST : moved.toISOString().slice(0, 10);
}
