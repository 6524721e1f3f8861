import { formatDate, formatInstant } from '#shared/base/dates.ts';
import { heading } from '#shared/record/blocks.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { namedWork } from '#shared/record/work-item.ts';
import type { FollowUpEntry } from './answers.ts';
import { lookAgain } from './due.ts';
import { followUpItems } from './items.ts';
import { FOLLOW_UP_WORDS } from './words.ts';

/** That the decision is to be looked at again, and why; empty while nothing says so. */
export function lookAgainBlocks({ review, template, contentSha256 }: RecordSource): readonly RecordBlock[] {
  const text = lookAgain(review, template, contentSha256);
  return text === null ? [] : [{ kind: 'callout', tone: 'warning', title: 'To be looked at again', text }];
}

/** What became of the decision, for a record that is issued again; empty while nobody noted anything. */
export function followUpBlocks(source: RecordSource): readonly RecordBlock[] {
  const { review, template } = source;
  const { followUp = [] } = review;
  if (followUp.length === 0) return [];
  const items = new Map(followUpItems(review, template).map((item) => [item.key, item]));
  const touched = [...new Set(followUp.map(({ on }) => on))];
  return [
    {
      kind: 'paragraph',
      voice: 'team',
      text: 'Noted after the closing, so the signatures do not stand for these entries.',
    },
    ...lookAgainBlocks(source),
    {
      kind: 'table',
      columns: [
        { title: 'What', weight: 4.5 },
        { title: 'How it stands', weight: 2 },
        { title: 'Owner', weight: 2.2 },
        { title: 'Due', weight: 1.8 },
      ],
      rows: touched.map((key) => {
        const item = items.get(key);
        return [
          { text: item ? namedWork(item.kind, item.title) : key },
          { text: item ? FOLLOW_UP_WORDS[item.state] : '' },
          { text: item?.owner ?? '' },
          { text: formatDate(item?.due ?? null) },
        ];
      }),
    },
    heading(1, 'Who noted what when'),
    {
      kind: 'table',
      columns: [
        { title: 'When', weight: 2.4 },
        { title: 'What', weight: 6.65 },
        { title: 'Who', weight: 1.95 },
      ],
      rows: followUp.map((entry) => [
        { text: formatInstant(entry.at) },
        { text: [items.get(entry.on)?.title ?? entry.on, changeText(entry), entry.note].filter(Boolean).join('\n') },
        { text: entry.by },
      ]),
    },
  ];
}

/** What an entry says, in a line; empty when it only adds a note. */
export function changeText({ state, owner, due, value }: FollowUpEntry): string {
  return [
    state === undefined ? '' : FOLLOW_UP_WORDS[state],
    value === undefined ? '' : String(value),
    owner === undefined ? '' : `owner ${owner === '' ? 'nobody' : owner}`,
    due === undefined ? '' : due === null ? 'no date' : `due ${formatDate(due)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
