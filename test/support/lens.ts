import fc from 'fast-check';
import { LENS_SCHEMA_VERSION, type Lens, lensSchema } from '#shared/lens/schema.ts';
import { shippedText } from './shipped.ts';

/** A lens file like those that are published, as JSON. */
export const readinessJson: unknown = JSON.parse(shippedText('test/fixtures/lens/service-readiness.json'));
export const readinessLens: Lens = lensSchema.parse(readinessJson);

/** A small lens of one question over `choice_1` to `choice_3` with the given rules. */
export function lensWithRules(riskRules: Lens['pillars'][number]['questions'][number]['riskRules']): Lens {
  return {
    schemaVersion: LENS_SCHEMA_VERSION,
    name: 'Small lens',
    description: 'For tests.',
    pillars: [
      {
        id: 'pillar_1',
        name: 'Pillar',
        questions: [
          {
            id: 'question_1',
            title: 'Which of these?',
            choices: ['choice_1', 'choice_2', 'choice_3'].map((id) => ({
              id,
              title: id,
              improvementPlan: { displayText: 'Do it.' },
            })),
            riskRules,
          },
        ],
      },
    ],
  };
}

/** A Boolean formula beside the text that a lens would have for it. */
export interface Formula {
  readonly text: string;
  readonly holds: (taken: ReadonlySet<string>) => boolean;
}

export function formulas(names: readonly string[]): fc.Arbitrary<Formula> {
  const space = fc.constantFrom('', ' ', '  ', '\n');
  const name = fc.constantFrom(...names).map((id): Formula => ({ text: id, holds: (taken) => taken.has(id) }));
  return fc.letrec<{ any: Formula; all: Formula; not: Formula }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('all'),
      fc.tuple(tie('all'), space, tie('any')).map(([left, gap, right]) => ({
        text: `${left.text}${gap}||${gap}${right.text}`,
        holds: (taken: ReadonlySet<string>) => left.holds(taken) || right.holds(taken),
      })),
    ),
    all: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('not'),
      fc.tuple(tie('not'), space, tie('all')).map(([left, gap, right]) => ({
        text: `${left.text}${gap}&&${gap}${right.text}`,
        holds: (taken: ReadonlySet<string>) => left.holds(taken) && right.holds(taken),
      })),
    ),
    not: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      name,
      tie('not').map((of) => ({ text: `!${of.text}`, holds: (taken: ReadonlySet<string>) => !of.holds(taken) })),
      fc.tuple(space, tie('any')).map(([gap, of]) => ({ ...of, text: `(${gap}${of.text}${gap})` })),
    ),
  })).any;
}

const lensId = fc.stringMatching(/^[A-Za-z0-9_]{3,12}$/);
const words = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).map((text) => text.toWellFormed());
const link = fc.oneof(
  fc.record({ displayText: words, url: fc.webUrl() }),
  fc.record({ displayText: words }),
  fc.record({ url: fc.webUrl() }),
);
const risk = fc.constantFrom('NO_RISK' as const, 'MEDIUM_RISK' as const, 'HIGH_RISK' as const);

const question = fc.uniqueArray(lensId, { minLength: 1, maxLength: 6 }).chain((ids) => {
  const choice = (id: string) =>
    fc.record(
      {
        id: fc.constant(id),
        title: words,
        helpfulResource: link,
        improvementPlan: link,
        additionalResources: fc.array(
          fc.record({
            type: fc.constantFrom('HELPFUL_RESOURCE' as const, 'IMPROVEMENT_PLAN' as const),
            content: fc.array(link, { maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: ['id', 'title'] },
    );
  const condition = fc.oneof(
    { weight: 3, arbitrary: formulas(ids).map(({ text }) => text) },
    fc.constant('default'),
    fc.string({ maxLength: 30 }),
    fc.constantFrom('nobody && this', 'a-b', '(', '', 'atLeast(1, x)', '('.repeat(40)),
  );
  return fc.record(
    {
      title: words,
      description: words,
      helpfulResource: link,
      choices: fc.tuple(...ids.map(choice)),
      riskRules: fc.array(fc.record({ condition, risk }), { maxLength: 4 }),
    },
    { requiredKeys: ['title', 'choices', 'riskRules'] },
  );
});

/** Lenses of every form the schema takes, with conditions that can and cannot be read. */
export const lenses: fc.Arbitrary<Lens> = fc
  .record({
    name: words,
    description: words,
    pillars: fc.array(fc.record({ name: words, questions: fc.array(question, { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .chain(({ name, description, pillars }) => {
    const count = pillars.reduce((sum, { questions }) => sum + questions.length, 0);
    const ids = fc.uniqueArray(lensId, { minLength: count, maxLength: count });
    const pillarIds = fc.uniqueArray(lensId, { minLength: pillars.length, maxLength: pillars.length });
    return fc.tuple(ids, pillarIds).map(([questionIds, named]) => {
      const left = [...questionIds];
      return lensSchema.parse({
        schemaVersion: LENS_SCHEMA_VERSION,
        name,
        description,
        pillars: pillars.map((pillar, index) => ({
          id: named[index],
          name: pillar.name,
          questions: pillar.questions.map((entry) => ({ id: left.pop(), ...entry })),
        })),
      });
    });
  });
