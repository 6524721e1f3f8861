import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { LinkButton } from './link-button.tsx';
import './toast.css';

export interface ToastMessage {
  readonly text: string;
  /** A way back, such as “Undo”, or on; the toast stays longer with one. */
  readonly action?: ToastAction;
}

type ToastAction =
  | { readonly text: string; readonly onAction: () => void }
  /** A place of the program; arriving there, by whatever way, ends the toast. */
  | { readonly text: string; readonly href: string };

type ShowToast = (message: ToastMessage) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Time a toast stays, in milliseconds; with an action, and while it has focus or pointer, longer. */
const SHORT = 5_000;
const LONG = 12_000;

/** Shows a short message that goes away by itself. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

/** Holds the place where toasts appear; one at a time, the newest. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<ToastMessage | null>(null);
  const [isHeld, setHeld] = useState(false);
  const close = useCallback(() => {
    setShown(null);
    // What had the pointer or the focus is gone, and gone elements say no goodbye.
    setHeld(false);
  }, []);

  useEffect(() => {
    if (!shown || isHeld) return;
    const timer = setTimeout(close, shown.action ? LONG : SHORT);
    return () => clearTimeout(timer);
  }, [shown, isHeld, close]);

  const href = shown?.action && 'href' in shown.action ? shown.action.href : null;
  useEffect(() => {
    if (href === null) return;
    const closeThere = () => {
      if (location.hash.startsWith(href)) close();
    };
    addEventListener('hashchange', closeThere);
    return () => removeEventListener('hashchange', closeThere);
  }, [href, close]);

  const show = useMemo<ShowToast>(() => (message) => setShown({ ...message }), []);
  const action = shown?.action;
  return (
    <ToastContext value={show}>
      {children}
      <section
        className="toast-region"
        aria-label="Notifications"
        aria-live="polite"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {shown && (
          <div className="toast">
            <span className="toast__text">{shown.text}</span>
            {action && 'href' in action && (
              <LinkButton kind="quiet" size="small" href={action.href}>
                {action.text}
              </LinkButton>
            )}
            {action && 'onAction' in action && (
              <Button
                kind="quiet"
                size="small"
                onPress={() => {
                  close();
                  action.onAction();
                }}
              >
                {action.text}
              </Button>
            )}
            <IconButton icon={X} label="Dismiss" onPress={close} />
          </div>
        )}
      </section>
    </ToastContext>
  );
}
