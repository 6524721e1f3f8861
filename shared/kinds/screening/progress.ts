import { isBlank } from '#shared/base/limits.ts';
import { needed, type OpenPoint } from '#shared/review/open-point.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { signalOf } from './answers.ts';

/** Signals are ticked where they are there, so one of them, or a word on why there is none, will do. */
export function screeningPoints(review: ReviewDocument, section: SectionOf<'screening'>): readonly OpenPoint[] {
  const { motivation, motivationNote } = partOf(review, 'screening');
  const isChosen = section.motivations.some((entry) => entry.id === motivation);
  const isSilent = [...section.fit, ...section.misfit].every((signal) => {
    const { present, note } = signalOf(review, signal.id);
    return !present && isBlank(note);
  });
  return [
    ...needed(isSilent && isBlank(motivationNote), 'screening', ['signals'], 'Tick the signals that are there'),
    ...needed(!isChosen, 'screening', ['motivation'], 'Say why the team wants it'),
  ];
}
