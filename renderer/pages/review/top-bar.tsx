import { ArrowLeft, Download, Keyboard, Presentation, Projector, Redo2, Undo2 } from 'lucide-react';
import { HOME_HREF } from '#renderer/base/routes.ts';
import { firstKeys } from '#renderer/base/shortcuts.ts';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { LeftToDo } from './left-to-do.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { StaleLink } from './stale-link.tsx';
import './top-bar.css';

export interface TopBarProps {
  readonly editor: ReviewEditor;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onExport: () => void;
  readonly onPresent: () => void;
  readonly onNextOpenPoint: () => void;
  /** Opens a second window, for the room. */
  readonly onOpenRoom: () => void;
  readonly onShowShortcuts: () => void;
}

/** Always in view: the way back, whether everything is saved, undo and export. */
export function TopBar(props: TopBarProps) {
  const { editor, onUndo, onRedo, onExport, onPresent, onOpenRoom, onNextOpenPoint, onShowShortcuts } = props;
  const canUndo = useSession(editor, (snapshot) => snapshot.canUndo);
  const canRedo = useSession(editor, (snapshot) => snapshot.canRedo);
  return (
    <header className="top-bar">
      <a className="top-bar__home" href={HOME_HREF}>
        <ArrowLeft aria-hidden size={18} />
        <span className="top-bar__word">Reviews</span>
      </a>
      <LeftToDo editor={editor} onNext={onNextOpenPoint} />
      <StaleLink editor={editor} />
      <SaveIndicator editor={editor} />
      <div className="top-bar__actions">
        <IconButton icon={Undo2} label="Undo" shortcut={firstKeys('undo')} isDisabled={!canUndo} onPress={onUndo} />
        <IconButton icon={Redo2} label="Redo" shortcut={firstKeys('redo')} isDisabled={!canRedo} onPress={onRedo} />
        <IconButton
          icon={Keyboard}
          label="Keyboard shortcuts"
          shortcut={firstKeys('sheet')}
          onPress={onShowShortcuts}
        />
        <IconButton icon={Presentation} label="Present" shortcut={firstKeys('present')} onPress={onPresent} />
        <IconButton icon={Projector} label="Second window for the room" onPress={onOpenRoom} />
        <span className="top-bar__export">
          <Button icon={Download} onPress={onExport}>
            Export
          </Button>
        </span>
      </div>
    </header>
  );
}
