import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, parseExpression } from '#shared/base/expression.ts';
import { readLensCondition, writeLensCondition } from '#shared/lens/condition.ts';
import { exportLens } from '#shared/lens/export.ts';
import { ownIds } from '#shared/lens/ids.ts';
import { importLens } from '#shared/lens/import.ts';
import { lensLimits } from '#shared/lens/limits.ts';
import type { Lens, LensChoice } from '#shared/lens/schema.ts';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';
import { lensWithRules, readinessLens } from '#test/support/lens.ts';
import { smallTemplate } from '#test/support/small-review.ts';

/** A template whose questions were written by hand. */
function byHand(question: Record<string, unknown> = {}, parts: Record<string, unknown> = {}): Template {
  return templateSchema.parse({
    format: 'groundwork-template',
    formatVersion: 1,
    id: 'by-hand',
    version: '1.0.0',
    title: 'By hand',
    summary: 'For tests.',
    sections: [
      {
        kind: 'questions',
        title: 'Questions',
        groups: [
          {
            id: 'g',
            name: 'Group',
            questions: [
              {
                id: 'first-one',
                name: 'First?',
                choices: [
                  { id: 'a', name: 'A' },
                  { id: 'b', name: 'B' },
                  { id: 'c-no', name: 'C' },
                  { id: 'none', name: 'None', none: true },
                ],
                ...question,
              },
            ],
          },
        ],
      },
    ],
    ...parts,
  });
}

function lensOf(template: Template): Lens {
  const result = exportLens(template);
  if (result.kind === 'refused') throw new Error(result.problems.join('\n'));
  return result.lens;
}

describe('exportLens', () => {
  it('gives rows without a foreign id one that a lens can hold, and _no to none-of-these alone', () => {
    const [pillar] = lensOf(byHand()).pillars;
    expect(pillar?.id).toBe('id_g');
    expect(pillar?.questions[0]?.id).toBe('first_one');
    expect(pillar?.questions[0]?.choices.map(({ id }) => id)).toEqual(['id_a', 'id_b', 'c_no_', 'none_no']);
  });

  it('keeps ids apart that a lens would take for the same', () => {
    const choices = ['x-yes', 'x-no', 'y'].map((id) => ({ id, name: id, foreignId: 'Same id', none: id === 'x-no' }));
    const result = exportLens(byHand({ choices }));
    if (result.kind === 'refused') throw new Error('refused');
    expect(result.lens.pillars[0]?.questions[0]?.choices.map(({ id }) => id)).toEqual([
      'Same_id',
      'Same_id_no',
      'Same_id_2',
    ]);
    expect(result.findings).toContain('Question “First?”: the id “Same id” becomes “Same_id_2”, as a lens asks for.');
  });

  it('says what a lens has no place for', () => {
    const result = exportLens(
      byHand(
        { sources: ['book'], choices: [{ id: 'one', name: 'One', help: 'Help.' }] },
        { sources: [{ id: 'book', title: 'Book' }], candidate: 'New' },
      ),
    );
    expect(result).toMatchObject({
      findings: [
        'A lens has no place for the title and the introduction of the questions; left out.',
        'A lens has no place for the list of sources; left out.',
        'A lens has no place for the candidate; left out.',
        'Question “First?”: a lens has no sources; they are left out.',
      ],
    });
  });

  it('refuses a template without questions and one with an address that a lens cannot hold', () => {
    expect(exportLens(smallTemplate)).toMatchObject({
      kind: 'refused',
      problems: [expect.stringMatching(/no section of kind “questions”/)],
    });
    expect(exportLens(byHand({ resource: { text: 'x', url: 'ftp://example.com' } }))).toEqual({
      kind: 'refused',
      problems: [
        'pillars.0.questions.0.helpfulResource.url of the lens: use an address that begins with https:// or http://.',
      ],
    });
  });

  it('refuses to drop a rule whose condition a lens cannot hold', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `choice-${index}`);
    const template = byHand({
      choices: ids.map((id) => ({ id, name: id })),
      rules: [{ when: `atLeast(20, ${ids.join(', ')})`, risk: 'none' }],
    });
    expect(exportLens(template)).toMatchObject({
      kind: 'refused',
      problems: [expect.stringMatching(/too long for a lens/)],
    });
  });
});

