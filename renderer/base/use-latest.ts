import { useLayoutEffect, useState } from 'react';

/** Functions for events, by name. */
type Actions<T> = { readonly [Name in keyof T]: (...inputs: never[]) => unknown };

/** The same object in every rendering, calling what is right for the latest: for rows that are not drawn again. */
export function useLatest<T extends Actions<T>>(actions: T): T {
  const [held] = useState(() => holding(actions));
  useLayoutEffect(() => held.hold(actions));
  return held.stable;
}

function holding<T extends Actions<T>>(first: T): { readonly stable: T; readonly hold: (actions: T) => void } {
  let latest = first;
  const names = Object.keys(first) as (keyof T)[];
  const call =
    (name: keyof T) =>
    (...inputs: never[]) =>
      latest[name]?.(...inputs);
  return {
    stable: Object.fromEntries(names.map((name) => [name, call(name)])) as T,
    hold: (actions) => {
      latest = actions;
    },
  };
}
