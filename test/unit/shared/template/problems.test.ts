import { describe, expect, it } from 'vitest';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallTemplate } from '#test/support/small-review.ts';

type Draft = { -readonly [Key in keyof Template]: unknown } & { sections: Record<string, never>[] };

function problems(change: (draft: Draft) => void): readonly string[] {
  const draft: Draft = JSON.parse(JSON.stringify(smallTemplate));
  change(draft);
  const parsed = templateSchema.safeParse(draft);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

const RULE = 1;

describe('templateSchema', () => {
  it('accepts the small template', () => {
    expect(problems(() => undefined)).toEqual([]);
  });

  it.each<[string, (draft: Draft) => void, string]>([
    [
      'a source that is not listed',
      (draft) => Object.assign(draft, { sources: [] }),
      'sections.1.questions.0.sources: unknown source "book"',
    ],
    [
      'an item id that stands twice',
      (draft) => Object.assign(at(draft, RULE, 'questions', 1), { id: 'one' }),
      'sections.1.questions.1: "one" stands here twice',
    ],
    [
      'a section kind that stands twice',
      (draft) => draft.sections.push(draft.sections[0] as Record<string, never>),
      'sections.7: "context" stands here twice',
    ],
    [
      'a condition over an unknown question',
      (draft) => Object.assign(at(draft, RULE, 'outcomes', 0), { when: 'atLeast(2, one, four)' }),
      'sections.1.outcomes.0.when: unknown question "four"',
    ],
    [
      'a condition that cannot be read',
      (draft) => Object.assign(at(draft, RULE, 'outcomes', 0), { when: 'one &&' }),
      'sections.1.outcomes.0.when: expected a question id but the condition ends',
    ],
    [
      'a rule whose last outcome does not always hold',
      (draft) => Object.assign(at(draft, RULE, 'outcomes', 2), { when: 'one' }),
      'sections.1.outcomes.2.when: the last outcome, and only that one, leaves out its condition (null)',
    ],
    [
      'a risk in an unknown group',
      (draft) => Object.assign(at(draft, 4, 'risks', 0), { group: 'none' }),
      'sections.4.risks.0.group: unknown group "none"',
    ],
    [
      'a rewrite that raises an unknown risk',
      (draft) => Object.assign(at(draft, 2, 'wholesale'), { risk: 'none' }),
      'sections.2.wholesale.risk: unknown risk "none"',
    ],
  ])('refuses %s', (_, change, problem) => {
    expect(problems(change)).toContain(problem);
  });

  it('refuses a second candidate that stands for the one under review', () => {
    const sections = kindsTemplate.sections.map((section) =>
      section.kind === 'options'
        ? { ...section, candidates: section.candidates.map((candidate) => ({ ...candidate, isReviewed: true })) }
        : section,
    );
    const parsed = templateSchema.safeParse({ ...kindsTemplate, sections });
    const at = sections.findIndex(({ kind }) => kind === 'options');
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      `sections.${at}.candidates.1.isReviewed`,
      `sections.${at}.candidates.2.isReviewed`,
    ]);
  });

  it('refuses keys it does not know, so that a misspelt one is not lost', () => {
    expect(problems((draft) => Object.assign(draft, { titel: 'x' }))[0]).toContain('titel');
  });
});

/** The part of a draft under the given keys. */
function at(draft: Draft, ...keys: readonly (string | number)[]): object {
  return keys.reduce<object>((value, key) => Reflect.get(value, key), draft.sections);
}