describe('writeLensCondition', () => {
  const ids = new Map(['a', 'b', 'c', 'd'].map((id) => [id, `${id.toUpperCase()}_x`]));
  const back = ownIds([...ids.values()]);

  it('spells out atLeast so that it holds for the same choices', () => {
    const condition = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...ids.keys()),
        tie('any').map((of) => `!(${of})`),
        fc
          .tuple(fc.constantFrom(' && ', ' || '), fc.array(tie('any'), { minLength: 1, maxLength: 3 }))
          .map(([operator, of]) => of.map((part) => `(${part})`).join(operator)),
        fc
          .tuple(fc.nat({ max: 4 }), fc.array(tie('any'), { minLength: 1, maxLength: 4 }))
          .map(([count, of]) => `atLeast(${count}, ${of.join(', ')})`),
      ),
    })).any;
    fc.assert(
      fc.property(condition, fc.subarray([...ids.keys()]), (when, taken) => {
        const parsed = parseExpression(when);
        fc.pre(parsed.kind === 'valid');
        const written = writeLensCondition(when, ids);
        fc.pre(written !== null);
        const read = readLensCondition(written, back);
        fc.pre(read.kind === 'read'); // spelled out it may be nested too deeply to be read here
        const again = parseExpression(read.when ?? '');
        if (again.kind === 'invalid') throw new Error(again.message);
        const own = new Set(taken.flatMap((id) => back.get(ids.get(id) ?? '') ?? []));
        expect(evaluate(again.expression, own)).toBe(evaluate(parsed.expression, new Set(taken)));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a choice apart from the word for always', () => {
    const word = new Map([['always', 'default']]);
    expect(writeLensCondition(null, word)).toBe('default');
    expect(writeLensCondition('always', word)).toBe('(default)');
    expect(readLensCondition('(default)', ownIds(['default']))).toEqual({ kind: 'read', when: '(default)' });
  });

  it('gives up on an atLeast that would grow without end', () => {
    const inner = `atLeast(2, ${'a, b, c, d, '.repeat(3)}a)`;
    const nested = Array.from({ length: 12 }).reduce<string>(
      (text) => `atLeast(2, ${text}, ${inner}, ${text.length < 4000 ? text : 'b'})`,
      inner,
    );
    expect(writeLensCondition(nested, ids)).toBeNull();
  });
});

describe('an atLeast', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `name-${index}`);

  it('is written up to 20,000 characters, and not built when it would be longer', () => {
    const written = (count: number, of: readonly string[]) => writeLensCondition(`atLeast(${count}, ${of})`, new Map());
    const pick = (of: readonly string[], count: number): readonly (readonly string[])[] =>
      count === 0 ? [[]] : of.flatMap((name, at) => pick(of.slice(at + 1), count - 1).map((rest) => [name, ...rest]));
    for (const [count, total] of [
      [1, 24],
      [2, 24],
      [3, 16],
      [3, 17],
      [3, 18],
      [3, 19],
      [4, 12],
      [4, 13],
      [4, 24],
    ] as const) {
      const parts = pick(names(total), count).map((part) => (count === 1 ? part.join() : `(${part.join(' && ')})`));
      const spelled = parts.join(' || ');
      expect(written(count, names(total))).toBe(spelled.length > 20_000 ? null : spelled);
    }
    // 9,730 pairs of conditions that have 15,000 characters each: 290 MB, were they built.
    const long = `!(${names(1_600).join(' || ')})`;
    expect(written(2, [long, ...names(139)])).toBeNull();
    expect(
      written(
        2,
        Array.from({ length: 140 }, () => long),
      ),
    ).toBeNull();
  });
});

describe('lensLimits', () => {
  const choice = (id: string): LensChoice => ({ id, title: id, improvementPlan: { displayText: 'Do it.' } });

  it.each<[string, (lens: Lens) => Lens, RegExp]>([
    ['a long name', (lens) => ({ ...lens, name: 'x'.repeat(129) }), /name has 129 characters; at most 128/],
    [
      'many pillars',
      (lens) => ({
        ...lens,
        pillars: Array.from({ length: 11 }, () => lens.pillars)
          .flat()
          .slice(0, 11),
      }),
      /has 11 pillars; at most 10/,
    ],
    ['no default', () => lensWithRules([{ condition: 'choice_1', risk: 'NO_RISK' }]), /“default” is missing/],
    [
      'rules after the default',
      () =>
        lensWithRules([
          { condition: 'default', risk: 'NO_RISK' },
          { condition: 'choice_1', risk: 'HIGH_RISK' },
        ]),
      /no rule after “default”/,
    ],
    [
      'a risk named twice',
      () =>
        lensWithRules([
          { condition: 'choice_1', risk: 'NO_RISK' },
          { condition: 'default', risk: 'NO_RISK' },
        ]),
      /two risk rules name the same risk/,
    ],
    [
      'an unreadable condition',
      () => lensWithRules([{ condition: 'nope', risk: 'NO_RISK' }]),
      /risk rule 1 cannot be read: the question has no choice “nope”/,
    ],
    [
      'a choice without an improvement plan',
      (lens) => withChoices(lens, [{ id: 'one', title: 'One' }]),
      /choice one: an improvementPlan is missing/,
    ],
    [
      'many choices',
      (lens) =>
        withChoices(
          lens,
          Array.from({ length: 16 }, (_, index) => choice(`choice_${index}`)),
        ),
      /has 16 choices; at most 15/,
    ],
    [
      'an address without a text',
      (lens) => withChoices(lens, [{ ...choice('one'), helpfulResource: { url: 'https://example.com' } }]),
      /helpfulResource has a url but no displayText/,
    ],
  ])('names %s', (_, change, message) => {
    expect(lensLimits(change(readinessLens), 1).join('\n')).toMatch(message);
  });

  function withChoices(lens: Lens, choices: LensChoice[]): Lens {
    const [pillar] = lens.pillars;
    const [question] = pillar?.questions ?? [];
    if (!pillar || !question) throw new Error('no question');
    return { ...lens, pillars: [{ ...pillar, questions: [{ ...question, choices }] }] };
  }

  it('is silent on a lens that AWS takes and on its way through a template', () => {
    const { template } = importLens(readinessLens);
    expect(lensLimits(lensOf(template), 500_000)).toEqual([]);
  });
});
