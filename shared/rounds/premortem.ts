import { LINE_LIMIT, LIST_LIMIT, TEXT_LIMIT } from '#shared/base/limits.ts';
import { addOwnRisk, changeAssessment, changeOwnRisk } from '#shared/kinds/risks/edit.ts';
import { type ReviewRisk, risksOf } from '#shared/kinds/risks/risks.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
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

/** The risk that quotes a cause: one of the team's own in its description, any other in its note; null while none does. */
export function riskOfCause(review: ReviewDocument, template: Template, cause: Cause): ReviewRisk | null {
  const quote = quoteOf(cause);
  const quotes = (text: string) => text.split('\n').includes(quote);
  const own = new Map(review.risks.own.map(({ id, description }) => [id, description]));
  return (
    risksOf(review, template).find(({ id, assessment }) => quotes(own.get(id) ?? '') || quotes(assessment.note)) ?? null
  );
}

/**
 * Merges causes into one risk, which keeps the words of each and who wrote them: a risk of the team's own in its description, a
 * risk of the template or the plan in its note. One that was set aside is to be decided on again.
 * @param risk id of a risk that is there, or of a new one, which is named after the first cause
 * @returns the same document where the words do not fit, as nobody's are cut
 */
export function mergeCauses(
  document: ReviewDocument,
  template: Template,
  risk: string,
  causes: readonly Cause[],
): ReviewDocument {
  const [first] = causes;
  if (!first) return document;
  const own = document.risks.own.find(({ id }) => id === risk);
  const listed = own ? undefined : risksOf(document, template).find(({ id }) => id === risk);
  const text = quoted(own?.description ?? listed?.assessment.note ?? '', causes);
  if (text === null) return document;
  if (listed) {
    const { applicable } = listed.assessment;
    return changeAssessment(document, risk, { note: text, ...(applicable === false && { applicable: null }) });
  }
  if (own) return changeOwnRisk(document, risk, { description: text });
  if (document.risks.own.length >= LIST_LIMIT) return document;
  const name = first.text.slice(0, LINE_LIMIT).toWellFormed();
  return changeOwnRisk(addOwnRisk(document, risk), risk, { name, description: text });
}

/** A text with the words of causes below it, each once; null where they do not fit. */
function quoted(before: string, causes: readonly Cause[]): string | null {
  const kept = before.trimEnd();
  const lines = new Set(kept.split('\n'));
  const added = [...new Set(causes.map(quoteOf))].filter((quote) => !lines.has(quote));
  const text = [...(kept === '' ? [] : [kept]), ...added].join('\n');
  return text.length > TEXT_LIMIT ? null : text;
}
