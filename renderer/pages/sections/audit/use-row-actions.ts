import { useLayoutEffect, useRef, useState } from 'react';
import type { Dependency } from '#shared/kinds/audit/answers.ts';

/** What the rows of the audit can do. */
export interface RowActions {
  readonly change: (id: string, part: Partial<Omit<Dependency, 'id'>>, field: string) => void;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
}

/** The same object in every rendering, calling what is right for the latest: for memoised rows. */
export function useRowActions(actions: RowActions): RowActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState<RowActions>(() => ({
    change: (id, part, field) => latest.current.change(id, part, field),
    rename: (id, name) => latest.current.rename(id, name),
    remove: (id) => latest.current.remove(id),
  }));
  return stable;
}
