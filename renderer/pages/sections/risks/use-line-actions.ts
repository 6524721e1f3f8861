import { useLayoutEffect, useRef, useState } from 'react';

/** What the lines of the list can do. */
export interface RiskLineActions {
  readonly toggle: (id: string) => void;
  readonly setApplicable: (id: string, applicable: boolean) => void;
}

/** The same object in every rendering, calling what is right for the latest: for memoised lines. */
export function useLineActions(actions: RiskLineActions): RiskLineActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState<RiskLineActions>(() => ({
    toggle: (id) => latest.current.toggle(id),
    setApplicable: (id, applicable) => latest.current.setApplicable(id, applicable),
  }));
  return stable;
}
