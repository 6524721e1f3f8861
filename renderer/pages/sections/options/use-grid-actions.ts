import { useLatest } from '#renderer/base/use-latest.ts';
import { say } from '#renderer/base/voice.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { OptionCriterion } from '#shared/kinds/options/criteria.ts';
import { editCell, markCell, setWeight } from '#shared/kinds/options/edit.ts';
import type { NotKnown } from '#shared/kinds/parts.ts';
import { anchor } from '#shared/review/anchor.ts';

/** What the cells of the grid can do. */
export interface GridActions {
  readonly score: (criterion: string, candidate: string, score: number | null) => void;
  readonly reason: (criterion: string, candidate: string, reason: string) => void;
  /** `key` names the field that was typed into. */
  readonly mark: (criterion: string, candidate: string, notKnown: NotKnown | null, key?: string) => void;
  readonly weigh: (criterion: OptionCriterion, weight: number | null) => void;
  /** Opens the reason of a cell, by its place. */
  readonly edit: (place: string) => void;
}

/** The same object in every rendering, working on the latest review: for memoised rows. */
export function useGridActions(editor: ReviewEditor, edit: (place: string) => void): GridActions {
  return useLatest<GridActions>({
    score: (criterion, candidate, score) => {
      editor.update((review) => editCell(review, criterion, candidate, { score }));
      say(score === null ? 'No score.' : `${score} of 5.`);
    },
    reason: (criterion, candidate, reason) =>
      editor.update(
        (review) => editCell(review, criterion, candidate, { reason }),
        anchor('options', criterion, candidate, 'reason'),
      ),
    mark: (criterion, candidate, notKnown, key) =>
      editor.update(
        (review) => markCell(review, criterion, candidate, notKnown),
        key && anchor('options', criterion, candidate, key),
      ),
    weigh: (criterion, weight) => {
      editor.update((review) => setWeight(review, criterion, weight));
      say(`Weight ${weight ?? 'as in the template'}.`);
    },
    edit,
  });
}
