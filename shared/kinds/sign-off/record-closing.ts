import { formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { heading } from '#shared/record/blocks.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { closedAs } from './closing.ts';
import { CLOSED_WORDS, FOLLOWED_WORDS } from './words.ts';

/** Advice that was asked for: from whom, what, and whether it is followed. */
export function adviceBlocks({ review }: RecordSource): readonly RecordBlock[] {
  const { advice = [] } = review.signOff;
  if (advice.length === 0) return [];
  return [
    heading(1, 'Advice'),
    {
      kind: 'table',
      columns: [
        { title: 'From', weight: 2 },
        { title: 'Advice', weight: 4.5 },
        { title: 'Followed, and why', weight: 4.5 },
      ],
      rows: advice.map(({ from, text, followed, why }) => [
        { text: from },
        { text },
        { text: [followed === null ? '' : FOLLOWED_WORDS[followed], why].filter((part) => !isBlank(part)).join('\n') },
      ]),
    },
  ];
}

/** Who closed the review, when and as what; nothing for reviews of versions in which nobody did. */
export function closedBlocks({ review, template, contentSha256 }: RecordSource): readonly RecordBlock[] {
  const { closed } = review;
  if (!closed) return [];
  const verdict = closedAs(review, template, contentSha256);
  return [
    heading(1, 'Closing'),
    {
      kind: 'fields',
      rows: [
        verdict === null
          ? {
              label: 'Closed as',
              text: `${CLOSED_WORDS[closed.verdict]}. The review was changed since, so this does not hold any more.`,
              tone: 'warning' as const,
            }
          : { label: 'Closed as', text: CLOSED_WORDS[verdict] },
        { label: 'Closed by', text: closed.by },
        { label: 'When', text: formatInstant(closed.at) },
        ...(isBlank(closed.reason) ? [] : [{ label: 'Why', text: closed.reason }]),
      ],
    },
  ];
}
