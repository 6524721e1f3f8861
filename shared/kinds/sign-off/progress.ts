import { isBlank } from '#shared/base/limits.ts';
import { type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { closedAs } from './closing.ts';
import { approverStandings } from './sign-off.ts';
import { type SignOffTally, signOffTally } from './tally.ts';

export function signOffPoints(review: ReviewDocument, template: Template, contentSha256: string): readonly OpenPoint[] {
  const standings = approverStandings(review, contentSha256);
  const tally = signOffTally(review, template, contentSha256);
  if (closedAs(review, template, contentSha256) !== null) return [];
  if (tally.isMet) return [point('sign-off', ['closing'], 'Seal the record to close the review')];
  if (standings.length === 0) return [point('sign-off', ['approvers'], 'Name who approves')];
  return [
    ...standings.flatMap(({ kind, approver }) => {
      const who = isBlank(approver.name) ? 'An unnamed approver' : approver.name;
      if (kind === 'unsigned') return [point('sign-off', [approver.id], `${who} has not signed`)];
      if (kind === 'stale') return [point('sign-off', [approver.id], `${who} signed an earlier version`)];
      return [];
    }),
    ...tally.objections.map(({ approver, name }) => point('sign-off', [approver], `${name} objects`)),
    ...rulePoints(tally, standings.length),
  ];
}

/** What the template asks for and the approvers named cannot give. */
function rulePoints(tally: SignOffTally, named: number): readonly OpenPoint[] {
  const owed = tally.roles
    .filter(({ kind }) => kind === 'unnamed')
    .map(({ role }) => point('sign-off', ['approvers'], `Name an approver in the role “${role}”`));
  const missing = tally.needed - named;
  const { deciding } = tally;
  if (deciding.rule === 'decider' && deciding.decider === null) {
    return [...owed, point('sign-off', ['deciding'], 'Choose who decides')];
  }
  if (missing <= 0) return owed;
  const text = `Name ${missing} more: ${tally.needed} approvals are needed`;
  return [...owed, point('sign-off', ['approvers'], text)];
}
