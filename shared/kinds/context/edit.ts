import type { ReviewDocument } from '#shared/review/review.ts';

type Subject = Pick<ReviewDocument, 'component' | 'candidate' | 'current'>;
type ContextDetails = Omit<ReviewDocument['context'], 'fields'>;

/** Changes what the review is about. */
export function editSubject(document: ReviewDocument, change: Partial<Subject>): ReviewDocument {
  return { ...document, ...change };
}

/** Changes when the workshop was held, by whom, with whom, or the evidence given for the context. */
export function editContext(document: ReviewDocument, change: Partial<ContextDetails>): ReviewDocument {
  return { ...document, context: { ...document.context, ...change } };
}

/** Writes a context field of the template; an emptied one leaves no trace in the document. */
export function editContextField(document: ReviewDocument, field: string, text: string): ReviewDocument {
  const { [field]: _, ...others } = document.context.fields;
  return {
    ...document,
    context: { ...document.context, fields: text === '' ? others : { ...document.context.fields, [field]: text } },
  };
}
