import { describe, expect, it } from 'vitest';
import { shippedText } from '#test/support/shipped.ts';

/** Each test that the page names: its file, and its title. */
function namedTests(name: string): readonly (readonly [file: string, title: string])[] {
  const page = shippedText(name).replace(/\s+/g, ' ');
  return [...page.matchAll(/`(test\/[^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => [file, title] as const),
  );
}

describe.each(['docs/security.md', 'docs/seals.md', 'docs/verify.md'])('%s', (page) => {
  it.each(namedTests(page))('names a test that exists: %s, “%s”', (file, title) => {
    expect(shippedText(file)).toContain(`'${title}'`);
  });

  it('names files that exist', () => {
    const files = [...shippedText(page).matchAll(/`(test\/[^`]+\.ts)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(() => shippedText(file), file).not.toThrow();
  });
});

describe('docs/security.md', () => {
  it('names one for each point of Electron’s checklist but the one that no test can see', () => {
    const rows = [...shippedText('docs/security.md').matchAll(/^\| (\d+) \|.*$/gm)];
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(rows.filter(([row]) => !row.includes('`test/')).map(([, number]) => number)).toEqual(['16']);
  });
});
