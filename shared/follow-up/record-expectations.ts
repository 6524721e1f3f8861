import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { heading } from '#shared/record/blocks.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { isStaying } from './suggestions.ts';

/** Predictions and tripwires as they stand at the decision; nothing where there are none. */
export function expectationBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const { predictions, tripwires = [] } = review;
  const blocks: RecordBlock[] = [];
  if (predictions && predictions.statements.length > 0) {
    blocks.push(heading(1, 'Predictions'), {
      kind: 'table',
      columns: [
        { title: 'What can be checked', weight: 5 },
        { title: 'On', weight: 1.6 },
        { title: 'Chances given', weight: 4.4 },
      ],
      rows: predictions.statements.map(({ id, text, on }) => [
        { text },
        { text: formatDate(on) },
        {
          text: predictions.given
            .flatMap(({ name, chances }) => (chances[id] === undefined ? [] : [`${name}: ${chances[id]} %`]))
            .join('\n'),
        },
      ]),
    });
  }
  if (tripwires.length > 0) {
    blocks.push(
      heading(
        1,
        isStaying(review, template)
          ? 'Plan for staying: signs that reopen the question'
          : 'Signs that reopen the question',
      ),
      {
        kind: 'table',
        columns: [
          { title: 'Sign', weight: 4 },
          { title: 'From', weight: 2 },
          { title: 'Where to look', weight: 2.5 },
          { title: 'Who, and when next', weight: 2.5 },
        ],
        rows: tripwires.map(({ sign, threshold, where, owner, due }) => [
          { text: sign },
          { text: threshold },
          { text: where },
          { text: [owner, formatDate(due)].filter((part) => !isBlank(part)).join(', ') },
        ]),
      },
    );
  }
  return blocks;
}
