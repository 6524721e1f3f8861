import { ArrowLeft, ArrowRight, Coffee, ListOrdered, Square, X } from 'lucide-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import type { ToDoKind } from '#shared/review/to-do.ts';
import { AddControls } from './add-controls.tsx';
import './stage.css';

export interface StageControlsProps {
  readonly previous: () => void;
  readonly next: () => void;
  readonly toggleAgenda: () => void;
  readonly toggleBlank: () => void;
  readonly leave: () => void;
  readonly add: (kind: ToDoKind) => void;
  readonly turnBreak: () => void;
  readonly isBreak: boolean;
  readonly isBlank: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What the keys do, for a pointer; not to be seen until one of them has the focus or the pointer comes near. */
export function StageControls(props: StageControlsProps) {
  return (
    <div className="stage-page__controls" role="toolbar" aria-label="Stage controls">
      <IconButton icon={ArrowLeft} label="Previous" isDisabled={props.isFirst} onPress={props.previous} />
      <IconButton icon={ArrowRight} label="Next" isDisabled={props.isLast} onPress={props.next} />
      <IconButton icon={ListOrdered} label="Agenda" shortcut="T" onPress={props.toggleAgenda} />
      <IconButton icon={Coffee} label={props.isBreak ? 'End the break' : 'Begin a break'} onPress={props.turnBreak} />
      <AddControls add={props.add} />
      <IconButton
        icon={Square}
        label={props.isBlank ? 'Show the stage' : 'Blank the stage'}
        shortcut="."
        onPress={props.toggleBlank}
      />
      <IconButton icon={X} label="Leave the stage" onPress={props.leave} />
    </div>
  );
}
