import { assertNever } from '#shared/base/assert-never.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { Approver, Signature } from './answers.ts';
import { type Deciding, decidingOf, isSameRole } from './deciding.ts';
import { approverStandings } from './sign-off.ts';

/** How a required role stands; `unnamed`: no approver has it. */
export interface RoleStanding {
  readonly role: string;
  readonly kind: 'unnamed' | 'waiting' | 'approved';
}

/** How the signatures for this content stand to what it takes to decide. */
export interface SignOffTally {
  readonly deciding: Deciding;
  /** Approvals needed: the quorum, the one of the decider, or everybody who is named. */
  readonly needed: number;
  /** Whether there is a quorum. */
  readonly hasQuorum: boolean;
  readonly approvals: readonly Signature[];
  /** Approvals of those who can live with it. */
  readonly reluctant: readonly Signature[];
  readonly objections: readonly Signature[];
  readonly roles: readonly RoleStanding[];
  /** Approvers who have not said a word yet, for this content or an earlier one. */
  readonly unheard: readonly Approver[];
  /** Whether the content is approved: enough approvals, one of each required role among them. */
  readonly isMet: boolean;
}

/** Counts the signatures for a content against who decides and which roles have to approve. */
export function signOffTally(review: ReviewDocument, template: Template, contentSha256: string): SignOffTally {
  const { approvers } = review.signOff;
  const standings = approverStandings(review, contentSha256);
  const signed = standings.flatMap((standing) => (standing.kind === 'signed' ? [standing.signature] : []));
  const approvals = signed.filter(({ verdict }) => verdict !== 'object');
  const deciding = decidingOf(review, template);
  const roles = (sectionOf(template, 'sign-off')?.requiredRoles ?? []).map((role): RoleStanding => {
    if (approvals.some((signature) => isSameRole(signature.role, role))) return { role, kind: 'approved' };
    const isNamed = approvers.some((approver) => isSameRole(approver.role, role));
    return { role, kind: isNamed ? 'waiting' : 'unnamed' };
  });
  const unheard = standings.flatMap(({ kind, approver }) => (kind === 'unsigned' ? [approver] : []));
  const counted = { deciding, approvals, unheard, named: approvers.length };
  return {
    deciding,
    needed: neededOf(deciding, approvers.length),
    hasQuorum: deciding.rule === 'quorum',
    approvals,
    reluctant: approvals.filter(({ verdict }) => verdict === 'can-live-with-it'),
    objections: signed.filter(({ verdict }) => verdict === 'object'),
    roles,
    unheard,
    isMet: isDecided(counted) && roles.every(({ kind }) => kind === 'approved'),
  };
}

function neededOf(deciding: Deciding, named: number): number {
  switch (deciding.rule) {
    case 'everybody':
      return named;
    case 'quorum':
      return deciding.needed;
    case 'decider':
      return 1;
    default:
      return assertNever(deciding);
  }
}

function isDecided({
  deciding,
  approvals,
  unheard,
  named,
}: Pick<SignOffTally, 'deciding' | 'approvals' | 'unheard'> & { readonly named: number }): boolean {
  if (deciding.rule !== 'decider') return named > 0 && approvals.length >= neededOf(deciding, named);
  const { decider } = deciding;
  return decider !== null && unheard.length === 0 && approvals.some(({ approver }) => approver === decider.id);
}
