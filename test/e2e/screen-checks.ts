import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeResult, Result } from 'axe-core';
import { expect, type Page } from 'playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Faults that axe finds on a screen, as readable lines. The window is as tall as the page meanwhile: bars
 * that stick to its edges then cover no control, and rows that are drawn when they come into view are there.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size) await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  const faults = await faultsInView(page);
  if (size) await page.setViewportSize(size);
  return faults;
}

async function faultsInView(page: Page): Promise<readonly string[]> {
  // A colour on its way to another one is neither of them.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  // What passes is thousands of places on some screens: none of it is described, nor sent over here.
  const violations = (await page.evaluate(`axe
    .run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      // A stage that was blanked has none; where there is something to read, a test counts them.
      rules: { 'page-has-heading-one': { enabled: false } },
    })
    .then((results) => results.violations)`)) as readonly Result[];
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !isCovered(node) && !isMeant(id, node))
      .map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}${besides(node)}`),
  );
}

/** What else has a part in a fault, such as another landmark of the same name. */
function besides({ any }: NodeResult): string {
  const others = any.flatMap(({ relatedNodes = [] }) => relatedNodes.map(({ html }) => html.slice(0, 160)));
  return others.length === 0 ? '' : ` beside ${others.join(', ')}`;
}

/** What is as it is on purpose. */
function isMeant(rule: string, { html }: NodeResult): boolean {
  // A grid cell is moved to with keys and never called by its name, so its name may sum up what it shows.
  if (rule === 'label-content-name-mismatch') return /^<td[^>]* data-place=/.test(html);
  // A combo box that takes more lines when its text does is a text area, which the list of roles for elements does not foresee.
  return rule === 'aria-allowed-role' && /^<textarea[^>]* role="combobox"/.test(html);
}

/** A target that a bar at the edge of the window covers until the page is scrolled is not a small one. */
function isCovered(node: NodeResult): boolean {
  return node.any.some((check) => /obscured/i.test(String(check.data?.messageKey)));
}

const COLOURS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** axe finds nothing in light, dark and forced colours. */
export async function expectNoFaults(page: Page, what: string): Promise<void> {
  for (const colours of COLOURS) {
    await page.emulateMedia({ ...colours, reducedMotion: 'reduce' });
    expect
      .soft(await accessibilityFaults(page), `${what}, ${colours.colorScheme}, ${colours.forcedColors}`)
      .toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
}

/** No part of a screen reaches beyond its width. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The smallest type that a room is shown, in px: not what only whoever sits at the keyboard needs. */
export function smallestType(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = document.querySelectorAll(
      '.stage-page :not(.visually-hidden, .stage-page__controls *, .vote__keyboard, .vote__keyboard *)',
    );
    const sizes = [...all]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    if (sizes.length === 0) throw new Error('The room is shown no words');
    return Math.min(...sizes);
  });
}
