import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#test/support/project.ts';
import { shippedText } from '#test/support/shipped.ts';

/** Labels that people stumbled over in front of a room; what the screens say now stands behind each. */
const STUMBLED_OVER: Readonly<Record<string, string>> = {
  Blocked: 'what has to come first, in a sentence',
  'Take over': 'what is taken, and where it goes',
  Form: 'what is laid out so',
  'Close…': 'It is met…',
  'Tracked by': 'what shows that it came',
  'It does not hold any more…': 'Retire this decision…',
  Fit: 'what fits what',
  Fits: 'Suitable',
  'Does not fit': 'Not suitable',
  'No verdict': 'what the rule leaves to the team',
  'Simplest language': 'what to take instead, in a sentence',
};

const FILES = ['renderer', 'shared', 'main'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name)),
);

/** The labels above that a source shows, each as the whole of a text or with a colon behind it. */
function stumbledOverIn(source: string): readonly string[] {
  // What is only compared with is shown to nobody, such as the kinds of parts of a PDF.
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|[!=]== '[^']*'/gm, '');
  return Object.keys(STUMBLED_OVER).filter((label) =>
    new RegExp(`(['"\`>}]|^[ \\t]+)${label}(: ?[$'"\`<{]|['"\`<{]|[ \\t]*$)`, 'm').test(code),
  );
}

describe('labels that people stumbled over', () => {
  it.each([
    "text: 'Blocked'",
    '<Button>Take over</Button>',
    '      Close…\n',
    'label="Fit"',
    '<p>Tracked by: {what}</p>',
  ])('are found in %s', (source) => {
    expect(stumbledOverIn(source)).toHaveLength(1);
  });

  it('are not taken for what only begins with them', () => {
    expect(stumbledOverIn("'Fits when' + 'Blocked by nobody' // Form\n<Fit />")).toEqual([]);
  });

  it('stand nowhere in the program', () => {
    expect(FILES.length).toBeGreaterThan(500);
    const found = FILES.flatMap((file) => stumbledOverIn(shippedText(file)).map((label) => `${file}: ${label}`));
    expect(found).toEqual([]);
  });
});
