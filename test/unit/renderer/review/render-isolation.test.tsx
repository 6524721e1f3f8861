import { act, fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { settleText } from '#renderer/base/pending-text.ts';
import type { SectionKind } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { onTheDesk } from '#test/support/on-the-desk.tsx';
import { dueToday } from '#test/support/slice.ts';
import { rendersDuring } from '#test/support/watch-renders.ts';

/** A run types in one of so many fields of each section, in another one each day; `npm run test:edits` types in all. */
const PARTS = 6;

/** Shows a section with all around it, as it stands on the desk. */
function open(section: SectionKind): void {
  onTheDesk(section);
  if (section === 'risks') press('.risk-row__toggle');
  for (const add of document.querySelectorAll('.note__add')) fireEvent.click(add);
}

function press(selector: string): void {
  fireEvent.click(document.querySelector(selector) ?? expect.fail(`No ${selector}`));
}

const fieldsOf = (section: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`${section} textarea, ${section} input:not([type])`),
];

const write = (field: HTMLInputElement, text: string) => fireEvent.change(field, { target: { value: text } });
const handOver = () => void act(settleText);

/** Rows and links, and the cards that are the rows of a section: those that open points lead to. */
const ROWS = 'li, tr, .card[id^="KIND."]';

/** What a row shows, and what its controls are called by ear. */
function lookOf(row: Element): string {
  const names = [...row.querySelectorAll('[aria-label]')].map((control) => control.getAttribute('aria-label'));
  return [row.textContent, ...names].join(' | ');
}

/** Each row with what it shows. */
function rowsNow(rows: string): ReadonlyMap<Element, string> {
  return new Map([...document.querySelectorAll(rows)].map((row) => [row, lookOf(row)]));
}

/** Components that were drawn in rows beside that of the field, though these show what they showed before. */
function drawnForNothing(field: Element, rows: string, work: () => void): readonly string[] {
  const before = rowsNow(rows);
  const own = field.closest(rows);
  const drawn = rendersDuring(work).flatMap(({ name, element }) => {
    const row = element?.closest(rows);
    if (!row || before.get(row) !== lookOf(row)) return [];
    return own && (row.contains(own) || own.contains(row)) ? [] : [`${name} in “${row.textContent}”`];
  });
  return [...new Set(drawn)];
}

describe.each(kindsTemplate.sections.map(({ kind }) => kind))('a letter typed in %s', (kind) => {
  it('draws nothing in another row or for another section, neither at once nor when the review takes it', () => {
    open(kind);
    const rows = ROWS.replace('KIND', kind);
    const fields = fieldsOf('main');
    expect(fields.length).toBeGreaterThan(0);
    for (const field of dueToday(fields, PARTS)) {
      // The first letter may change what is shown elsewhere, such as whether something is missing.
      write(field, '7');
      handOver();
      const atOnce = drawnForNothing(field, rows, () => write(field, '78'));
      const taken = drawnForNothing(field, rows, handOver);
      const label = field.labels?.[0]?.textContent;
      expect({ label, atOnce, taken }).toEqual({ label, atOnce: [], taken: [] });
    }
  });
});
