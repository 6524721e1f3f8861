import { assertNever } from '#shared/base/assert-never.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { Approver } from './answers.ts';

/** Who decides on a review. */
export type Deciding =
  | { readonly rule: 'everybody' }
  /** `needed`: how many approvals are enough. */
  | { readonly rule: 'quorum'; readonly needed: number }
  /** One approver, after hearing all; null while nobody is named. `role`: in which, by the template; empty for any. */
  | { readonly rule: 'decider'; readonly decider: Approver | null; readonly role: string };

export type DecidingRule = Deciding['rule'];

/** Who decides: as the review says, else as its template presets it, else everybody named. */
export function decidingOf(review: ReviewDocument, template: Template): Deciding {
  const section = sectionOf(template, 'sign-off');
  const { deciding, approvers } = review.signOff;
  const role = section?.decider ?? '';
  const preset = section?.decider === undefined ? (section?.quorum === undefined ? 'everybody' : 'quorum') : 'decider';
  const rule = deciding?.rule ?? preset;
  switch (rule) {
    case 'everybody':
      return { rule };
    case 'quorum':
      return { rule, needed: deciding?.quorum ?? section?.quorum ?? 1 };
    case 'decider': {
      const named = approvers.find(({ id }) => id === deciding?.decider);
      const byRole = approvers.find((approver) => isSameRole(approver.role, role));
      return { rule, decider: named ?? (deciding?.decider === undefined ? byRole : undefined) ?? null, role };
    }
    default:
      return assertNever(rule);
  }
}

/** Who decides, in a sentence. */
export function decidingText(deciding: Deciding): string {
  switch (deciding.rule) {
    case 'everybody':
      return 'Everybody named has to approve.';
    case 'quorum':
      return `${deciding.needed} ${deciding.needed === 1 ? 'approval is' : 'approvals are'} enough.`;
    case 'decider': {
      const who = deciding.decider?.name ?? '';
      if (!isBlank(who)) return `${who} decides after hearing everybody named.`;
      return isBlank(deciding.role)
        ? 'One approver decides after hearing everybody named; nobody is chosen yet.'
        : `Whoever approves as “${deciding.role}” decides after hearing everybody named.`;
    }
    default:
      return assertNever(deciding);
  }
}

/** Whether two roles are the same: they are typed by hand, so case and spaces do not count. */
export function isSameRole(left: string, right: string): boolean {
  return !isBlank(left) && plain(left) === plain(right);
}

function plain(role: string): string {
  return role.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
