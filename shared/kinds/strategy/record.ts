import { isBlank } from '#shared/base/limits.ts';
import { notKnownText } from '#shared/kinds/parts-words.ts';
import { answerBadge } from '#shared/kinds/rule/record.ts';
import { empty, explained, heading, ifWritten, withReferences, written } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock, RecordCell, Tone } from '#shared/record/model.ts';
import { planNotAssessed } from '#shared/record/not-assessed.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { strategyAnswer, strategyRule } from './answers.ts';
import { rulesKept, type Suitability, strategyFits } from './strategy.ts';
import { strategySummary } from './summary.ts';
import { SUITABILITY_WORDS } from './words.ts';

type StrategySection = SectionOf<'strategy'>;

const TONES = {
  fits: 'for',
  'does-not-fit': 'against',
  open: 'open',
  untold: 'neutral',
} as const satisfies Record<Suitability, Tone>;

export function strategyBlocks(source: RecordSource, section: StrategySection): readonly RecordBlock[] {
  const { review, template } = source;
  const { chosen, reason, answers = {}, rules = {} } = review.strategy;
  const strategy = section.strategies.find((entry) => entry.id === chosen);
  return [
    ...(strategy
      ? [
          heading(1, strategy.name, { text: 'Chosen', tone: 'for' }),
          ...explained(template, strategy.sources, strategy.help),
          written(reason, 'Why this strategy was chosen has not been written.'),
        ]
      : [planNotAssessed(source, 'no strategy has been chosen'), ...(isBlank(reason) ? [] : ifWritten(reason))]),
    ...questionBlocks(source, section),
    heading(2, 'Strategies and their trade-offs'),
    ...explained(template, [], strategySummary(review, template)),
    strategyTable(source),
    ...ruleBlocks(source, section),
    ...leftOver(answers, new Set(section.questions.map((question) => question.id))),
    ...leftOver(rules, new Set(section.rules.map((rule) => rule.id))),
  ];
}

function questionBlocks({ review, template }: RecordSource, section: StrategySection): readonly RecordBlock[] {
  if (section.questions.length === 0) return [];
  return [
    heading(2, 'What the component is like'),
    {
      kind: 'table',
      columns: [
        { title: 'Question', weight: 4 },
        { title: 'Answer', weight: 1.6 },
        { title: 'How the team knows', weight: 4 },
      ],
      rows: section.questions.map((question) => {
        const { answer, note, notKnown } = strategyAnswer(review, question.id);
        const text = withReferences(template, question.question, question.sources);
        const known = [note, notKnown ? `${notKnownText(notKnown)}.` : ''].filter((part) => !isBlank(part));
        return [{ text }, answerBadge(answer), { text: known.join('\n') }];
      }),
    },
  ];
}

/** Strategies side by side; the column on their fit stands only where questions tell it. */
function strategyTable({ review, template }: RecordSource): RecordBlock {
  const fits = strategyFits(review, template);
  const isTold = fits.some(({ suitability }) => suitability !== 'untold');
  return {
    kind: 'table',
    columns: [
      { title: 'Strategy', weight: 3 },
      { title: 'Suitable when', weight: 4 },
      { title: 'What it costs', weight: 4 },
      ...(isTold ? [{ title: 'By the answers', weight: 2.4 }] : []),
      { title: 'Choice', weight: 2 },
    ],
    rows: fits.map(({ strategy, suitability }): readonly RecordCell[] => [
      { text: strategy.name },
      { text: strategy.when },
      { text: strategy.cost },
      ...(isTold ? [{ text: SUITABILITY_WORDS[suitability], tone: TONES[suitability] }] : []),
      strategy.id === review.strategy.chosen ? { text: 'Chosen', tone: 'for' } : { text: '' },
    ]),
  };
}

function ruleBlocks({ review, template }: RecordSource, section: StrategySection): readonly RecordBlock[] {
  if (section.rules.length === 0) return [];
  const { kept, of } = rulesKept(review, section);
  const states = section.rules.map((rule) => ({ rule, ...strategyRule(review, rule.id) }));
  const told = states.filter((state) => state.kept || !isBlank(state.note));
  const others = states.filter((state) => !told.includes(state)).map(({ rule }) => rule.name);
  return [
    heading(2, `Rules of a good migration: ${kept} of ${of} kept`),
    ...(told.length === 0
      ? []
      : [
          {
            kind: 'checks',
            items: told.map(({ rule, kept: met, note }) => ({
              met,
              text: withReferences(template, rule.name, rule.sources),
              note,
            })),
          } as const,
        ]),
    ...(others.length === 0 ? [] : [empty(`Not kept: ${others.join('; ')}.`)]),
  ];
}
