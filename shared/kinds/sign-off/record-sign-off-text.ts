import { formatDate, formatInstant } from '#shared/base/dates.ts';
import type { RecordBlock, RecordConflict, RecordField } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { afterwardsOf } from '#shared/review/revision.ts';
import type { SignOffState } from './closing.ts';
import { openConditions } from './conditions.ts';
import { decidingText } from './deciding.ts';
import { objectionText } from './objection.ts';
import { approverStandings } from './sign-off.ts';
import { type SignOffTally, signOffTally } from './tally.ts';
import { CLOSED_WORDS } from './words.ts';

/** Where the sign-off stands and what that means, in a sentence or two. */
export function signOffText(source: RecordSource, state: SignOffState): string {
  const { review, template, contentSha256 } = source;
  const named = review.signOff.approvers.length;
  const tally = signOffTally(review, template, contentSha256);
  switch (state) {
    case 'unsigned':
      return named === 0 ? 'Nobody is named to approve it yet.' : 'Nobody has signed this content yet.';
    case 'partly-signed':
      return [`${givenText(signedCount(source), named)} this content.`, missingText(tally)].filter(Boolean).join(' ');
    case 'stale':
      return 'The review was changed after it was signed. A signature for an earlier content does not count for this one.';
    case 'objected': {
      const against = objectors(source);
      return `Signed by all approvers, but not agreed: ${against.join(', ')} ${against.length === 1 ? 'objects' : 'object'}.`;
    }
    case 'ready':
      return `${agreedText(source, tally)} Not closed yet, so it can still change.`;
    case 'not-agreed':
      return [`Not agreed: closed ${closedBy(review)}.`, review.closed?.reason.trim() ?? ''].filter(Boolean).join(' ');
    case 'dissent':
      return [`Decided against ${against(tally)}.`, agreedText(source, tally), provisionalText(source)]
        .filter(Boolean)
        .join(' ');
    case 'provisional':
      return `${agreedText(source, tally)} ${provisionalText(source)}`;
    case 'signed':
      return agreedText(source, tally);
  }
}

function against({ objections }: SignOffTally): string {
  return objections.length === 1 ? 'an objection' : `${objections.length} objections`;
}

/** That conditions are open, and what that means; empty when none is. */
function provisionalText({ review }: RecordSource): string {
  const open = openConditions(review).length;
  if (open === 0) return '';
  // What has been set aside does not become final any more.
  if (afterwardsOf(review)) return `${open === 1 ? 'One condition was' : `${open} conditions were`} never closed.`;
  return `Provisional: ${openText(open)}. It becomes final, and is issued again, once all are closed.`;
}

function openText(open: number): string {
  return open === 1 ? 'one condition is open' : `${open} conditions are open`;
}

/** When and by whom a review was closed, as the end of a sentence. */
function closedBy({ closed }: ReviewDocument): string {
  return closed ? `on ${formatDate(closed.at.slice(0, 10))} by ${closed.by}` : '';
}

/**
 * What the first page, the verdict box and Markdown say of a conflict: that it is not agreed, or was decided against an
 * objection, with each objection in its signer's words. Null where there is none.
 */
export function recordConflict(source: RecordSource, state: SignOffState): RecordConflict | null {
  const { review, template, contentSha256 } = source;
  if (state !== 'objected' && state !== 'dissent' && state !== 'not-agreed') return null;
  const { objections } = signOffTally(review, template, contentSha256);
  const reason = state === 'not-agreed' ? (review.closed?.reason.trim() ?? '') : '';
  return {
    kind: state === 'dissent' ? 'dissent' : 'not-agreed',
    title: CLOSED_WORDS[state === 'dissent' ? 'dissent' : 'not-agreed'],
    sentences: [...objections.map(objectionText), ...(reason === '' ? [] : [reason])],
  };
}

/** What became of a signed decision afterwards, in a sentence; empty while it stands. */
export function afterwardsText(review: ReviewDocument): string {
  switch (afterwardsOf(review)) {
    case 'superseded':
      return `Superseded by “${review.supersededBy?.title ?? ''}”.`;
    case 'deprecated':
      return 'Deprecated: this decision does not hold any more.';
    case null:
      return '';
  }
}

