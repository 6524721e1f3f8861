import { recordHref, sectionHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { keepsOwnUndo, useShortcuts } from '#renderer/base/use-shortcuts.ts';
import { say } from '#renderer/base/voice.ts';
import { useToast } from '#renderer/components/toast.tsx';
import { useMenuCommands } from '#renderer/host/use-menu-commands.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { ReviewPlace } from './review-place.ts';

export interface ReviewCommands {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Answers the keys and the menu while a review is open. */
export function useReviewCommands(
  session: ReviewSession,
  { section, isSection, position }: ReviewPlace,
  { goToOpenPoint, exportIt, present }: { readonly [Name in 'goToOpenPoint' | 'exportIt' | 'present']: () => void },
): ReviewCommands {
  const toast = useToast();
  const { id } = session;
  const { sections } = session.template;

  const goTo = (wanted: number) => {
    const kind = sections[wanted]?.kind;
    if (kind) navigate(sectionHref(id, kind));
    else if (wanted === sections.length) navigate(recordHref(id));
  };
  const titleOf = (changed: string) => sections.find(({ kind }) => kind === changed)?.title ?? 'the review';
  const step = (direction: 'undo' | 'redo') => {
    if (keepsOwnUndo(document.activeElement)) return;
    const changed = session[direction]();
    if (changed) say(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${titleOf(changed)}.`);
    const isElsewhere = changed && (!isSection || changed !== section?.kind);
    if (isElsewhere && sections.some(({ kind }) => kind === changed)) navigate(sectionHref(id, changed));
  };
  const save = async () => {
    if (await session.flush()) toast({ text: 'Everything is saved.' });
  };
  const steps = { undo: () => step('undo'), redo: () => step('redo') };

  useShortcuts({
    ...steps,
    nextSection: () => goTo(position + 1),
    previousSection: () => goTo(position - 1),
    nextOpenPoint: goToOpenPoint,
    present,
    record: () => navigate(recordHref(id)),
    export: exportIt,
    save: () => void save(),
  });
  useMenuCommands({ ...steps, export: exportIt });
  return steps;
}
