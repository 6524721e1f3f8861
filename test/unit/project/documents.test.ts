import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTROL_KEYS, SHORTCUTS, writeKeys } from '#renderer/base/shortcuts.ts';
import { ROOT } from '#test/support/project.ts';
import { shippedText } from '#test/support/shipped.ts';

const PICTURES = 'docs/screenshots';

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...['docs', 'docs/adr'].flatMap((folder) => readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`)),
].filter((name) => name.endsWith('.md'));

/** What a page links to or shows, but for addresses on the web. */
function targetsOf(page: string): readonly string[] {
  const links = [...shippedText(page).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)];
  return links.map((match) => match[1] ?? match[2] ?? '').filter((target) => !/^https?:/.test(target));
}

/** Path of a target from the project's folder, and the anchor after `#`. */
function resolved(page: string, target: string): { readonly file: string; readonly anchor: string } {
  const [file = '', anchor = ''] = target.split('#');
  return { file: file === '' ? page : path.join(path.dirname(page), file), anchor };
}

/** The anchors that GitHub makes from a page's headings. */
function anchorsOf(page: string): readonly string[] {
  return [...shippedText(page).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  it('links only to what is there', () => {
    const broken = targetsOf(page).filter((target) => {
      const { file, anchor } = resolved(page, target);
      if (!existsSync(path.join(ROOT, file))) return true;
      return anchor !== '' && !anchorsOf(file).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe('README.md', () => {
  it('lists every key as the shortcut sheet does', () => {
    const readme = shippedText('README.md');
    const row = (keys: string, text: string) => readme.includes(`| ${keys} | ${text} |`);
    const code = (keys: string) =>
      writeKeys(keys, false)
        .split(' then ')
        .map((key) => `\`${key}\``)
        .join(' then ');
    const missing = [
      ...Object.values(SHORTCUTS).filter(({ keys, text }) => !row(keys.map(code).join(' or '), text)),
      ...CONTROL_KEYS.filter(({ text }) => !readme.includes(`| ${text} | controls |`)),
    ];
    expect(missing).toEqual([]);
  });
});

describe(PICTURES, () => {
  it('holds no picture that no page shows', () => {
    const shown = new Set(pages.flatMap((page) => targetsOf(page).map((target) => resolved(page, target).file)));
    const forgotten = readdirSync(path.join(ROOT, PICTURES)).filter((name) => !shown.has(`${PICTURES}/${name}`));
    expect(forgotten).toEqual([]);
  });
});
