import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '#test/support/project.ts';
import { SURFACES } from '#test/support/surfaces.ts';

/** The parts that pages, dialogs and menus are made of, and a part of a field that is React Aria's own. */
const MADE_OF = ['components/dialog.tsx', 'components/menu.tsx', 'components/date-field.tsx'];

/** Whether a file is a page, or opens a dialog or a menu. */
function isSurface(file: string, source: string): boolean {
  return file.endsWith('-page.tsx') || /<(?:Dialog|ConfirmDialog|Menu)\b/.test(source);
}

const FILES = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.tsx') && !MADE_OF.includes(file));

describe('what is shown', () => {
  it('is in the list of what is looked at, pressed and listened to: every page, dialog and menu', () => {
    const shown = FILES.filter((file) => isSurface(file, readFileSync(inProject('renderer', file), 'utf8')));
    expect(shown.toSorted()).toEqual(Object.keys(SURFACES).toSorted());
  });

  it.each(Object.entries(SURFACES))('%s stands in a walk', (_file, { spec, at }) => {
    const walk = readFileSync(inProject('test/e2e', spec), 'utf8').replace(/\s+/g, ' ');
    expect(walk.includes(at) || walk.includes(at.replaceAll("'", '"')), `${spec}: ${at}`).toBe(true);
  });
});
