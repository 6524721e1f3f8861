import { readinessJson } from '../lens.ts';
import { smallTemplate } from '../small-review.ts';
import { filesOf, nested } from './hostile-file.ts';
import { TEXTS } from './reviews.ts';

type Json = Record<string, unknown>;

const written = (parts: Json = {}) => JSON.stringify({ ...smallTemplate, ...parts });
const many = <Item>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, at) => item(at));

/** The template with something else in one of its sections. */
function section(kind: string, parts: Json): string {
  return written({
    sections: smallTemplate.sections.map((entry) => (entry.kind === kind ? { ...entry, ...parts } : entry)),
  });
}

/** With a condition of its own under which an outcome comes. */
function when(condition: string): string {
  const outcomes = [
    { id: 'consider', name: 'Consider', help: 'h', when: condition, lean: 'for' },
    { id: 'simplest', name: 'Simplest', help: 'h', when: null, lean: 'against' },
  ];
  return section('rule', { outcomes });
}

/** The published lens with a condition of its own. */
function lens(condition: string): string {
  return JSON.stringify(readinessJson).replace(
    /"condition":\s*"(?!default")[^"]*"/,
    () => `"condition":${JSON.stringify(condition)}`,
  );
}

const item = (at: number) => ({ id: `i${at}`, name: 'Item', help: 'h' });

/** Templates and lenses to be looked at and imported. */
export const HOSTILE_TEMPLATES = filesOf('template', {
  empty: () => '',
  'arrays without end': () => nested(500_000),
  'objects without end': () => nested(200_000, '{"sections":', '}', '1'),
  'sections within sections': () => written({ sections: JSON.parse(nested(3_000)) }),
  'a hundred thousand sections': () => written({ sections: many(100_000, () => smallTemplate.sections[0]) }),
  'each kind of section twice': () => written({ sections: [...smallTemplate.sections, ...smallTemplate.sections] }),
  'fields by the hundred thousand': () => section('context', { fields: many(100_000, item) }),
  'a field twice': () => section('context', { fields: [item(1), item(1)] }),
  'a field called __proto__': () => section('context', { fields: [{ id: '__proto__', name: 'x', help: 'h' }] }),
  'a field called constructor': () => section('context', { fields: [{ id: 'constructor', name: 'x', help: 'h' }] }),
  'an own __proto__': () => written().replace('{', '{"__proto__":{"id":"rust-adoption"},'),
  'an id that leads elsewhere': () => written({ id: '../../settings' }),
  'the id of a built-in template': () => written({ id: 'rust-adoption' }),
  'a version of a million digits': () => written({ version: `${'9'.repeat(1_000_000)}.0.0` }),
  'a version of no kind': () => written({ version: '1.0.0-𝟙' }),
  'a form of the future': () => written({ formatVersion: 999 }),
  'a condition of brackets': () => when('('.repeat(100_000)),
  'a condition of brackets that close': () => when(`${'('.repeat(50_000)}one${')'.repeat(50_000)}`),
  'a condition of denials': () => when(`${'!'.repeat(100_000)}one`),
  'a condition of a hundred thousand parts': () => when(many(100_000, () => 'one').join(' || ')),
  'a condition of choices within choices': () => when(`${'atLeast(1, '.repeat(5_000)}one${')'.repeat(5_000)}`),
  'a condition of at least a billion': () => when('atLeast(1000000000, one, two, three)'),
  'a condition on what is not there': () => when('__proto__ && constructor'),
  'a condition of spaces': () => when(`one${' '.repeat(1_000_000)}|| two`),
  'a condition of other letters': () => when('оne || twо'),
  'a rule of thirty questions': () =>
    section('rule', {
      questions: many(30, (at) => ({ id: `q${at}`, name: 'Q', help: 'h', question: 'Q?' })),
      outcomes: [
        {
          id: 'yes',
          name: 'Yes',
          help: 'h',
          when: `atLeast(15, ${many(30, (at) => `q${at}`).join(', ')})`,
          lean: 'for',
        },
        { id: 'no', name: 'No', help: 'h', when: null, lean: 'against' },
      ],
    }),
  'risks that lead to each other': () =>
    section('risks', { risks: [{ id: 'ramp', name: 'Ramp', help: 'h', group: 'ramp' }] }),
  'risks by the hundred thousand': () =>
    section('risks', { risks: many(100_000, (at) => ({ ...item(at), group: 'all' })) }),
  'words of likelihood without end': () => section('risks', { likelihoodWords: many(100_000, () => 'Rare') }),
  'sources by the hundred thousand': () => written({ sources: many(100_000, (at) => ({ id: `s${at}`, title: 'S' })) }),
  'a source of a script': () => written({ sources: [{ id: 'book', title: 'x', url: 'javascript:alert(1)' }] }),
  'a lens that is nested': () =>
    JSON.stringify({ schemaVersion: '2021-11-01', name: 'x', pillars: JSON.parse(nested(3_000)) }),
  'a lens of brackets': () => lens('('.repeat(50_000)),
  'a lens of denials': () => lens(`${'!'.repeat(50_000)}choice_1`),
  'a lens of a long condition': () => lens(many(50_000, () => 'choice_1').join(' && ')),
  'a lens that grows when it is turned round': () =>
    lens(many(24, (at) => `(choice_${1 + (at % 3)} || !choice_${1 + ((at + 1) % 3)})`).join(' && ')),
  'a lens of a hundred thousand pillars': () =>
    JSON.stringify({
      schemaVersion: '2021-11-01',
      name: 'x',
      description: 'y',
      pillars: many(100_000, (at) => ({ id: `p${at}`, name: 'P', questions: [] })),
    }),
  ...Object.fromEntries(
    [
      'a million tabs',
      'a word of a million letters',
      'lone surrogates',
      'turned from right to left without end',
      'tags without end',
    ].map((name) => [`a title of ${name}`, () => written({ title: TEXTS[name] })]),
  ),
});
