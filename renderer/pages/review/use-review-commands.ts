import { agendaHref, leftHref, recordHref, sectionHref, toDoHref, votesHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { keepsOwnUndo, useShortcuts } from '#renderer/base/use-shortcuts.ts';
import { say } from '#renderer/base/voice.ts';
import { useToast } from '#renderer/components/toast.tsx';
import { useMenuCommands } from '#renderer/host/use-menu-commands.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { type ChangedPage, changedWords } from '#shared/review/changed-places.ts';
import type { ReviewPlace } from './review-place.ts';
import { lookBeforeStep, showStep } from './show-step.ts';

export interface ReviewCommands {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What keys ask of the page around the review. */
export type ReviewWishes = {
  readonly [Name in
    | 'goToOpenPoint'
    | 'exportIt'
    | 'print'
    | 'rename'
    | 'duplicate'
    | 'reveal'
    | 'verify'
    | 'present'
    | 'vote'
    | 'addToDo'
    | 'park'
    | 'openPalette']: () => void;
};

/** Answers the keys and the menu while a review is open. */
export function useReviewCommands(
  session: ReviewSession,
  { position }: ReviewPlace,
  page: ChangedPage | null,
  wanted: ReviewWishes,
): ReviewCommands {
  const toast = useToast();
  const { id } = session;
  const { sections } = session.template;

  const goTo = (place: number) => {
    const kind = sections[place]?.kind;
    if (kind) navigate(sectionHref(id, kind));
    else if (place === sections.length) navigate(recordHref(id));
  };
  const step = async (direction: 'undo' | 'redo') => {
    if (keepsOwnUndo(document.activeElement)) return;
    const look = lookBeforeStep();
    const taken = await session[direction]();
    if (!taken) return;
    const changed = changedWords(taken.before, taken.after, session.template);
    if (changed !== '') say(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${changed}.`);
    showStep(taken, look, { id, template: session.template, page });
  };
  const save = async () => {
    if (await session.flush()) toast({ text: 'Everything is saved.' });
  };
  const steps = { undo: () => void step('undo'), redo: () => void step('redo') };

  useShortcuts({
    ...steps,
    nextSection: () => goTo(position + 1),
    previousSection: () => goTo(position - 1),
    nextOpenPoint: wanted.goToOpenPoint,
    present: wanted.present,
    vote: wanted.vote,
    votes: () => navigate(votesHref(id)),
    addToDo: wanted.addToDo,
    park: wanted.park,
    palette: wanted.openPalette,
    left: () => navigate(leftHref(id)),
    toDo: () => navigate(toDoHref(id)),
    agenda: () => navigate(agendaHref(id)),
    record: () => navigate(recordHref(id)),
    export: wanted.exportIt,
    print: wanted.print,
    save: () => void save(),
  });
  const { exportIt, print, rename, duplicate, reveal, verify } = wanted;
  useMenuCommands({ ...steps, export: exportIt, print, rename, duplicate, reveal, verify });
  return steps;
}
