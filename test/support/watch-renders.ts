/** What React keeps of a component on the page, as far as its developer tools read it, too. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly type: unknown;
  readonly stateNode: unknown;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly return: Fiber | null;
}

/** A component that was drawn. */
export interface Rendered {
  readonly name: string;
  /** The first element that it shows; null when it shows none. */
  readonly element: Element | null;
}

/** Kinds of components, by React's numbers: functions, classes, those with a ref, and memoised ones. */
const COMPONENTS = new Set([0, 1, 11, 14, 15]);
const ELEMENT = 5;
/** Set for a component that was called and not skipped. */
const PERFORMED_WORK = 1;

let seen: Rendered[] | null = null;

// React looks for its developer tools once, when it is loaded.
Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    isDisabled: false,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: () => undefined,
    onScheduleFiberRoot: () => undefined,
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => {
      const { current } = root;
      if (seen) collect(current, current.alternate, seen);
    },
  },
});

/** The components that are drawn while something is done, those that are drawn for the first time among them. */
export function rendersDuring(work: () => void): readonly Rendered[] {
  const found: Rendered[] = [];
  seen = found;
  try {
    work();
  } finally {
    seen = null;
  }
  return found;
}

function collect(now: Fiber, before: Fiber | null, found: Rendered[]): void {
  const isDrawn = before === null || (now.flags & PERFORMED_WORK) === PERFORMED_WORK;
  if (COMPONENTS.has(now.tag) && isDrawn) found.push({ name: nameOf(now.type), element: elementOf(now) });
  // The same children as before were skipped.
  if (now.child === before?.child) return;
  for (let child = now.child; child; child = child.sibling) collect(child, child.alternate, found);
}

function elementOf(fiber: Fiber): Element | null {
  if (fiber.tag === ELEMENT) return fiber.stateNode instanceof Element ? fiber.stateNode : null;
  for (let child = fiber.child; child; child = child.sibling) {
    const element = elementOf(child);
    if (element) return element;
  }
  return null;
}

/** The name of a component, also through `memo` and `forwardRef`. */
function nameOf(type: unknown): string {
  if (typeof type === 'function') return type.name;
  const { displayName, type: inner, render } = type as Readonly<Record<string, unknown>>;
  return typeof displayName === 'string' ? displayName : nameOf(inner ?? render);
}
