import type { Page } from 'playwright/test';

/**
 * Has the page write down each status that comes together with its text, which no screen reader speaks: a live region has to be
 * there before. One that stands in a new part with a heading or a control of its own, as on another page, is read there; an
 * alert is spoken when it comes, unless what it stands in is new as well.
 */
export async function watchStatuses(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const silent: string[] = [];
    Object.assign(window, { silent });
    const STATUS = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="log"], output';
    const READ = 'h1, h2, h3, h4, a[href], button, input, select, textarea, [role="dialog"], [role="alertdialog"]';
    const all = (part: Element, selector: string) =>
      [part, ...part.querySelectorAll(selector)].filter((one) => one.matches(selector));
    const mutes = (part: Element) => [
      ...all(part, STATUS),
      ...all(part, '[role="alert"]').filter((alert) => alert !== part),
    ];
    new MutationObserver((records) => {
      const parts = records
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter((node) => node instanceof Element)
        .filter((part) => part.isConnected && all(part, READ).length === 0);
      for (const status of parts.flatMap(mutes)) {
        const text = (status.textContent ?? '').trim();
        if (text !== '') silent.push(`${status.tagName}.${status.className}: ${text.slice(0, 80)}`);
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  return () =>
    page.evaluate(() => {
      const { silent } = window as unknown as { readonly silent: string[] };
      return silent.splice(0);
    });
}
