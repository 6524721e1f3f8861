import type { NotKnown } from '#shared/kinds/parts.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { replacePart } from '#shared/review/edit-part.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { trackedMeasures } from './measures.ts';
import type { Payback, PaybackEntry, PaybackInput } from './payback-inputs.ts';
import { paybackInputSchema, paybackSchema } from './payback-schema.ts';

const UNTOUCHED: PaybackEntry = paybackInputSchema.parse({});

/** Begins to work out the payback, for the first measure in use of which less is better. */
export function startPayback(document: ReviewDocument, template: Template): ReviewDocument {
  if (document.evidence?.payback) return document;
  const measure = trackedMeasures(document, template).find(({ better }) => better === 'lower');
  return withPayback(document, paybackSchema.parse({ measure: measure?.id ?? null }));
}

/** Takes the calculation out of the review, with all that was entered for it. */
export function dropPayback(document: ReviewDocument): ReviewDocument {
  const { payback: _, ...others } = partOf(document, 'evidence');
  return replacePart(document, 'evidence', others);
}

/** Changes the currency, the measure, or the months within which it should pay back. */
export function editPayback(
  document: ReviewDocument,
  change: Partial<Pick<Payback, 'currency' | 'measure' | 'within'>>,
): ReviewDocument {
  const payback = document.evidence?.payback;
  return payback ? withPayback(document, { ...payback, ...change }) : document;
}

/** What can change of an input; `notKnown` is null where the value is known again. */
export type InputChange = Partial<Pick<PaybackEntry, 'low' | 'high' | 'note'>> & {
  readonly notKnown?: NotKnown | null;
};

/** Enters a value or where it comes from, or says that it is not known, which takes the value away. */
export function editPaybackInput(
  document: ReviewDocument,
  { id, isStage }: Pick<PaybackInput, 'id' | 'isStage'>,
  change: InputChange,
): ReviewDocument {
  const payback = document.evidence?.payback;
  if (!payback) return document;
  const list = isStage ? 'stages' : 'inputs';
  const { notKnown: before, ...entry } = payback[list][id] ?? UNTOUCHED;
  const { notKnown = before ?? null, ...values } = change;
  const changed = { ...entry, ...values };
  const next = notKnown === null ? changed : { ...changed, low: null, high: null, notKnown };
  return withPayback(document, { ...payback, [list]: withEntry(payback[list], id, next, UNTOUCHED) });
}

function withPayback(document: ReviewDocument, payback: Payback): ReviewDocument {
  return replacePart(document, 'evidence', { ...partOf(document, 'evidence'), payback });
}
