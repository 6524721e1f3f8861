const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A calendar date (`YYYY-MM-DD`) with the month in letters, so that nobody mixes it up with the day. */
export function writeDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return DAY.format(new Date(year, month - 1, day));
}

/** A moment in the person's own time zone; the time alone when it is today. */
export function writeMoment(instant: string, now: Date = new Date()): string {
  const moment = new Date(instant);
  if (moment.toDateString() === now.toDateString()) return `today, ${TIME.format(moment)}`;
  return MOMENT.format(moment);
}

/** The time of a moment of today in the person's own time zone, and the day of an earlier one. */
export function writeTimeOrDay(instant: string, now: Date = new Date()): string {
  const moment = new Date(instant);
  return moment.toDateString() === now.toDateString() ? TIME.format(moment) : DAY.format(moment);
}

/** Today as a calendar date where the person is. */
export function today(now: Date = new Date()): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
