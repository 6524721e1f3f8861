import { isBlank } from '../fields.ts';
import type { SectionOf } from '../template.ts';
import { empty, explained, heading, ifWritten, written } from './blocks.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

export function strategyBlocks(source: RecordSource, section: SectionOf<'strategy'>): readonly RecordBlock[] {
  const { review, template } = source;
  const { chosen, reason } = review.strategy;
  const strategy = section.strategies.find((entry) => entry.id === chosen);
  return [
    ...(strategy
      ? [
          heading(1, strategy.name, { text: 'Chosen', tone: 'for' }),
          ...explained(template, strategy.sources, strategy.help),
          written(reason, 'Why this strategy was chosen has not been written.'),
        ]
      : [empty('No strategy has been chosen.'), ...(isBlank(reason) ? [] : ifWritten(reason))]),
    heading(2, 'Strategies and their trade-offs'),
    {
      kind: 'table',
      columns: [
        { title: 'Strategy', weight: 3 },
        { title: 'Where it fits', weight: 4 },
        { title: 'What it costs', weight: 4 },
        { title: 'Choice', weight: 1.5 },
      ],
      rows: section.strategies.map((entry) => [
        { text: entry.name },
        { text: entry.when },
        { text: entry.cost },
        entry === strategy ? { text: 'Chosen', tone: 'for' } : { text: '' },
      ]),
    },
  ];
}
