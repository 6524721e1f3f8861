/** The day of all pictures: two weeks after the example was begun, and before what it plans is due. */
export const DAY = '2026-03-16T10:00:00Z';

/**
 * A script that sets the clock of whoever runs it to the day of the pictures. Time goes on there, but so slowly that
 * a whole run takes seconds: what happens later is later, and every picture says the same minute.
 */
export function clockScript() {
  return `{
    const Real = Date;
    const now = () => ${Date.parse(DAY)} + Math.floor((Real.now() - ${Date.now()}) / 30);
    globalThis.Date = class extends Real {
      constructor(...parts) {
        if (parts.length === 0) super(now());
        else super(...parts);
      }
      static now = now;
    };
  }`;
}
