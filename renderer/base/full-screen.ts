import { useEffect, useEffectEvent } from 'react';
import { isDialogOpen } from './leaving.ts';

/** Fills the screen, where the window may. Has to be called while a key or a button is being answered. */
export function fillScreen(): void {
  // A window that may not is as good: the stage fills it.
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Pages that want the full screen now; one hands it on to the next. */
let pages = 0;

/** Calls when the person leaves the full screen, for which the browser keeps Esc to itself; gives the screen back at the end. */
export function useFullScreenLeft(onLeft: () => void): void {
  const left = useEffectEvent(onLeft);
  useEffect(() => {
    const onChange = () => {
      // The Esc that the browser kept was for the dialog, which somebody is writing in.
      if (!document.fullscreenElement && !isDialogOpen()) left();
    };
    document.addEventListener('fullscreenchange', onChange);
    pages += 1;
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      pages -= 1;
      // Not at once: the page that comes next would take it for the person's leaving.
      queueMicrotask(() => {
        if (pages === 0 && document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
      });
    };
  }, []);
}
