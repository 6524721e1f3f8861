import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCalendar } from '#main/record/forms/calendar.ts';
import type { WorkItem } from '#shared/record/work-item.ts';

const item: WorkItem = {
  key: 'stage/first',
  kind: 'Stage',
  title: 'Tooling',
  description: '',
  status: 'Open',
  owner: '',
  due: '2026-12-01',
  parent: '',
  stage: '',
  section: 'path',
  place: 'path.first',
};
const source = {
  review: { id: '0f8fad5b-d9cb-469f-a165-70867728950e', title: 'Gateway', component: 'Edge' },
  revision: 7,
  savedAt: '2026-11-29T17:18:42.123Z',
};

/** The lines as RFC 5545 puts them together again. */
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const textOf = (text: string, name: string) =>
  lines(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const plain = (value = '') => value.replace(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('renderCalendar', () => {
  it('writes a whole day with a name that stays', () => {
    const text = renderCalendar([item, { ...item, due: null }, { ...item, status: 'Dropped' }], source);
    expect(lines(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Groundwork//Groundwork//EN',
      'X-WR-CALNAME:Gateway',
      'BEGIN:VEVENT',
      'UID:stage.first.0f8fad5b-d9cb-469f-a165-70867728950e@groundwork',
      'DTSTAMP:20261129T171842Z',
      'SEQUENCE:7',
      'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:Stage: Tooling',
      'DESCRIPTION:Review: Gateway\\nComponent: Edge\\nStatus: Open',
      'CATEGORIES:Stage',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('says so when nothing has a date', () => {
    expect(() => renderCalendar([{ ...item, due: null }], source)).toThrow('Nothing in this review has a date yet');
  });

  it('folds after 75 bytes, between characters, and gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const title = `Ä;,\\ ${typed.replace(/[\p{C}\p{Z}\uFFFD]/gu, '')}`;
        const text = renderCalendar([{ ...item, title }], source);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\uFFFD]/);
        }
        expect(plain(textOf(text, 'SUMMARY'))).toBe(`Stage: ${title}`);
      }),
    );
  });

  it('lets no line of text become a line of the calendar', () => {
    const text = renderCalendar([{ ...item, description: 'a\r\nEND:VEVENT\nBEGIN:VALARM\u2028b' }], source);
    expect(lines(text).filter((line) => /^(BEGIN|END):/.test(line))).toHaveLength(4);
    expect(plain(textOf(text, 'DESCRIPTION'))).toContain('a\nEND:VEVENT\nBEGIN:VALARM\nb');
  });
});
