import type { Page } from 'playwright/test';
import { controlsOf } from './heard-checks.ts';

/** Links that are heard alike and lead to different places. */
export async function unclearLinks(page: Page): Promise<readonly string[]> {
  const places = new Map<string, Set<string>>();
  for (const { role, name, description, url } of await controlsOf(page)) {
    if (role !== 'link' || url === '') continue;
    const heard = [name, description].filter((part) => part !== '').join(' | ');
    places.set(heard, (places.get(heard) ?? new Set()).add(url));
  }
  return [...places]
    .filter(([, urls]) => urls.size > 1)
    .map(([heard, urls]) => `“${heard}” leads to ${urls.size} places`);
}

/** Arrows and numbers in brackets that are read out as such; where keys are written, an arrow is one. */
export function signsReadOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SIGNS = /[←↑→↓⇒]|(?<=^|\s)\[\d+\]/u;
    const isHeard = (element: Element | null) =>
      element !== null &&
      element.closest('[aria-hidden="true"], [inert], [role="img"], svg, kbd, script, style, textarea') === null &&
      element.checkVisibility();
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { nodeValue, parentElement } = texts.currentNode;
      if (SIGNS.test(nodeValue ?? '') && isHeard(parentElement)) found.push((nodeValue ?? '').trim().slice(0, 60));
    }
    for (const element of document.querySelectorAll('[aria-label], [aria-description], [alt]')) {
      const words = [element.ariaLabel, element.ariaDescription, element.getAttribute('alt')].join(' ');
      if (SIGNS.test(words) && !element.closest('[aria-hidden="true"], [inert]')) found.push(words.trim().slice(0, 60));
    }
    return found;
  });
}

/** Words of headings, badges, buttons and labels that go on in the next line, though the line would hold them. */
export function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const PLACES =
      'h1, h2, h3, h4, h5, th, dt, label, legend, summary, button, .button, .badge, [role="tab"], [role="columnheader"], .choice__text, .save-indicator, .field__label, nav a';
    /** A word of the language; names of files and addresses are none, and break anywhere. */
    const WORD = /(?<=^|[\s(“„"–—-])[\p{L}\p{M}’']{2,}(?=$|[\s).,;:!?…”“"–—-])(?![.:]\S)/gu;
    const isSeen = (element: Element | null) =>
      element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      // What is heard only is a pixel wide.
      element.getBoundingClientRect().width > 2 &&
      element.closest('.visually-hidden, [aria-hidden="true"], select, svg') === null;
    const textsOf = (place: Element) => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      return texts.filter((text) => isSeen(text.parentElement));
    };
    const isBroken = (text: Text, index: number, word: string) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    const broken = [...document.querySelectorAll(PLACES)].flatMap((place) =>
      textsOf(place).flatMap((text) =>
        [...text.data.matchAll(WORD)]
          .filter(({ 0: word, index }) => isBroken(text, index, word))
          .map(([word]) => `“${word}” in ${place.tagName.toLowerCase()}.${place.className}`),
      ),
    );
    return [...new Set(broken)];
  });
}
