import type { Locator, Page } from 'playwright/test';
import { expect } from './host.ts';

/** What a person does to a page; a mouse hand and a keyboard hand do it each in their own way. */
export interface Hands {
  /** Goes to a section or another page of the review. */
  goTo(title: string): Promise<void>;
  /** Presses a button, follows a link. */
  press(control: Locator): Promise<void>;
  /** Ticks or unticks a box. */
  toggle(box: Locator): Promise<void>;
  /** Writes into a field in place of what is there. */
  write(field: Locator, text: string): Promise<void>;
  /** Gives one of a few answers; `key` gives it where the focus is in the group. */
  answer(group: Locator, text: string, key?: string): Promise<void>;
  /** Chooses the first of several cards. */
  chooseFirst(cards: Locator): Promise<void>;
  /** Chooses in a list that opens; a person who types uses the first letters of the choice. */
  select(list: Locator, text: string): Promise<void>;
  /** Goes to a tab beside the one that is shown. */
  nextTab(tabs: Locator, name: string): Promise<void>;
  /** Types a date, `YYYYMMDD`. */
  date(field: Locator, digits: string): Promise<void>;
  /** Puts a thing to the vote. */
  putToVote(name: string): Promise<void>;
  /** Scores the cells of a grid that have no score, one after the other. */
  score(grid: Locator, scores: readonly number[]): Promise<void>;
  /** Rates a risk in the table: both ratings, then whoever mitigates it and both ratings after that, or why it is accepted. */
  rateInTable(row: Locator, ratings: readonly [number, number], response: RatedResponse): Promise<void>;
  openRoom(): Promise<void>;
  openExport(): Promise<void>;
}

export type RatedResponse = { readonly owner: string } | { readonly accepted: string };

/** Points, clicks, and types into what was clicked. Keys that have no button, such as `A`, are left to the caller. */
export function mouseHand(page: Page): Hands {
  const inRow = (row: Locator, name: RegExp) => row.getByLabel(name);
  return {
    async goTo(title) {
      await page
        .getByRole('navigation', { name: 'Sections' })
        .getByRole('link', { name: new RegExp(`^${title.replace('?', '\\?')}`) })
        .click();
      await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
    },
    press: (control) => control.click(),
    toggle: (box) => box.click({ force: true }),
    async write(field, text) {
      await field.click();
      await field.fill(text);
    },
    answer: (group, text) => group.getByText(text, { exact: true }).click(),
    chooseFirst: (cards) => cards.first().click({ force: true }),
    async select(list, text) {
      await list.selectOption({ label: text });
    },
    nextTab: (_tabs, name) => page.getByRole('tab', { name }).click(),
    async date(field, digits) {
      await field.getByRole('spinbutton').first().click();
      await page.keyboard.type(digits);
    },
    async putToVote(name) {
      await this.goTo('Votes');
      // The question of the rule stands first; a criterion of the same name is told apart from it.
      await page
        .getByRole('main')
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .first()
        .click();
    },
    async score(grid, scores) {
      for (const score of scores) {
        const cell = grid.getByRole('gridcell', { name: /^No score/ }).first();
        await cell.getByRole('button', { name: new RegExp(`^${score} of 5`) }).click();
      }
    },
    async rateInTable(row, [likelihood, impact], response) {
      await inRow(row, /^Likelihood:/).selectOption(String(likelihood));
      await inRow(row, /^Impact:/).selectOption(String(impact));
      if ('accepted' in response) {
        await inRow(row, /^Response:/).selectOption('accept');
        await inRow(row, /^Why it is accepted:/).fill(response.accepted);
        return;
      }
      await inRow(row, /^Response:/).selectOption('mitigate');
      await inRow(row, /^Owner:/).fill(response.owner);
      await inRow(row, /^Likelihood after/).selectOption('2');
      await inRow(row, /^Impact after/).selectOption('2');
    },
    openRoom: () => page.getByRole('button', { name: 'Second window for the room' }).click(),
    openExport: () => page.getByRole('banner').getByRole('button', { name: 'Export' }).click(),
  };
}

