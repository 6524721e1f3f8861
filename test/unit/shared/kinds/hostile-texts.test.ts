import { describe, expect, it } from 'vitest';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { auditFromManifest } from '#shared/kinds/audit/import-manifest.ts';
import { parseRoster } from '#shared/kinds/context/roster.ts';
import { sectionOf } from '#shared/template/template.ts';
import { HOSTILE_MANIFESTS, HOSTILE_ROSTERS } from '#test/support/hostile/texts.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { dueToday } from '#test/support/slice.ts';

const audit = sectionOf(rustTemplate, 'audit');
/** Milliseconds of a processor for which the page may stand still. */
const HELD = 1_000;

/** How long something takes a processor, in milliseconds. */
function workOf<Result>(act: () => Result): { readonly work: number; readonly result: Result } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { work: (user + system) / 1000, result };
}

describe('a pasted text that was made to do harm', () => {
  it.each(dueToday(HOSTILE_MANIFESTS, 8))(
    'is read at once as a manifest, or refused with a word: $name',
    ({ make }) => {
      if (!audit) throw new Error('The template has an audit');
      const text = make().toString();
      let id = 0;
      const { work, result } = workOf(() =>
        auditFromManifest(audit, { text, withDevelopment: true }, [], () => `new-${id++}`),
      );
      expect(work).toBeLessThan(HELD);
      expect(result.added.length).toBeLessThanOrEqual(LIST_LIMIT);
      expect(result.summary.length).toBeLessThan(5_000);
      expect(result.summary).toMatch(/^[A-Z0-9].*\.$/su);
    },
  );

  it.each(dueToday(HOSTILE_ROSTERS, 4))('is read at once as a list of people: $name', ({ make }) => {
    const text = make().toString();
    const { work, result } = workOf(() => parseRoster(text));
    expect(work).toBeLessThan(HELD);
    expect(result.length).toBeLessThanOrEqual(LIST_LIMIT);
  });
});
