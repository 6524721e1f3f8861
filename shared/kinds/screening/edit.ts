import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Signal, signalOf } from './answers.ts';
import { signalSchema } from './schema.ts';

const UNTOUCHED: Signal = signalSchema.parse({});

type Motivation = Pick<Part<'screening'>, 'motivation' | 'motivationNote'>;

/** Ticks a signal or writes how the team knows. A note stays when the tick is taken back. */
export function editSignal(document: ReviewDocument, signal: string, change: Partial<Signal>): ReviewDocument {
  const { signals } = partOf(document, 'screening');
  const entry = { ...signalOf(document, signal), ...change };
  return changePart(document, 'screening', { signals: withEntry(signals, signal, entry, UNTOUCHED) });
}

/** Changes which motivation comes nearest, or the reason in the team's own words. */
export function editMotivation(document: ReviewDocument, change: Partial<Motivation>): ReviewDocument {
  return changePart(document, 'screening', change);
}
