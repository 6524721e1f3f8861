import { X } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useLastShown, useLeaving } from '#renderer/base/leaving.ts';
import { TAKEN_IN, useLasting } from '#renderer/base/taken-in.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'normal' | 'wide';
  /** `alertdialog` for questions that cannot wait. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Whether Escape, the cross and a click beside close it; not while something must be decided. */
  readonly isDismissable?: boolean;
  /** Whether there is a cross; not where a button of the same name ends the dialog. */
  readonly hasCross?: boolean;
}

/** Whether what a dialog is about is still there, see `DialogFor`. */
const IsThere = createContext(true);

/** A dialog about something that is there or not: for as long as it is, and for as long after as the dialog takes to go. */
export function DialogFor<Subject>({
  subject,
  children,
}: {
  readonly subject: Subject | null;
  readonly children: (subject: Subject) => ReactNode;
}) {
  const shown = useLasting(subject);
  const isThere = subject !== null;
  const [{ was, turn }, setTurn] = useState({ was: isThere, turn: 0 });
  if (isThere !== was) setTurn({ was: isThere, turn: isThere ? turn + 1 : turn });
  if (shown === null) return null;
  // A new one each time: the one before may still be leaving, with what was typed in it.
  return (
    <IsThere key={turn} value={isThere}>
      {children(shown)}
    </IsThere>
  );
}

/** A dialog over the page; focus goes in, stays in, and comes back. */
export function Dialog(props: DialogProps) {
  const isThere = useContext(IsThere);
  const isOpen = props.isOpen && isThere;
  const { opening, isLeaving, overlay } = useLeaving(isOpen);
  const shown = useLastShown(props, isOpen);
  const { title, onClose, children, size = 'normal', role = 'dialog', isDismissable = true } = shown;
  const { hasCross = isDismissable } = shown;
  const isEntering = useEntering(isOpen);
  return (
    <ModalOverlay
      key={opening}
      ref={overlay}
      className="overlay"
      isOpen={isOpen}
      isEntering={isEntering}
      isExiting={isLeaving}
      UNSTABLE_deferUntilEntered
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`modal modal--${size}`}>
        <AriaDialog className="dialog" role={role}>
          <div className="dialog__header">
            <Title>{title}</Title>
            {hasCross && <IconButton icon={X} label="Close" onPress={onClose} />}
          </div>
          <IsThere value>{children}</IsThere>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Whether a dialog has just opened. The page behind it is hidden only after that: a screen reader that hears of what
 * is hidden before it has followed the focus looks for a place of its own, and says nothing of the dialog.
 */
function useEntering(isOpen: boolean): boolean {
  const [hasEntered, setEntered] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => setEntered(true), TAKEN_IN);
    return () => {
      clearTimeout(timer);
      setEntered(false);
    };
  }, [isOpen]);
  return isOpen && !hasEntered;
}

/** Has the focus once the dialog is there, unless a field of the dialog has it. */
function Title({ children }: { readonly children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  // Any sooner, a dialog below this one would take the focus back.
  useEffect(() => {
    const dialog = title.current?.closest('.dialog');
    if (!dialog?.contains(document.activeElement)) title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Heading slot="title" className="dialog__title" tabIndex={-1} ref={title}>
      {children}
    </Heading>
  );
}

/** The row of buttons that ends a dialog, the one to press last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="dialog__actions">{children}</div>;
}

export interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** What the confirming button does, as a verb: “Delete review”. */
  readonly confirm: string;
  readonly cancel?: string;
  readonly isDanger?: boolean;
  readonly children: ReactNode;
}

/** A question with two answers; leaving it means no. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirm,
  cancel = 'Cancel',
  isDanger = false,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} role="alertdialog">
      {children}
      <DialogActions>
        <Button onPress={onClose}>{cancel}</Button>
        <Button
          kind={isDanger ? 'danger' : 'primary'}
          onPress={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
