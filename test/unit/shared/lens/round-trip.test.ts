import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { idSchema } from '#shared/base/fields.ts';
import { questionRisk } from '#shared/kinds/questions/questions.ts';
import { questionAnswerSchema } from '#shared/kinds/questions/schema.ts';
import { exportLens } from '#shared/lens/export.ts';
import { ownId, ownIds } from '#shared/lens/ids.ts';
import { importLens } from '#shared/lens/import.ts';
import { printLens } from '#shared/lens/print.ts';
import { type Lens, lensSchema, unknownKeys } from '#shared/lens/schema.ts';
import { openPoints } from '#shared/review/progress.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { formulas, lenses, lensWithRules, readinessJson, readinessLens } from '#test/support/lens.ts';

function exported(template: Template): Lens {
  const result = exportLens(template);
  if (result.kind === 'refused') throw new Error(result.problems.join('\n'));
  return result.lens;
}

function questionsOf(template: Template) {
  return (sectionOf(template, 'questions')?.groups ?? []).flatMap(({ questions }) => questions);
}

describe('a custom lens', () => {
  it('comes back as the same JSON, comments included', () => {
    const { template, findings } = importLens(readinessLens);
    expect(findings).toEqual([]);
    expect(exportLens(template)).toEqual({
      kind: 'exported',
      lens: readinessJson,
      findings: [],
    });
    expect(printLens(readinessLens).findings).toEqual([]);
  });

  it('becomes a complete template with ids of ours', () => {
    const { template } = importLens(readinessLens, { version: '2.1.0' });
    expect(template).toMatchObject({ id: 'lens-service-readiness-lens', version: '2.1.0' });
    expect(template.sections.map(({ kind }) => kind)).toEqual(['context', 'questions', 'decision', 'sign-off']);
    const [first] = questionsOf(template);
    expect(first?.id).toBe('ops-q1');
    expect(first?.choices.map(({ id, foreignId, none }) => [id, foreignId, none])).toEqual([
      ['manual-rollback', 'Manual_rollback', false],
      ['manual-rollback-2', 'manual_rollback', false],
      ['auto-rollback', 'auto_rollback', false],
      ['rollback-no', 'rollback_no', true],
    ]);
    expect(first?.rules).toEqual([
      { when: 'auto-rollback && (manual-rollback || manual-rollback-2)', unread: null, risk: 'none' },
      {
        when: '((auto-rollback||manual-rollback) && !rollback-no)||( !manual-rollback && manual-rollback-2 )',
        unread: null,
        risk: 'medium',
      },
      { when: null, unread: null, risk: 'high' },
    ]);
  });

  it('makes reviews that owe nothing a lens does not ask for', () => {
    const { template } = importLens(readinessLens);
    const review = reviewDocumentSchema.parse({
      id: '0f8fad5b-d9cb-469f-a165-70867728950e',
      createdAt: '2026-01-02T03:04:05Z',
      template: { id: template.id, version: template.version, sha256: '0'.repeat(64) },
      title: 'Checkout',
      component: 'Checkout',
      candidate: template.candidate,
      context: { participants: [{ id: 'p', name: 'Ada' }], fields: { purpose: 'Takes payments.' } },
      questions: {
        answers: {
          'ops-q1': { choices: ['auto-rollback', 'manual-rollback'] },
          'ops-q2': { choices: ['lb-1x', 'lb-2x'] },
          privacy01: { notApplicable: true, reason: 'It keeps none.' },
        },
      },
      decision: { choice: 'go-on', statement: 'Go on.', reviewOn: '2026-06-01' },
      signOff: { approvers: [{ id: 'a', name: 'Grace' }] },
    });
    expect(openPoints(review, template, '0'.repeat(64)).map(({ target }) => target)).toEqual(['sign-off.a']);
  });

  it('is the same template after import, export and import, and the same lens', () => {
    fc.assert(
      fc.property(lenses, (lens) => {
        const once = importLens(lens);
        const back = exported(once.template);
        expect(back).toStrictEqual(lens);
        expect(importLens(back)).toEqual(once);
        expect(canonicalJson(importLens(back).template)).toBe(canonicalJson(once.template));
      }),
      { numRuns: 100 },
    );
  });
});

