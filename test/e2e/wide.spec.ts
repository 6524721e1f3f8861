import type { Page } from 'playwright/test';
import { goTo, pagesOf } from './heard-walk.ts';
import { expect, test } from './host.ts';

/** Parts of a review whose cards, tables and fields can stand beside each other. */
const WIDE = /\/(context|screening|options|strategy|risks|evidence|audit|decision|history)$/;

/** Where the rightmost thing on the page ends, as a part of the window's width. */
function reach(page: Page): Promise<number> {
  return page.evaluate(() => {
    const edges = [...document.querySelectorAll('main :is(.card, table, fieldset, input, textarea, ul)')]
      .filter((part) => part.checkVisibility() && part.closest('.visually-hidden') === null)
      .map((part) => part.getBoundingClientRect().right);
    return Math.max(0, ...edges) / innerWidth;
  });
}

/** Texts of several lines with more than `most` characters in a line. */
function longLines(page: Page, most: number): Promise<readonly string[]> {
  return page.evaluate((limit) => {
    const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    const long: string[] = [];
    while (texts.nextNode()) {
      const { parentElement, nodeValue } = texts.currentNode;
      const text = (nodeValue ?? '').replace(/\s+/g, ' ').trim();
      if (text.length <= limit || !parentElement?.checkVisibility() || parentElement.closest('.visually-hidden'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      if (text.length / lines > limit)
        long.push(
          `${Math.round(text.length / lines)} a line, in ${parentElement.tagName.toLowerCase()}.${parentElement.className}: ${text.slice(0, 60)}`,
        );
    }
    return long;
  }, most);
}

test('a window of 1920 × 1080 is used to its right, and no line of text gets too long to be read', async ({ host }) => {
  const page = await host.open();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: 'Open a copy of “Read States: from Go to Rust”' }).press('Enter');
  await page.locator('.rail').waitFor();
  for (const address of await pagesOf(page)) {
    const name = await goTo(page, address);
    if (WIDE.test(address)) expect.soft(await reach(page), `${name} reaches`).toBeGreaterThan(0.75);
    expect.soft(await longLines(page, 110), `${name}: lines of text`).toEqual([]);
  }
});