/** So many presses of the Tab key a person takes before they ask for the mouse. */
const PATIENCE = 25;

/** Presses keys and nothing else: whatever is to be pressed or written into has to be reached first. */
export function keyboardHand(page: Page): Hands {
  const { keyboard } = page;

  /** Which way the focus has to go; null once it is there. */
  const wayTo = (target: Locator) =>
    target.evaluate((wanted) => {
      const active = document.activeElement;
      if (active && wanted.contains(active)) return null;
      const isBehind = active && wanted.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBehind ? 'Shift+Tab' : 'Tab';
    });

  /** Moves the focus by Tab alone, and no further than a person would. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let presses = 0; presses <= PATIENCE; presses += 1) {
      const key = await wayTo(target);
      if (key === null) return;
      await keyboard.press(key);
    }
    throw new Error(`More than ${PATIENCE} presses of Tab to ${String(target)}`);
  }

  /** Finds something by its name from anywhere. */
  async function find(name: string): Promise<void> {
    await keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: /^Section, question/ })).toBeFocused();
    await keyboard.insertText(name);
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  return {
    async goTo(title) {
      await find(title);
      await expect(page.getByRole('heading', { level: 2, name: title })).toBeFocused();
    },
    async press(control) {
      await reach(control);
      await keyboard.press('Enter');
    },
    async toggle(box) {
      await reach(box);
      await keyboard.press('Space');
    },
    async write(field, text) {
      await reach(field);
      await keyboard.press('Control+a');
      await keyboard.insertText(text);
    },
    async answer(group, _text, key = 'Space') {
      await reach(group);
      await keyboard.press(key);
    },
    async chooseFirst(cards) {
      await reach(cards.first());
      await keyboard.press('Space');
    },
    async select(list, text) {
      await reach(list);
      await keyboard.type(text);
    },
    async nextTab(tabs, name) {
      await reach(tabs);
      await keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name })).toBeFocused();
    },
    async date(field, digits) {
      await reach(field.getByRole('spinbutton').first());
      await keyboard.type(digits);
    },
    async putToVote(name) {
      await find(name);
      await expect(
        page
          .getByRole('group', { name: /^Answer/ })
          .getByRole('radio')
          .first(),
      ).toBeVisible();
      // The key is for the thing that has the focus, which comes there when the palette has closed.
      await expect(page.locator('[id^="rule."]', { hasText: name }).locator(':focus').first()).toBeVisible();
      await keyboard.press('v');
    },
    async score(grid, scores) {
      await reach(grid);
      for (const score of scores) await keyboard.press(String(score));
    },
    async rateInTable(row, [likelihood, impact], response) {
      await reach(row.getByLabel(/^Applies:/));
      for (const rating of [likelihood, impact]) await keyboard.press(String(rating));
      if ('accepted' in response) {
        await keyboard.press('a');
        await keyboard.insertText(response.accepted);
      } else {
        await keyboard.press('m');
        await keyboard.type(response.owner);
        for (const key of ['Tab', '2', '2']) await keyboard.press(key);
        return;
      }
      await keyboard.press('Enter');
    },
    openRoom: () => find('Second window for the room'),
    openExport: () => keyboard.press('Control+e'),
  };
}

/** Has every window that opens from now on remember the events of a mouse; gives what they remember. */
export async function watchForMouse(page: Page): Promise<(window: Page) => Promise<readonly string[]>> {
  await page.context().addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { mouseEvents: seen });
    for (const type of ['mousedown', 'mousemove', 'mouseup', 'pointerdown', 'wheel', 'touchstart', 'click']) {
      const note = (event: Event) => {
        // A key that presses a button makes a click as well, of no pointer.
        if (type === 'click' && (event as PointerEvent).detail === 0) return;
        seen.push(`${type} on ${(event.target as Element).outerHTML?.slice(0, 80)}`);
      };
      addEventListener(type, note, { capture: true });
    }
  });
  await page.reload();
  return (window) => window.evaluate(() => (globalThis as unknown as { mouseEvents: string[] }).mouseEvents);
}