describe('what stands in a lens beside its format', () => {
  const [pillar] = readinessLens.pillars;
  const [question] = pillar?.questions ?? [];
  const [choice] = question?.choices ?? [];
  if (!pillar || !question || !choice) throw new Error('the lens has a question');
  const withQuestion = (parts: object): unknown => ({
    ...readinessLens,
    pillars: [{ ...pillar, questions: [{ ...question, ...parts }] }],
  });
  const withChoice = (parts: object) => withQuestion({ choices: [{ ...choice, ...parts }], riskRules: [] });
  const link = { displayText: 'Read', url: 'https://example.com' };

  it.each<[string, unknown]>([
    ['the lens', { ...readinessLens, owner: { team: 'Shop', since: 2026 }, _comment: 'x' }],
    ['a pillar', { ...readinessLens, pillars: [{ ...pillar, description: 'About it', weight: 2 }] }],
    ['a question', withQuestion({ tags: ['a', 'b'], prioritized: true })],
    ['a choice', withChoice({ severity: null, _note: 'why' })],
    ['a link', withChoice({ helpfulResource: { ...link, language: 'en' }, improvementPlan: { steps: [1] } })],
    [
      'further resources',
      withChoice({ additionalResources: [{ type: 'HELPFUL_RESOURCE', content: [{ ...link, x: 1 }], y: 2 }] }),
    ],
    [
      'a rule',
      withQuestion({
        riskRules: [
          { condition: 'default', risk: 'NO_RISK', reason: 'none' },
          { condition: '?', risk: 'HIGH_RISK', z: 0 },
        ],
      }),
    ],
  ])('stays with %s, there and back', (_, json) => {
    const lens = lensSchema.parse(json);
    const { template } = importLens(lens);
    expect(exported(template)).toEqual(json);
    expect(importLens(exported(template)).template).toEqual(template);
  });

  it('is named by its place, but for comments', () => {
    const json = withChoice({ helpfulResource: { ...link, language: 'en' }, severity: 1, _note: 'why' });
    expect(unknownKeys(lensSchema.parse(json)).filter((path) => path.includes('choices'))).toEqual([
      'pillars.0.questions.0.choices.0.severity',
      'pillars.0.questions.0.choices.0.helpfulResource.language',
    ]);
  });

  it('changes nothing of a template without it', () => {
    const text = JSON.stringify(importLens(lensWithRules([])).template);
    expect(text).not.toContain('foreign"');
  });

  it.each([
    ['a description of a question', withQuestion({ description: null })],
    ['the rules', withQuestion({ riskRules: null })],
    ['links of a choice', withChoice({ helpfulResource: null, improvementPlan: null, additionalResources: null })],
    ['texts of a link', withChoice({ helpfulResource: { displayText: null, url: 'https://example.com' } })],
    ['a description of a choice', withChoice({ description: null })],
  ])('is nothing where null stands for %s', (_, json) => {
    const parsed = lensSchema.parse(json);
    expect(JSON.stringify(exported(importLens(parsed).template))).not.toContain('null');
  });

  it('goes to the help of a choice as its description, and back', () => {
    const { template } = importLens(lensSchema.parse(withChoice({ description: 'What it means.' })));
    expect(questionsOf(template)[0]?.choices[0]?.help).toBe('What it means.');
    expect(exported(template)).toEqual(withChoice({ description: 'What it means.' }));
  });
});

