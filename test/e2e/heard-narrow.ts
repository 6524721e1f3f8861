import type { Page } from 'playwright/test';
import { controlsOf } from './heard-checks.ts';

/** Names that stand for the same thing in a narrow window: the list of sections folds away there. */
const ONLY_NARROW = /^Section \d+ of \d+|^Sections$/;

/** Opens what folds away where there is no room, so that what is in it counts as there; not behind a dialog, which would get the key. */
async function unfold(page: Page): Promise<void> {
  const toggle = page.locator('.rail__toggle[aria-expanded="false"]:not([inert] *)');
  if (await toggle.isVisible()) await toggle.press('Enter');
}

async function namesOf(page: Page): Promise<ReadonlySet<string>> {
  const controls = await controlsOf(page);
  return new Set(controls.filter(({ name }) => !ONLY_NARROW.test(name)).map(({ role, name }) => `${role} ${name}`));
}

/** The names on the page, each part of which is drawn at the latest when it comes into view; ends once all that are wanted are found. */
async function namesWhileScrolling(page: Page, wanted: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set(await namesOf(page));
  const isDone = () => [...wanted].every((name) => found.has(name));
  await page.evaluate(() => scrollTo(0, 0));
  while (!isDone()) {
    const isEnd = await page.evaluate(async () => {
      const from = scrollY;
      scrollBy(0, innerHeight);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return scrollY === from;
    });
    for (const name of await namesOf(page)) found.add(name);
    if (isEnd) break;
  }
  return found;
}

/** What a wide window has and a narrow one lacks; leaves the window narrow. */
export async function lostWhenNarrow(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1280, height: 720 });
  const wide = await namesOf(page);
  const lost: string[] = [];
  for (const size of [
    { width: 440, height: 700 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size);
    await unfold(page);
    const narrow = await namesWhileScrolling(page, wide);
    lost.push(...[...wide].filter((name) => !narrow.has(name)).map((name) => `${size.width}: ${name} is gone`));
    lost.push(...(await cutOff(page)).map((what) => `${size.width}: ${what}`));
  }
  return lost;
}

/** Text that is cut off and cannot be scrolled to, and whatever reaches beyond the window. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const beyond = root.scrollWidth - root.clientWidth;
    const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const isCut = (element: HTMLElement) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return (
        (isClipped(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (isClipped(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const cut = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => !element.closest('svg, [aria-hidden="true"], select') && element.checkVisibility())
      // Words for screen readers only are a pixel wide.
      .filter((element) => element.clientWidth > 1 && element.textContent?.trim() && isCut(element))
      .map((element) => `.${element.className} is cut: ${element.textContent?.slice(0, 40)}`);
    return beyond > 0 ? [`scrolls sideways by ${beyond}`, ...cut] : cut;
  });
}
