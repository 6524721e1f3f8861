/** A PDF date (ISO 32000-2, 7.9.4) as ISO 8601 in UTC; null for anything else, and for what is not a moment up to the year 9999. */
export function instantOf(date: string): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)?/.exec(date);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, sign = '+', hours = '00', minutes = '00'] = parts;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`);
  const isWritable = moment.getUTCFullYear() >= 0 && moment.getUTCFullYear() <= 9999;
  return isWritable ? moment.toISOString() : null;
}

/** An ISO 8601 instant as a PDF date in UTC. */
export function pdfInstant(instant: string): string {
  return `D:${new Date(instant).toISOString().slice(0, 19).replaceAll(/\D/g, '')}+00'00'`;
}