describe('ownIds', () => {
  // Tried one number after another, they would take longer than a test may.
  it('keeps a great many ids apart that look alike', () => {
    const ids = Array.from({ length: 32_768 }, (_, bits) =>
      [...'abcdefghijklmno'].map((char, at) => ((bits >> at) & 1 ? char.toUpperCase() : char)).join(''),
    );
    const own = ownIds([...ids, 'abcdefghijklmno_2', 'a'.repeat(128), `${'a'.repeat(127)}b`]);
    expect(new Set(own.values()).size).toBe(32_771);
    expect([own.get(ids[0] ?? ''), own.get(ids[32_767] ?? '')]).toEqual(['abcdefghijklmno', 'abcdefghijklmno-32768']);
    expect(own.get('abcdefghijklmno_2')).toBe('abcdefghijklmno-2-2');
    expect(own.get(`${'a'.repeat(127)}b`)).toBe(`${'a'.repeat(62)}-2`);
  });
});

describe('ownId', () => {
  it.each([
    ['OPS_q1', 'ops-q1'],
    ['__proto__', 'proto'],
    ['constructor', 'x-constructor'],
    ['___', '2n2n2n'],
    ['Straße nach Łódź', 'stra-e-nach-odz'],
    ['Пилот', 'tbu0u3u6ua'],
    ['', 'x'],
  ])('makes of %j the id %j', (text, id) => {
    expect(ownId(text)).toBe(id);
    expect(idSchema.safeParse(id).success).toBe(true);
  });
});

describe('the risk of a question from a lens', () => {
  const names = ['choice_1', 'choice_2', 'choice_3'];
  const subsets = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => names.filter((_, index) => bits & (1 << index)));

  function riskFor(lens: Lens, taken: readonly string[]) {
    const [question] = questionsOf(importLens(lens).template);
    if (!question) throw new Error('no question');
    const choices = question.choices.filter(({ foreignId }) => taken.includes(foreignId)).map(({ id }) => id);
    return questionRisk(question, questionAnswerSchema.parse({ choices, answered: true }));
  }

  it('is that of the first rule that holds, for any condition', () => {
    fc.assert(
      fc.property(formulas(names), formulas(names), (first, second) => {
        const lens = lensWithRules([
          { condition: first.text, risk: 'NO_RISK' },
          { condition: second.text, risk: 'MEDIUM_RISK' },
          { condition: 'default', risk: 'HIGH_RISK' },
        ]);
        fc.pre(importLens(lens).findings.length === 0); // deeper than a condition may be
        for (const taken of subsets) {
          const set = new Set(taken);
          expect(riskFor(lens, taken)).toBe(first.holds(set) ? 'none' : second.holds(set) ? 'medium' : 'high');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is open where a condition that cannot be read would decide, and told question by question', () => {
    const lens = lensWithRules([
      { condition: 'choice_1', risk: 'NO_RISK' },
      { condition: 'choice_2 and choice_4', risk: 'MEDIUM_RISK' },
      { condition: 'default', risk: 'HIGH_RISK' },
    ]);
    expect(importLens(lens).findings).toEqual([
      expect.stringMatching(
        /^Question question_1 “Which of these\?”: the condition “choice_2 and choice_4” for MEDIUM_RISK cannot be read: the question has no choice “and”\./,
      ),
    ]);
    expect(riskFor(lens, ['choice_1'])).toBe('none');
    expect(riskFor(lens, ['choice_2'])).toBeNull();
    expect(riskFor(lens, [])).toBeNull();
    expect(exported(importLens(lens).template)).toEqual(lens);
  });

  it.each([
    ['choice_1 & choice_2', 'unexpected "&" at column 10'],
    ['choice_1 == true', '“=” has no place in a condition'],
    ['choice_1-choice_2', '“-” has no place in a condition'],
    ['atLeast(2, choice_1, choice_2)', '“,” has no place in a condition'],
    ['choice_1 &&', 'expected a question id but the condition ends'],
    ['default && choice_1', 'the question has no choice “default”'],
    ['', 'expected a question id but the condition ends'],
    ['('.repeat(30), 'nested deeper than 20 levels'],
    ['constructor', 'the question has no choice “constructor”'],
    ['process.exit(1)', '“.” has no place in a condition'],
  ])('names what is wrong with %j', (condition, message) => {
    const { findings } = importLens(lensWithRules([{ condition, risk: 'HIGH_RISK' }]));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`cannot be read: ${message}.`);
  });
});
