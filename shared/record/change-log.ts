import { formatDate, formatInstant } from '#shared/base/dates.ts';
import { trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { CLOSED_WORDS, VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import { revisionNumber } from '#shared/review/revision.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

interface Entry {
  /** ISO 8601, a moment or a day. */
  readonly at: string;
  readonly what: string;
  readonly who: string;
}

/**
 * What happened to the review, oldest first, as far as the review itself knows: so the record of a copy says the
 * same. Kept states and other saves stay in the workbook that has them.
 */
export function changeLogBlocks({ review, template, contentSha256, savedAt }: RecordSource): readonly RecordBlock[] {
  const { supersedes, supersededBy, closed, deprecated, closings = {} } = review;
  const entries: readonly Entry[] = [
    {
      at: review.createdAt,
      what: supersedes
        ? `Begun as revision ${revisionNumber(review)}, to supersede “${supersedes.title}” (${shortHash(supersedes.contentSha256)})`
        : `Begun from the template “${template.title}”, version ${review.template.version}`,
      who: '',
    },
    ...(review.context.heldOn === null
      ? []
      : [{ at: review.context.heldOn, what: 'Workshop held', who: review.context.facilitator }]),
    ...review.signOff.signatures.map((signature) => ({
      at: signature.signedAt,
      what: `Signed: ${VERDICT_WORDS[signature.verdict].toLowerCase()}, for the content ${shortHash(signature.contentSha256)}`,
      who: signature.name,
    })),
    ...(closed
      ? [
          {
            at: closed.at,
            what: `Closed: ${CLOSED_WORDS[closed.verdict].toLowerCase()}\n${closed.reason}`.trim(),
            who: closed.by,
          },
        ]
      : []),
    ...Object.entries(closings).map(([id, { by, at, note }]) => {
      const condition = trackedConditions(review).find((entry) => entry.id === id)?.text ?? id;
      return { at, what: `Condition closed: ${condition}\n${note}`.trim(), who: by };
    }),
    ...(deprecated ? [{ at: deprecated.at, what: `Deprecated: ${deprecated.reason}`, who: deprecated.by }] : []),
    {
      at: savedAt,
      what: `Saved, with the content ${shortHash(contentSha256)}`,
      who: '',
    },
  ];
  const sorted = entries.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
  const rows = sorted.map(({ at, what, who }) => [
    { text: at.includes('T') ? formatInstant(at) : formatDate(at) },
    { text: what },
    { text: who },
  ]);
  const next = supersededBy ? [[{ text: '' }, { text: `Next revision: “${supersededBy.title}”` }, { text: '' }]] : [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'When', weight: 2.4 },
        { title: 'What', weight: 6.65 },
        { title: 'Who', weight: 1.95 },
      ],
      rows: [...rows, ...next],
    },
  ];
}
