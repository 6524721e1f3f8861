import { describe, expect, it } from 'vitest';
import {
  HOME_HREF,
  historyHref,
  IMPORT_HREF,
  NEW_HREF,
  newReviewHref,
  parseRoute,
  recordHref,
  reviewHref,
  roomHref,
  sectionHref,
  stageHref,
  TEMPLATES_HREF,
  TRASH_HREF,
  templateUpdateHref,
  VERIFY_HREF,
  verifySealedHref,
  voteHref,
  votesHref,
} from '#renderer/base/routes.ts';
import { type KeyPress, matches, SHORTCUTS, writeKeys } from '#renderer/base/shortcuts.ts';
import { nextOpenPoint, openAt } from '#renderer/pages/review/next-open-point.ts';
import type { OpenPoint, SectionProgress } from '#shared/review/progress.ts';

const ID = '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11';

describe('routes', () => {
  it('reads what it writes', () => {
    expect(parseRoute(HOME_HREF)).toEqual({ page: 'home', action: null });
    expect(parseRoute(NEW_HREF)).toEqual({ page: 'home', action: 'new' });
    expect(parseRoute(IMPORT_HREF)).toEqual({ page: 'home', action: 'import' });
    expect(parseRoute(TEMPLATES_HREF)).toEqual({ page: 'templates' });
    expect(parseRoute(newReviewHref('abc'))).toEqual({ page: 'home', action: 'new', template: 'abc' });
    expect(parseRoute(templateUpdateHref(ID))).toEqual({ page: 'template-update', review: ID, template: null });
    expect(parseRoute(templateUpdateHref(ID, 'abc'))).toEqual({ page: 'template-update', review: ID, template: 'abc' });
    expect(parseRoute(VERIFY_HREF)).toEqual({ page: 'verify', sealed: null });
    expect(parseRoute(verifySealedHref(ID))).toEqual({ page: 'verify', sealed: ID });
    expect(parseRoute(TRASH_HREF)).toEqual({ page: 'trash' });
    expect(parseRoute(recordHref(ID))).toEqual({ page: 'record', review: ID });
    expect(parseRoute(voteHref(ID, 'rule.safety'))).toEqual({ page: 'vote', review: ID, thing: 'rule.safety' });
    expect(parseRoute(votesHref(ID))).toEqual({ page: 'votes', review: ID });
    expect(parseRoute(roomHref(ID))).toEqual({ page: 'room', review: ID });
    expect(parseRoute(stageHref(ID))).toEqual({ page: 'stage', review: ID, thing: null });
    expect(parseRoute(stageHref(ID, 'rule.safety'))).toEqual({ page: 'stage', review: ID, thing: 'rule.safety' });
    expect(parseRoute(historyHref(ID))).toEqual({ page: 'history', review: ID, from: null, to: null });
    expect(parseRoute(historyHref(ID, 'signed', 'now'))).toEqual({
      page: 'history',
      review: ID,
      from: 'signed',
      to: 'now',
    });
    expect(parseRoute(reviewHref(ID))).toEqual({ page: 'section', review: ID, section: null, target: null });
    expect(parseRoute(sectionHref(ID, 'rule'))).toEqual({ page: 'section', review: ID, section: 'rule', target: null });
    expect(parseRoute(sectionHref(ID, 'rule', 'rule.safety'))).toEqual({
      page: 'section',
      review: ID,
      section: 'rule',
      target: 'rule.safety',
    });
  });

  it('leads home from anything else', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/review', '#/review/', '#/review/%E0%A4%A']) {
      expect(parseRoute(hash)).toEqual({ page: 'home', action: null });
    }
  });
});

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('shortcuts', () => {
  it('tells undo from redo', () => {
    expect(matches('Mod+Z', press('z', { ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  it('takes Command for Control on a Mac', () => {
    expect(matches('Mod+E', press('e', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+E', press('e', { ctrlKey: true }), true)).toBe(false);
    expect(matches('Mod+E', press('e', { metaKey: true }), false)).toBe(false);
  });

  it('takes a character however the keyboard makes it, but letters only without Shift', () => {
    expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matches('/', press('/', { shiftKey: true }), false)).toBe(true);
    expect(matches('N', press('n'), false)).toBe(true);
    expect(matches('N', press('N', { shiftKey: true }), false)).toBe(false);
    expect(matches('N', press('n', { ctrlKey: true }), false)).toBe(false);
  });

  it('knows an Alt combination by its key where Alt types another letter', () => {
    expect(matches('Alt+O', press('ø', { altKey: true, code: 'KeyO' }), true)).toBe(true);
    expect(matches('Alt+ArrowDown', press('ArrowDown', { altKey: true }), false)).toBe(true);
  });

  it('gives no two shortcuts of one place the same keys', () => {
    for (const where of ['home', 'review'] as const) {
      const keys = Object.values(SHORTCUTS)
        .filter((shortcut) => shortcut.where === where || shortcut.where === 'everywhere')
        .flatMap((shortcut) => shortcut.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('writes keys as the platform does', () => {
    expect(writeKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(writeKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(writeKeys('Alt+ArrowDown', false)).toBe('Alt+↓');
    expect(writeKeys('G H', false)).toBe('G then H');
  });
});

describe('nextOpenPoint', () => {
  const point = (section: OpenPoint['section'], target: string): OpenPoint => ({ section, target, text: target });
  const section = (kind: OpenPoint['section'], ...openPoints: OpenPoint[]): SectionProgress => ({
    kind,
    title: kind,
    state: openPoints.length > 0 ? 'open' : 'complete',
    blockedBy: '',
    openPoints,
  });
  const a = point('context', 'context.component');
  const b = point('path', 'path.tooling');
  const c = point('path', 'path.service');
  const progress = [section('context', a), section('rule'), section('path', b, c)];

  it('starts with the section shown or a later one', () => {
    expect(nextOpenPoint(progress, 'context', null)).toBe(a);
    expect(nextOpenPoint(progress, 'rule', null)).toBe(b);
    expect(nextOpenPoint(progress, null, null)).toBe(a);
  });

  it('goes on from the last one and begins again after the end', () => {
    expect(nextOpenPoint(progress, 'path', b.target)).toBe(c);
    expect(nextOpenPoint(progress, 'path', c.target)).toBe(a);
  });

  it('moves past a place with several open points', () => {
    const twice = [section('path', b, point('path', b.target), c)];
    expect(nextOpenPoint(twice, 'path', b.target)).toBe(c);
  });

  it('stays where something else has become owed since, and only then', () => {
    const before = [section('path', { ...b, text: 'Plan it' }, c)];
    const seen = openAt(before, b.target);
    const owed = { ...b, text: 'Name the owner' };
    const after = [section('path', owed, { ...b, text: 'Name the work item' }, c)];
    expect(nextOpenPoint(after, 'path', b.target, seen)).toBe(owed);
    expect(nextOpenPoint(after, 'path', b.target, openAt(after, b.target))).toBe(c);
    expect(nextOpenPoint([section('path', c)], 'path', b.target, seen)).toBe(c);
  });

  it('is null when nothing is open', () => {
    expect(nextOpenPoint([section('rule')], 'rule', null)).toBeNull();
  });
});
