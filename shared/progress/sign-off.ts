import { isBlank } from '../fields.ts';
import type { ReviewDocument } from '../review.ts';
import { approverStandings } from '../sign-off.ts';
import { type OpenPoint, point } from './open-point.ts';

export function signOffPoints(review: ReviewDocument, contentSha256: string): readonly OpenPoint[] {
  const standings = approverStandings(review, contentSha256);
  if (standings.length === 0) return [point('sign-off', ['approvers'], 'Name who approves')];
  return standings.flatMap(({ kind, approver }) => {
    const who = isBlank(approver.name) ? 'An unnamed approver' : approver.name;
    if (kind === 'unsigned') return [point('sign-off', [approver.id], `${who} has not signed`)];
    if (kind === 'stale') return [point('sign-off', [approver.id], `${who} signed an earlier version`)];
    return [];
  });
}
