import type { Page } from 'playwright/test';
import { lostWhenNarrow } from './heard-narrow.ts';
import { watchStatuses } from './heard-statuses.ts';
import { expectClear, expectUncovered } from './heard-walk.ts';
import { expect } from './host.ts';
import { expectNoFaults } from './screen-checks.ts';

/** What is open over the page. */
const dialogs = (page: Page) => page.locator(':is([role="dialog"], [role="alertdialog"], .popover [role="menu"])');

/** Adds two rows to every list of the page, so that there is something to confuse. */
export async function addRows(page: Page): Promise<void> {
  const buttons = page.getByRole('main').getByRole('button', { name: /^Add (a|an|own|statement|link)\b/ });
  await buttons.evaluateAll((all) => {
    for (const button of [...all, ...all] as HTMLElement[]) button.click();
  });
}

/** Answers whatever can be chosen on the page and has no answer yet: some buttons come only after it. */
async function answerAll(page: Page): Promise<void> {
  await page.getByRole('main').evaluate((main) => {
    const isOpen = (field: HTMLInputElement) => !field.disabled && field.checkVisibility();
    const groups = new Set<string>();
    for (const radio of main.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
      if (groups.has(radio.name) || !isOpen(radio)) continue;
      groups.add(radio.name);
      if (!main.querySelector(`input[name="${radio.name}"]:checked`)) radio.click();
    }
    for (const box of main.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:not(:checked)')) {
      if (isOpen(box)) box.click();
    }
  });
}

/** A button that can be pressed, and what others that do the same in other rows have in common with it. */
interface Pressable {
  readonly kind: string;
  readonly name: string;
}

/**
 * The buttons in reach that can do something now. Those of one kind stand in rows or cards of one form and say the same before
 * they come to what they are about: “Remove Bo”, “Clear: Memory safety”.
 */
function buttonsToPress(page: Page): Promise<readonly Pressable[]> {
  return page.evaluate(() => {
    const ROW = 'li, tr, [role="row"], section section, article section';
    const nameOf = (button: Element) => {
      const by = button.getAttribute('aria-labelledby');
      const labels = by?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
      const words = (element: Element): string =>
        [...element.childNodes]
          .map((node) => {
            if (!(node instanceof Element)) return node.textContent ?? '';
            return node.matches('[aria-hidden="true"], svg') ? '' : words(node);
          })
          .join('');
      return (labels?.join(' ') ?? button.ariaLabel ?? words(button)).replace(/\s+/g, ' ').trim();
    };
    const formOf = (button: Element) => {
      const row = button.closest(ROW);
      const above: string[] = [];
      for (let element = button.parentElement; element && element !== document.body; element = element.parentElement) {
        above.push(element.className.split(' ')[0] ?? '');
      }
      return { isInRow: row !== null, form: above.join('<') };
    };
    return [...document.querySelectorAll('button, [role="button"]')]
      .filter(
        (button) =>
          button.checkVisibility({ visibilityProperty: true }) && !button.closest('[inert], [aria-hidden="true"]'),
      )
      .filter((button) => button.ariaDisabled !== 'true' && !button.matches(':disabled, [tabindex="-1"]'))
      .map((button) => ({ button, name: nameOf(button) }))
      .filter(({ name }) => name !== '')
      .map(({ button, name }) => {
        const { isInRow, form } = formOf(button);
        const says = name.split(/:| \d|, |“/)[0] ?? name;
        return { name, kind: `${form} ${isInRow ? says.split(' ')[0] : says}` };
      });
  });
}

/** Presses a button as the keyboard does; false when it has gone meanwhile. */
async function press(page: Page, name: string): Promise<boolean> {
  const button = page.getByRole('button', { name, exact: true }).first();
  if ((await button.count()) === 0) return false;
  await button.focus();
  await button.evaluate((opener) => Object.assign(window, { opener }));
  await page.keyboard.press('Enter');
  return true;
}

