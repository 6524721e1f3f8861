import { useSyncExternalStore } from 'react';

/** Whether single letters and signs do something while nobody types; the same all over the window. */
let isOn = true;
const watchers = new Set<() => void>();

export function singleKeysWork(): boolean {
  return isOn;
}

export function setSingleKeys(on: boolean): void {
  isOn = on;
  for (const tell of watchers) tell();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((tell) => {
    watchers.add(tell);
    return () => watchers.delete(tell);
  }, singleKeysWork);
}
