import { useEffect, useEffectEvent } from 'react';

/** Fills the screen, where the window may. Has to be called while a key or a button is being answered. */
export function fillScreen(): void {
  // A window that may not is as good: the stage fills it.
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Calls when the person leaves the full screen, for which the browser keeps Esc to itself; gives the screen back at the end. */
export function useFullScreenLeft(onLeft: () => void): void {
  const left = useEffectEvent(onLeft);
  useEffect(() => {
    const onChange = () => {
      if (!document.fullscreenElement) left();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}
