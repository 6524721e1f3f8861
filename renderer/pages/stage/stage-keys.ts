import { useEffectEvent, useLayoutEffect } from 'react';
import { isDialogOpen } from '#renderer/base/leaving.ts';
import { singleKeysWork } from '#renderer/base/single-keys.ts';

export interface StageActions {
  readonly leave: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  /** The next or previous answer of the thing shown. False when there is none, and the thing itself changes. */
  readonly stepAnswer: (direction: 1 | -1) => boolean;
  /** Gives the answer that has this key. False when none has. */
  readonly answer: (key: string) => boolean;
  readonly takeBack: () => void;
  /** Shows the rest of a list that does not fit, then its beginning again. */
  readonly turnList: () => void;
  readonly toggleBlank: () => void;
  /** Shows the agenda, and then what was there before it. */
  readonly toggleAgenda: () => void;
  readonly vote: () => void;
}

/** Answers the keys of the stage, before any control on it does. Letters and signs only where the person wants them to. */
export function useStageKeys(actions: StageActions, isBlank: boolean): void {
  const run = useEffectEvent((event: KeyboardEvent): boolean => {
    if (isBlank) return showAgain(event.key, actions);
    return move(event.key, actions) || (singleKeysWork() || isOnAnswer(event) ? type(event.key, actions) : false);
  });
  // Not after the drawing: what can be seen answers keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return;
      if (!run(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

/** What a person pressed to go on shows the stage again first. */
function showAgain(key: string, { toggleBlank }: StageActions): boolean {
  if (key !== '.' && key !== 'Escape' && !(key in MOVES)) return false;
  toggleBlank();
  return true;
}

const MOVES: Readonly<Record<string, (actions: StageActions) => void>> = {
  Escape: ({ leave }) => leave(),
  ArrowRight: ({ next }) => next(),
  PageDown: ({ next }) => next(),
  ArrowLeft: ({ previous }) => previous(),
  PageUp: ({ previous }) => previous(),
  Home: ({ first }) => first(),
  End: ({ last }) => last(),
  ArrowDown: ({ stepAnswer, next }) => stepAnswer(1) || next(),
  ArrowUp: ({ stepAnswer, previous }) => stepAnswer(-1) || previous(),
};

function move(key: string, actions: StageActions): boolean {
  MOVES[key]?.(actions);
  return key in MOVES;
}

function type(key: string, actions: StageActions): boolean {
  if (key === '.') actions.toggleBlank();
  else if (key.toLowerCase() === 'v') actions.vote();
  else if (key.toLowerCase() === 't') actions.toggleAgenda();
  else if (key.toLowerCase() === 'm') actions.turnList();
  else if (key === 'Delete' || key === 'Backspace') actions.takeBack();
  else return actions.answer(key.toLowerCase());
  return true;
}

function isOnAnswer({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio';
}
