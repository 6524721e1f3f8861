import { act, cleanup, fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { settleText } from '#renderer/base/pending-text.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { planMinutes } from '#shared/agenda/agenda.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { changedPlaces } from '#shared/review/changed-places.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { changeToDo } from '#shared/review/to-do.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { filledReview, onTheDesk } from '#test/support/on-the-desk.tsx';
import { dueToday } from '#test/support/slice.ts';

/** A run changes one of so many controls of a third of the sections, others each day; `npm run test:edits` changes all. */
const PARTS = 8;

const CONTROLS =
  'main textarea, main input:not([type="search"]), main select, main [role="gridcell"], main [aria-pressed]';

function changeBy(control: Element): void {
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
    fireEvent.click(control);
  } else if (control instanceof HTMLSelectElement) {
    const other = [...control.options].find(({ value, disabled }) => value !== control.value && !disabled);
    if (other) fireEvent.change(control, { target: { value: other.value } });
  } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    fireEvent.change(control, { target: { value: '7' } });
    fireEvent.blur(control);
  } else {
    fireEvent.click(control);
  }
  act(settleText);
}

async function undo(): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  });
}

const marked = () => document.querySelector('[data-changed]');

/** The thing on the page that a control belongs to. */
const thingOf = (control: Element) => control.closest('td, li, tr, .card, fieldset, .field') ?? control;

/** How much each element holds. */
const sizesNow = () =>
  new Map([...document.querySelectorAll('main *')].map((one) => [one, one.querySelectorAll('*').length]));

/** Whether an element came back, or what was in it came or went. */
const isOtherwise = (element: Element, sizes: ReadonlyMap<Element, number>) =>
  sizes.get(element) !== element.querySelectorAll('*').length;

/** Changes by each control and takes it back; those for which the page then shows another place or none. */
async function notShown(session: ReviewSession): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const control of dueToday([...document.querySelectorAll(CONTROLS)], PARTS)) {
    if (!control.isConnected) continue;
    const before = session.document;
    const thing = thingOf(control);
    marked()?.removeAttribute('data-changed');
    changeBy(control);
    // A control of the view, such as a filter, or of a dialog.
    if (session.document === before) continue;
    const sizes = sizesNow();
    const changed = session.document;
    await undo();
    const shown = marked();
    const isThere =
      (shown !== null &&
        (shown.contains(thing) || thing.contains(shown) || !thing.isConnected || isOtherwise(shown, sizes))) ||
      // Of several things in one card, the first.
      (changedPlaces(changed, session.document).length > 1 && thing.closest('.card') === shown?.closest('.card'));
    if (!isThere) faults.push(`${nameOf(control)} → ${shown ? shown.outerHTML.slice(0, 160) : 'nothing'}`);
  }
  return faults;
}

function nameOf(control: Element): string {
  const label =
    control instanceof HTMLElement && 'labels' in control ? (control as HTMLInputElement).labels?.[0] : null;
  return `${label?.textContent ?? control.getAttribute('aria-label')} (${control.id || control.className})`;
}

const KINDS = kindsTemplate.sections.map(({ kind }) => kind);

describe.each(dueToday(KINDS, 3))('undo in %s', (kind) => {
  it('shows what it changed, whatever that was', async () => {
    const session = onTheDesk(kind);
    if (kind === 'risks') fireEvent.click(document.querySelector('.risk-row__toggle') ?? document.body);
    expect(await notShown(session)).toEqual([]);
  });
});

describe('undo', () => {
  /** Changes the review as another page does, and takes it back here. */
  async function undone(
    page: Parameters<typeof onTheDesk>[0],
    change: (review: ReviewDocument) => ReviewDocument,
    start = filledReview(),
  ) {
    const session = onTheDesk(page, start);
    act(() => session.update(change));
    await undo();
    return session;
  }

  it('opens the risk whose form is closed', async () => {
    const risk = sectionOf(kindsTemplate, 'risks')?.risks[1]?.id ?? expect.fail('no risk');
    const applies = changeAssessment(filledReview(), risk, { applicable: true, notKnown: undefined, note: 'Ours' });
    await undone('risks', (review) => changeAssessment(review, risk, { note: 'Another one' }), applies);
    expect(marked()?.closest('.risk-row--open')?.id).toBe(`risks.${risk}`);
    expect(marked()?.textContent).toContain('What it means here');
  });

  it('says what changed, where it leads to another page as well', async () => {
    await undone('rule', (review) => planMinutes(review, 'rule', 7));
    expect(location.hash).toMatch(/agenda$/);
    expect(document.querySelector('[role="log"]')?.textContent).toContain('Undone: Agenda, minutes, Rule.');
  });

  it('marks the row of a thing to do, and the planned minutes of a section', async () => {
    const [first] = filledReview().toDo ?? [];
    await undone('to-do', (review) => changeToDo(review, String(first?.id), { owner: 'Somebody else' }));
    expect(marked()?.closest('[data-row]')?.getAttribute('data-row')).toBe(first?.id);
    cleanup();
    await undone('agenda', (review) => planMinutes(review, 'rule', 7));
    expect(marked()?.closest('tr')?.textContent).toContain('Rule');
  });

  it('marks nothing where there is nothing to take back', async () => {
    onTheDesk('rule');
    await undo();
    expect(marked()).toBeNull();
  });

  it('marks for a moment only', async () => {
    vi.useFakeTimers();
    await undone('rule', (review) => ({ ...review, rule: { ...review.rule, justification: 'Another one' } }));
    expect(marked()).not.toBeNull();
    vi.advanceTimersByTime(3_000);
    expect(marked()).toBeNull();
    vi.useRealTimers();
  });
});
