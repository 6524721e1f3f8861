import { describe, expect, it } from 'vitest';
import { shippedText } from '#test/support/shipped.ts';

/** Each test that the page names: its file, and its title. */
function namedTests(): readonly (readonly [file: string, title: string])[] {
  const page = shippedText('docs/security.md').replace(/\s+/g, ' ');
  return [...page.matchAll(/`(test\/[^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => [file, title] as const),
  );
}

describe('docs/security.md', () => {
  it.each(namedTests())('names a test that exists: %s, “%s”', (file, title) => {
    expect(shippedText(file)).toContain(`'${title}'`);
  });

  it('names one for each point of Electron’s checklist but the one that no test can see', () => {
    const rows = [...shippedText('docs/security.md').matchAll(/^\| (\d+) \|.*$/gm)];
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(rows.filter(([row]) => !row.includes('`test/')).map(([, number]) => number)).toEqual(['16']);
  });
});