/** Names of the approvers whose signature for this content objects. */
function objectors({ review, contentSha256 }: RecordSource): readonly string[] {
  return approverStandings(review, contentSha256).flatMap((standing) =>
    standing.kind === 'signed' && standing.signature.verdict === 'object' ? [standing.signature.name] : [],
  );
}

/** What approval takes and how far it has come: the template's quorum and roles, and who is not content. */
export function tallyBlocks({ review, template, contentSha256 }: RecordSource): readonly RecordBlock[] {
  const tally = signOffTally(review, template, contentSha256);
  const rows: RecordField[] = [];
  if (tally.deciding.rule === 'decider') rows.push({ label: 'Who decides', text: decidingText(tally.deciding) });
  if (tally.hasQuorum) {
    rows.push({ label: 'Quorum', text: `${tally.needed} approvals needed, ${tally.approvals.length} given` });
  }
  if (tally.roles.length > 0) {
    rows.push({
      label: 'Roles that must approve',
      text: tally.roles.map(({ role, kind }) => `${role}: ${ROLE_WORDS[kind]}`).join('; '),
    });
  }
  if (tally.reluctant.length > 0) rows.push({ label: 'Can live with it', text: names(tally.reluctant) });
  const changedAt = review.signOff.deciding?.changedAt;
  if (changedAt)
    rows.push({
      label: 'Rule changed',
      text: `${formatInstant(changedAt)}, after the first signature`,
      tone: 'warning',
    });
  if (tally.objections.length > 0) rows.push({ label: 'Objections', text: names(tally.objections), tone: 'warning' });
  return rows.length === 0 ? [] : [{ kind: 'fields', rows }];
}

const ROLE_WORDS = {
  approved: 'approved',
  waiting: 'has not approved',
  unnamed: 'nobody is named',
} as const satisfies Record<SignOffTally['roles'][number]['kind'], string>;

function agreedText(source: RecordSource, tally: SignOffTally): string {
  const named = source.review.signOff.approvers.length;
  const signed = signedCount(source);
  const against = tally.objections.length === 0 ? '' : ` Objection on record: ${names(tally.objections)}.`;
  if (tally.deciding.rule === 'decider') {
    return `Decided by ${tally.deciding.decider?.name ?? ''} after hearing ${named === 1 ? 'nobody else' : `all ${named} approvers`}.${against}`;
  }
  if (tally.hasQuorum) {
    return `Approved by ${tally.approvals.length} of ${named} approvers; ${tally.needed} were needed.${against}`;
  }
  if (signed === 1) return 'Signed by the approver.';
  return signed === 2 ? 'Signed by both approvers.' : `Signed by all ${named} approvers.`;
}

/** Who has signed, as the beginning of a sentence. */
function givenText(signed: number, named: number): string {
  if (signed < named) return `${signed} of ${named} approvers have signed`;
  if (named === 1) return 'The approver has signed';
  return named === 2 ? 'Both approvers have signed' : `All ${named} approvers have signed`;
}

/** The approvals still missing, as far as the number of signatures does not say it; empty for none. */
function missingText({ deciding, needed, hasQuorum, approvals, roles }: SignOffTally): string {
  if (deciding.rule === 'decider') return decidingText(deciding);
  const owed = roles
    .filter(({ kind }) => kind !== 'approved')
    .map(({ role, kind }) => `one as “${role}”${kind === 'unnamed' ? ' (nobody is named)' : ''}`);
  const count = Math.max(needed - approvals.length, owed.length);
  if (count <= 0 || (owed.length === 0 && !hasQuorum)) return '';
  const number = count === 1 ? 'One approval is missing' : `${count} approvals are missing`;
  const among = owed.length < count ? ', among them ' : ': ';
  return `${number}${owed.length === 0 ? '' : among}${owed.join(' and ')}.`;
}

function signedCount({ review, contentSha256 }: RecordSource): number {
  return approverStandings(review, contentSha256).filter(({ kind }) => kind === 'signed').length;
}

function names(signatures: readonly { readonly name: string }[]): string {
  return signatures.map(({ name }) => name).join(', ');
}
