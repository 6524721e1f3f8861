import { describe, expect, it } from 'vitest';
import { mergeReviews } from '#shared/merge/merge-reviews.ts';
import { conflictKey } from '#shared/merge/versions.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { leaves, ownValues, type TwoVersions, versionsByChance } from '#test/support/versions-by-chance.ts';

/** How many pairs of versions are merged; more with GROUNDWORK_EDITS. */
const PAIRS = Number(process.env.GROUNDWORK_EDITS ?? 15);
/** Where they begin; another number gives other pairs. */
const SEED = Number(process.env.GROUNDWORK_SEED ?? 1);

const PAIRS_BY_CHANCE = Array.from({ length: PAIRS }, (_, index) => versionsByChance(SEED * 1_000_003 + index));

function each(check: (versions: TwoVersions) => void): void {
  for (const [index, versions] of PAIRS_BY_CHANCE.entries()) {
    try {
      check(versions);
    } catch (error) {
      throw new Error(`pair ${index} of seed ${SEED}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
}

const PARTS = Object.keys(reviewDocumentSchema.shape) as (keyof ReviewDocument)[];

describe('two versions of a review, edited by chance', () => {
  it('are what one of them is where the other one is what both started from', () => {
    each(({ base, a, b }) => {
      expect(mergeReviews([base], base, a)).toEqual({ document: a, conflicts: [] });
      expect(mergeReviews([base], b, base)).toEqual({ document: b, conflicts: [] });
      expect(mergeReviews([base], a, a)).toEqual({ document: a, conflicts: [] });
      expect(mergeReviews([], a, a)).toEqual({ document: a, conflicts: [] });
    });
  });

  it('are the same whichever of them comes first, but for whose answer stands in a conflict', () => {
    each(({ base, a, b }) => {
      const [one, other] = [mergeReviews([base], a, b), mergeReviews([base], b, a)];
      const turned = other.conflicts.map((conflict) => ({ ...conflict, a: conflict.b, b: conflict.a }));
      const kept = ({ kept: _, ...conflict }: (typeof turned)[number]) => JSON.stringify(conflict);
      expect(turned.map(kept).sort()).toEqual(one.conflicts.map(kept).sort());
      const all = (side: 'a' | 'b') => new Map(one.conflicts.map((conflict) => [conflictKey(conflict), side]));
      expect(mergeReviews([base], a, b, all('a')).document).toEqual(mergeReviews([base], b, a, all('b')).document);
    });
  });

  it('lose nothing: what either of them says for itself is in the result or in a conflict', () => {
    each(({ base, a, b }) => {
      for (const bases of [[base], []]) {
        const { document, conflicts } = mergeReviews(bases, a, b);
        const inResult = leaves(document);
        const asked = new Set(conflicts.flatMap((conflict) => [...leaves([conflict.a, conflict.b]).values()]));
        const lost = [a, b].flatMap((version) =>
          [...ownValues(base, version)].filter(([at, value]) => inResult.get(at) !== value && !asked.has(value)),
        );
        expect(lost).toEqual([]);
      }
    });
  });

  it('hold all that both did where they did it in different parts', () => {
    each(({ base, a, b }) => {
      const changed = (version: ReviewDocument) =>
        PARTS.filter((part) => JSON.stringify(base[part]) !== JSON.stringify(version[part]));
      const ofA = changed(a);
      if (changed(b).some((part) => ofA.includes(part))) return;
      const { document, conflicts } = mergeReviews([base], a, b);
      // What one removed and the other has come to refer to is asked about.
      if (conflicts.length > 0) return;
      const both: Record<string, unknown> = { ...b };
      for (const part of ofA) {
        if (a[part] === undefined) delete both[part];
        else both[part] = a[part];
      }
      expect(document).toEqual(both);
    });
  });

  it('are a review that can be stored, whatever is chosen', () => {
    each(({ base, a, b }) => {
      const { conflicts } = mergeReviews([base], a, b);
      for (const side of ['a', 'b'] as const) {
        const choices = new Map(conflicts.map((conflict) => [conflictKey(conflict), side]));
        const { document } = mergeReviews([base], a, b, choices);
        expect(reviewDocumentSchema.parse(document)).toEqual(document);
      }
    });
  });

  it('take nothing without being asked that any of several possible starts speaks against', () => {
    each(({ base, a, b }) => {
      const other = versionsByChance(SEED).a;
      const sure = mergeReviews([base], a, b).document;
      const { document, conflicts } = mergeReviews([base, other, a], a, b);
      const asked = new Set(conflicts.flatMap((conflict) => [...leaves([conflict.a, conflict.b]).values()]));
      const inResult = leaves(document);
      const changed = [...ownValues(document, sure)].filter(
        ([at, value]) => inResult.get(at) !== value && !asked.has(value),
      );
      expect(changed).toEqual([]);
    });
  });

  it('ask about every difference where it is not known what they started from', () => {
    each(({ a, b }) => {
      const { conflicts } = mergeReviews([], a, b);
      const choices = new Map(conflicts.map((conflict) => [conflictKey(conflict), 'b' as const]));
      const { agenda: _, ...chosen } = mergeReviews([], a, b, choices).document;
      const { agenda: __, ...wanted } = b;
      expect(chosen).toEqual(wanted);
    });
  });
});
