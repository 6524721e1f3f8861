import { LINE_LIMIT, LIST_LIMIT, TEXT_LIMIT } from '#shared/base/limits.ts';
import { addOwnRisk, changeOwnRisk } from '#shared/kinds/risks/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Round } from './rounds.ts';

/** One cause of the failure that a premortem imagines, in the words of who wrote it. */
export interface Cause {
  readonly voter: string;
  readonly text: string;
}

/** The causes that people wrote, one for each line, person by person. */
export function causesOf(rounds: readonly Round[]): readonly Cause[] {
  return rounds.flatMap(({ ballots }) =>
    ballots.flatMap(({ voter, reason }) =>
      reason.split('\n').flatMap((line): readonly Cause[] => {
        const text = line.replace(/^\s*[-*•]\s+/, '').trim();
        return text === '' ? [] : [{ voter, text }];
      }),
    ),
  );
}

/** A cause as a risk quotes it. */
export function quoteOf({ voter, text }: Cause): string {
  return `“${text}” (${voter})`;
}

/** The team's own risk that quotes a cause; null while none does. */
export function riskOfCause({ risks }: ReviewDocument, cause: Cause): ReviewDocument['risks']['own'][number] | null {
  const quote = quoteOf(cause);
  return risks.own.find(({ description }) => description.split('\n').includes(quote)) ?? null;
}

/**
 * Merges causes into one risk of the team's own, which keeps the words of each and who wrote them.
 * @param risk id of a risk that is there, or of a new one, which is named after the first cause
 */
export function mergeCauses(document: ReviewDocument, risk: string, causes: readonly Cause[]): ReviewDocument {
  const [first] = causes;
  if (!first) return document;
  const isThere = document.risks.own.some(({ id }) => id === risk);
  if (!isThere && document.risks.own.length >= LIST_LIMIT) return document;
  const added = isThere
    ? document
    : changeOwnRisk(addOwnRisk(document, risk), risk, { name: first.text.slice(0, LINE_LIMIT).toWellFormed() });
  const before = added.risks.own.find(({ id }) => id === risk)?.description ?? '';
  const lines = [...before.split('\n').filter((line) => line !== ''), ...causes.map(quoteOf)];
  const description = [...new Set(lines)].join('\n');
  // Nobody's words are cut: what does not fit goes into a risk of its own.
  return description.length > TEXT_LIMIT ? document : changeOwnRisk(added, risk, { description });
}
