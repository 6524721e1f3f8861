import { formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { expectationBlocks } from '#shared/follow-up/record-expectations.ts';
import { conditionNote } from '#shared/kinds/decision/record.ts';
import { afterwardsBlocks, closingBlocks } from '#shared/record/after-signing.ts';
import { empty, explained, heading } from '#shared/record/blocks.ts';
import type { RecordBlock, RecordSignature, Tone } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import type { Approver, Signature, SignersCondition } from './answers.ts';
import { adviceBlocks, closedBlocks } from './record-closing.ts';
import { tallyBlocks } from './record-sign-off-text.ts';
import { approverStandings, sealKindOf, shortHash } from './sign-off.ts';
import { VERDICT_WORDS } from './words.ts';

/** The colour of each verdict, wherever it stands. */
export const VERDICT_TONES = {
  approve: 'for',
  'approve-with-conditions': 'open',
  'can-live-with-it': 'open',
  object: 'warning',
} as const satisfies Record<Signature['verdict'], Tone>;

const STANDINGS = {
  signed: 'Signed for this content',
  stale: 'Signed for an earlier content: does not count for this one',
  unsigned: 'Not signed',
  replaced: 'Earlier signature, no longer in force',
} as const satisfies Record<RecordSignature['standing'], string>;

/** Each approver's latest signature, or the line that still waits for it. */
export function recordSignatures({ review, contentSha256 }: RecordSource): readonly RecordSignature[] {
  return approverStandings(review, contentSha256).map((standing) =>
    standing.kind === 'unsigned' ? waiting(standing.approver) : given(review, standing.signature, standing.kind),
  );
}

export function signOffBlocks(source: RecordSource, section: SectionOf<'sign-off'>): readonly RecordBlock[] {
  const { review, template, contentSha256 } = source;
  const standings = approverStandings(review, contentSha256);
  const shown = new Set(standings.flatMap((entry) => (entry.kind === 'unsigned' ? [] : [entry.signature])));
  const earlier = review.signOff.signatures.filter((signature) => !shown.has(signature));
  const renamed = standings.flatMap((entry) => (entry.kind === 'unsigned' ? [] : renamedSince(entry)));
  return [
    ...explained(template, [], section.statement),
    ...tallyBlocks(source),
    ...(standings.length === 0
      ? [empty('Nobody is named to approve this record.')]
      : recordSignatures(source).map((signature): RecordBlock => ({ kind: 'signature', signature }))),
    ...expectationBlocks(source),
    ...adviceBlocks(source),
    ...closedBlocks(source),
    ...closingBlocks(source),
    ...afterwardsBlocks(source),
    ...(renamed.length > 0 ? [{ kind: 'list', items: renamed } satisfies RecordBlock] : []),
    ...(earlier.length > 0
      ? [
          heading(1, 'Earlier signatures'),
          ...earlier.map((entry): RecordBlock => ({ kind: 'signature', signature: given(review, entry, 'replaced') })),
        ]
      : []),
  ];
}

/** The signature keeps name and role as signed; a later change of the approver is said beside it. */
function renamedSince({ approver, signature }: { approver: Approver; signature: Signature }): readonly string[] {
  if (approver.name === signature.name && approver.role === signature.role) return [];
  const now = [approver.name, approver.role].filter((part) => !isBlank(part)).join(', ');
  return [`Signed as ${signature.name}, now listed as: ${now === '' ? 'no name' : now}`];
}

function waiting(approver: Approver): RecordSignature {
  return {
    name: isBlank(approver.name) ? 'Unnamed approver' : approver.name,
    role: approver.role,
    verdict: '',
    tone: 'neutral',
    comment: '',
    typedName: '',
    drawing: [],
    signedAt: '',
    shortHash: '',
    standing: 'unsigned',
    standingText: STANDINGS.unsigned,
  };
}

function given(
  review: ReviewDocument,
  signature: Signature,
  standing: 'signed' | 'stale' | 'replaced',
): RecordSignature {
  // A witness who made no seal is not worth a word.
  const seal = standing === 'signed' || signature.certificate ? sealText(review, signature) : '';
  return {
    name: signature.name,
    role: signature.role,
    verdict: VERDICT_WORDS[signature.verdict],
    tone: VERDICT_TONES[signature.verdict],
    comment: [signature.comment, ...(signature.conditions ?? []).map(conditionText)].filter(Boolean).join('\n'),
    typedName: signature.typedName,
    drawing: signature.drawing,
    signedAt: formatInstant(signature.signedAt),
    shortHash: shortHash(signature.contentSha256),
    standing,
    standingText: [STANDINGS[standing], seal].filter(Boolean).join('. '),
  };
}

/** A signer's own condition, in a line below the comment. */
function conditionText({ text, owner, due, evidence }: SignersCondition): string {
  const note = conditionNote({ owner, due });
  const shown = isBlank(evidence) ? '' : ` Evidence: ${evidence}`;
  return `Condition: ${text}${note === '' ? '' : ` (${note})`}${shown}`;
}

/** Which kind of digital signature stands for a signature; the seals of a file say which it has. */
export function sealText(review: Pick<ReviewDocument, 'witnessedInstead'>, signature: Signature): string {
  const { certificate } = signature;
  if (!certificate) return 'Witnessed by the workbook';
  const { subject, issuer, sha256 } = certificate;
  const named = `own certificate of ${subject}, issued by ${issuer} (${shortHash(sha256)})`;
  return sealKindOf(review, signature) === 'own-certificate'
    ? `With the ${named}`
    : `Witnessed by the workbook: the ${named} was not at hand when the record was sealed`;
}