/** Whether something has the focus, once what hands it on has had its turn. */
async function hasFocus(page: Page): Promise<boolean> {
  const isThere = () => document.activeElement !== null && document.activeElement !== document.body;
  return page.waitForFunction(isThere, undefined, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/** Something has the focus. */
export async function expectFocused(page: Page, what: string): Promise<void> {
  expect.soft(await hasFocus(page), `${what}: something has the focus`).toBe(true);
}

/** Dialogs that were looked at; those of the head are behind a button of every page. */
const lookedAt = new WeakMap<Page, Set<string>>();

/** Looks at the dialog that is open, at both sizes; not at the calendar, which is the library's own. */
async function lookAtDialog(page: Page, name: string): Promise<void> {
  const known = lookedAt.get(page) ?? new Set();
  lookedAt.set(page, known);
  if (name.startsWith('Calendar') || known.has(name)) return;
  known.add(name);
  // The page behind is hidden a moment after the focus is in the dialog.
  const isSettled = async () => (await page.locator('[inert]').count()) > 0 || (await dialogs(page).count()) === 0;
  await expect.poll(isSettled, `${name}: the page behind is closed`).toBe(true);
  // What only says that something is made, such as pages to print, goes by itself.
  if ((await dialogs(page).count()) === 0) return;
  await expectClear(page, name);
  await expectNoFaults(page, name);
  const size = page.viewportSize();
  expect.soft(await lostWhenNarrow(page), `${name}: lost when narrow`).toEqual([]);
  const isInside = await page.evaluate(
    () => document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') !== null,
  );
  expect.soft(isInside, `${name}: the dialog has the focus`).toBe(true);
  await expectUncovered(page, name);
  if (size) await page.setViewportSize(size);
  // Esc would end the tooltip of the button that was looked at last.
  await dialogs(page).getByRole('heading').first().focus();
}

/** Closes what lies over the page; whether what opened it, if it is there still, had the focus before: a screen reader says it only then. */
async function closes(page: Page, what: string): Promise<boolean> {
  await page.evaluate(() => {
    const observer = new MutationObserver((records) => {
      const gone = records.flatMap(({ removedNodes }) => [...removedNodes]);
      const isDialog = (node: Node) =>
        node instanceof Element && node.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
      if (!gone.some(isDialog)) return;
      observer.disconnect();
      const { opener } = window as unknown as { readonly opener: Element };
      Object.assign(window, { hadFocus: document.activeElement !== document.body || !opener.isConnected });
    });
    observer.observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { hadFocus: false });
  });
  if ((await dialogs(page).count()) === 0) return true;
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogs(page).allTextContents(), `${what}, closed`).toEqual([]);
  return page.evaluate(() => 'hadFocus' in window && window.hadFocus === true);
}

/** Presses a button and says where the focus was lost; a dialog or menu that opens is looked at, and closed. */
export async function lostBy(page: Page, button: string): Promise<readonly string[]> {
  if (!(await press(page, button))) return [];
  const lost = (await hasFocus(page)) ? [] : [button];
  // What it shows is fetched first.
  if (/^(Preview|Look at it)/.test(button)) await dialogs(page).waitFor();
  if ((await dialogs(page).count()) === 0) return lost;
  if ((await page.getByRole('menu').count()) === 0) await lookAtDialog(page, button);
  // The calendar is the library's own.
  if (!(await closes(page, button)) && !button.startsWith('Calendar'))
    lost.push(`${button}, closed before the focus was back`);
  return (await hasFocus(page)) ? lost : [...lost, `${button}, closed`];
}

/** Kinds of buttons that were pressed, by page: the head and the list of sections are the same everywhere. */
const pressed = new WeakMap<Page, Set<string>>();

/**
 * Presses one button of each kind on a page, and then, once all that can be chosen is, those that have come: after each,
 * something has the focus, and no status came together with its text.
 * @param again goes back to the page, should a button lead elsewhere
 */
export async function expectFocusKept(page: Page, what: string, again: () => Promise<unknown>): Promise<void> {
  const here = page.url();
  const known = pressed.get(page) ?? new Set();
  pressed.set(page, known);
  const silent = await watchStatuses(page);
  // A second window would have the screen to itself, and this one would draw no more.
  page.on('popup', (second) => void second.close().then(() => page.bringToFront()));
  for (const prepare of [null, answerAll]) {
    await prepare?.(page);
    for (const { kind, name } of await buttonsToPress(page)) {
      if (known.has(kind)) continue;
      known.add(kind);
      expect.soft(await lostBy(page, name), what).toEqual([]);
      expect.soft(await silent(), `${what}, ${name}: statuses that came with their text`).toEqual([]);
      if (page.url() !== here) await again();
    }
  }
}
