import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTROL_KEYS, SHORTCUTS, STAGE_KEYS, writeKeys } from '#renderer/base/shortcuts.ts';
import { ROOT } from '#test/support/project.ts';
import { shippedText } from '#test/support/shipped.ts';

const PICTURES = 'docs/screenshots';

const pages = ['.', 'docs', 'docs/adr']
  .flatMap((folder) => readdirSync(path.join(ROOT, folder)).map((name) => path.join(folder, name)))
  .filter((name) => name.endsWith('.md'));

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

  it('names only files of the project that are there', () => {
    const named = shippedText(page).matchAll(/`((?:main|renderer|shared|test|scripts|templates|docs)\/[\w./-]+)`/g);
    expect([...named].map(([, file = '']) => file).filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('names only what stands in the file it says', () => {
    const named = shippedText(page).matchAll(/`([A-Za-z_]\w*)` in\s+`([\w./-]+\.[jt]sx?)`/g);
    const missing = [...named].filter(
      ([, name = '', file = '']) => !new RegExp(`\\b${name}\\b`).test(shippedText(file)),
    );
    expect(missing.map(([text]) => text)).toEqual([]);
  });

  it('leads those whom it shows a command to the page that explains it', () => {
    const isOwnPage = page === 'docs/command-line.md' || page === 'CHANGELOG.md' || page.startsWith('docs/adr/');
    const showsCommand = /groundwork (?:--|[a-z])/.test(
      shippedText(page).replaceAll(/!?\[[^\]]*\]\([^)]*\.png\)/g, ''),
    );
    const leads = targetsOf(page).some((target) => resolved(page, target).file === 'docs/command-line.md');
    expect(!showsCommand || isOwnPage || leads).toBe(true);
  });
});

describe('docs/user-guide.md', () => {
  it('lists every key as the shortcut sheet does', () => {
    const guide = shippedText('docs/user-guide.md');
    const row = (keys: string, text: string) => guide.includes(`| ${keys} | ${text} |`);
    const code = (keys: string) =>
      writeKeys(keys, false)
        .split(' then ')
        .map((key) => `\`${key}\``)
        .join(' then ');
    const missing = [
      ...Object.values(SHORTCUTS).filter(({ keys, text }) => !row(keys.map(code).join(' or '), text)),
      ...CONTROL_KEYS.filter(({ text }) => !guide.includes(`| ${text} | controls |`)),
      ...STAGE_KEYS.filter(({ text }) => !guide.includes(`| ${text} | stage |`)),
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
