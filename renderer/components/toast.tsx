import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { IS_MAC, writeKeys } from '#renderer/base/shortcuts.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { LinkButton } from './link-button.tsx';
import './toast.css';

export interface ToastMessage {
  readonly text: string;
  /** A way back, such as “Undo”, or on. */
  readonly action?: ToastAction;
}

type ToastAction =
  /** A way back; it waits until it is taken, sent away or another message comes. `keys` do the same on the page. */
  | { readonly text: string; readonly onAction: () => void; readonly keys: string }
  /** A place of the program; arriving there, by whatever way, ends the toast. */
  | { readonly text: string; readonly href: string };

type ShowToast = (message: ToastMessage) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Time a toast stays, in milliseconds; with a way on, and while it has focus or pointer, longer. */
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
  const region = useRef<HTMLElement>(null);
  /** What had the focus before the toast got it. */
  const cameFrom = useRef<Element | null>(null);
  const close = useCallback(() => {
    const hadFocus = region.current?.contains(document.activeElement);
    setShown(null);
    // What had the pointer or the focus is gone, and gone elements say no goodbye.
    setHeld(false);
    if (hadFocus && cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  }, []);

  useEffect(() => {
    if (!shown || isHeld || isWayBack(shown)) return;
    const timer = setTimeout(close, shown.action ? LONG : SHORT);
    return () => clearTimeout(timer);
  }, [shown, isHeld, close]);

  // A way back belongs to the page that it was offered on.
  useEffect(() => {
    if (!shown || !isWayBack(shown)) return;
    addEventListener('hashchange', close);
    return () => removeEventListener('hashchange', close);
  }, [shown, close]);

  const href = shown?.action && 'href' in shown.action ? shown.action.href : null;
  useEffect(() => {
    if (href === null) return;
    const closeThere = () => {
      if (location.hash.startsWith(href)) close();
    };
    addEventListener('hashchange', closeThere);
    return () => removeEventListener('hashchange', closeThere);
  }, [href, close]);

  const show = useMemo<ShowToast>(
    () => (message) => {
      setShown({ ...message });
      say(spoken(message));
    },
    [],
  );
  const action = shown?.action;
  return (
    <ToastContext value={show}>
      {children}
      <section
        className="toast-region"
        aria-label="Notifications"
        ref={region}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={({ relatedTarget }) => {
          setHeld(true);
          if (!region.current?.contains(relatedTarget)) cameFrom.current = relatedTarget;
        }}
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

function isWayBack({ action }: ToastMessage): boolean {
  return action !== undefined && 'onAction' in action;
}

/** The message and, as its button stands at the end of the page, the key that does the same. */
function spoken({ text, action }: ToastMessage): string {
  return action && 'onAction' in action ? `${text} ${action.text} with ${writeKeys(action.keys, IS_MAC)}.` : text;
}
