import type { Page } from 'playwright/test';

/** What the browser tells a screen reader of one control. */
interface Control {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  /** Name of the group that a radio button or a part of a date is read out with. */
  readonly group: string;
}

interface Value {
  readonly value?: unknown;
}

interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

const CONTROLS = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'combobox', 'ComboBoxSelect', 'checkbox', 'radio'],
  ...['spinbutton', 'tab', 'DisclosureTriangle', 'switch', 'slider'],
]);
/** They are read out with their group. */
const GROUPED = new Set(['radio', 'spinbutton']);
const GROUPS = new Set(['group', 'radiogroup']);

/** Every control of the page as the browser describes it to assistive programs. */
export async function controlsOf(page: Page): Promise<readonly Control[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const groupOf = (node: AxNode): string => {
    for (let above = byId.get(node.parentId ?? ''); above; above = byId.get(above.parentId ?? '')) {
      if (!above.ignored && GROUPS.has(text(above.role))) return text(above.name);
    }
    return '';
  };
  return (
    nodes
      // The button inside a combo box is a part of it, and no stop of its own.
      .filter((node) => !node.ignored && CONTROLS.has(text(node.role)) && text(node.name) !== 'Show suggestions')
      .map((node) => ({
        role: text(node.role),
        name: text(node.name),
        description: text(node.description),
        url: text(node.properties?.find(({ name }) => name === 'url')?.value),
        group: GROUPED.has(text(node.role)) ? groupOf(node) : '',
      }))
  );
}

function text(value: Value | undefined): string {
  return String(value?.value ?? '').trim();
}

/** Controls that cannot be told apart by name and description, or have no name. Links to one place are one. */
export async function unclearControls(page: Page): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  for (const { role, name, description, url, group } of await controlsOf(page)) {
    const key = [role, name, description, url, group].filter((part) => part !== '').join(' | ');
    counts.set(name === '' ? `no name: ${key}` : key, (counts.get(key) ?? 0) + (url === '' ? 1 : 0));
  }
  // React Aria puts a hidden button at either end of what lies over the page.
  counts.delete('button | Dismiss');
  return [...counts].filter(([key, count]) => count > 1 || key.startsWith('no name')).map(([key]) => key);
}

/** Headings that leave out a level below the one before them. */
export async function headingLeaps(page: Page): Promise<readonly string[]> {
  const headings = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && one.closest('[inert]') === null)
        .map((one) => ({ level: Number(one.tagName[1]), text: (one.textContent ?? '').slice(0, 60) })),
    );
  return headings
    .filter(({ level }, index) => index > 0 && level - (headings[index - 1]?.level ?? level) > 1)
    .map(({ level, text }) => `h${level} “${text}”`);
}

/** Fields that lie in a live region, whose every letter would be read out with all that surrounds them. */
export function fieldsInLiveRegions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"]')]
      .flatMap((region) => [...region.querySelectorAll('input, textarea, select, [contenteditable="true"]')])
      .map((field) => field.outerHTML.slice(0, 120)),
  );
}

/** Controls whose name lacks what is written on them, so that they cannot be called by voice. */
export async function unspeakableNames(page: Page): Promise<readonly string[]> {
  const controls = page.locator('[aria-label]:is(button, a, summary, input, textarea, select, [role="tab"])');
  const pairs = await controls.evaluateAll((elements) => {
    const isSeen = (node: Node) =>
      !(node instanceof HTMLElement) ||
      (!node.matches('[aria-hidden="true"], kbd, .visually-hidden') && node.checkVisibility());
    const seen = (node: Node): string =>
      node instanceof Text ? node.data : [...node.childNodes].filter(isSeen).map(seen).join('');
    return elements.map((element) => {
      const label = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined;
      const written = element.matches('textarea, select') ? label : (label ?? element);
      return { name: element.ariaLabel ?? '', words: written ? seen(written) : '' };
    });
  });
  return pairs
    .filter(({ name, words }) => !plain(name).includes(plain(words)))
    .map(({ name, words }) => `“${words}” is called “${name}”`);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('(needed)', '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Stops of the focus that a bar or a panel covers for the most part while they have it. */
export function coveredStops(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:not(:disabled), input:not(:disabled), textarea, select, summary, [tabindex="0"]',
      ),
    ].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }));
    const layers = [...document.querySelectorAll('*')].filter((element) =>
      ['sticky', 'fixed'].includes(getComputedStyle(element).position),
    );
    const covered: string[] = [];
    for (const stop of stops) {
      // What has the focus already would not come into view.
      stop.blur();
      stop.focus();
      if (document.activeElement !== stop) continue;
      const shown = stop.closest('label') ?? stop;
      const box = shown.getBoundingClientRect();
      const left = Math.max(box.left, 0) + 2;
      const right = Math.min(box.right, innerWidth) - 2;
      const top = Math.max(box.top, 0) + 2;
      const bottom = Math.min(box.bottom, innerHeight) - 2;
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 2, top + 2],
        [right - 2, bottom - 2],
      ] as const;
      const isSeen = ([x, y]: readonly [number, number]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && !layers.some((layer) => layer.contains(hit) && !layer.contains(shown));
      };
      if (points.filter(isSeen).length < 2) {
        const by = points.map(([x, y]) => document.elementFromPoint(x, y)?.className);
        covered.push(
          `${stop.tagName} “${(stop.ariaLabel ?? stop.textContent ?? '').slice(0, 50)}” by ${by.join(', ')}`,
        );
      }
    }
    return covered;
  });
}

/** Heights of the bars that stick, as parts of the window's height. */
export function barHeights(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.top-bar, .result-bar, .dialog__actions')]
      .filter((bar) => ['sticky', 'fixed'].includes(getComputedStyle(bar).position))
      .map((bar) => bar.getBoundingClientRect().height / innerHeight),
  );
}

/** Has the page write down everything that its live regions come to say. */
export async function recordVoice(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const LIVE = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output';
    new MutationObserver((records) => {
      for (const { target, addedNodes, type } of records) {
        const place = target instanceof Element ? target : target.parentElement;
        const region = place?.closest(LIVE);
        if (!region) continue;
        const nodes = type === 'characterData' ? [target] : [...addedNodes];
        heard.push(...nodes.map((node) => (node.textContent ?? '').trim()).filter((words) => words !== ''));
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return () =>
    page.evaluate(() => {
      const { heard } = window as unknown as { readonly heard: string[] };
      return heard.splice(0);
    });
}
