import { act, fireEvent, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { settleText } from '#renderer/base/pending-text.ts';
import { HostContext } from '#renderer/host/host.tsx';
import { OpenReview } from '#renderer/pages/review/open-review.tsx';
import { ReviewSession } from '#renderer/review/review-session.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { markedReview } from '#test/support/marked-review.ts';
import { dueToday } from '#test/support/slice.ts';
import { takingHost } from '#test/support/taking-host.ts';
import { rendersDuring } from '#test/support/watch-renders.ts';

const nothing = () => undefined;

/** A run types in one of so many fields of each section, in another one each day; `npm run test:edits` types in all. */
const PARTS = 6;

/** A review in which every text is filled in, and that can still be changed. */
function filledReview(): ReviewDocument {
  const { review } = markedReview(kindsTemplate, 0);
  return { ...review, signOff: { ...review.signOff, signatures: [] } };
}

/** Shows a section with all around it, as it stands on the desk. */
function open(section: SectionKind): void {
  // Whatever else is asked of the host, its answer never comes.
  const client = new Proxy(takingHost(), {
    get: (calls, call) => Reflect.get(calls, call) ?? (() => new Promise(nothing)),
  });
  const stored = { revision: 1, savedAt: '2026-01-05T00:00:00Z', contentSha256: '0'.repeat(64) };
  const opened = { kind: 'opened', document: filledReview(), template: kindsTemplate, ...stored } as const;
  const session = new ReviewSession(opened, client);
  render(
    <HostContext value={{ client, info: { paper: 'a4' } } as never}>
      <OpenReview
        session={session}
        route={{ page: 'section', review: session.id, section, target: null }}
        clock={{ kind: section, isRunning: false, start: nothing, pause: nothing, pending: () => 0 }}
        onShowShortcuts={nothing}
        onLoadAgain={nothing}
        onKept={nothing}
      />
    </HostContext>,
  );
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
