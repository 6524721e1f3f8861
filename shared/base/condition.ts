import { type Expression, evaluate, parseExpression } from './expression.ts';

/** Whether a condition holds: `open` while answers that are still open can turn it either way. */
export type ConditionState = 'holds' | 'fails' | 'open';

/** Reads a condition of a valid template. Throws on one that `templateProblems` refuses. */
export function readCondition(text: string): { readonly expression: Expression; readonly names: ReadonlySet<string> } {
  const parsed = parseExpression(text);
  if (parsed.kind === 'invalid') throw new Error(`Unreadable condition "${text}": ${parsed.message}`);
  return parsed;
}

/**
 * How a condition stands for the given answers. Open ones count both ways, so the
 * work doubles with each open name that the condition uses; templates have at most twelve.
 */
export function conditionState(
  when: string,
  yes: ReadonlySet<string>,
  open: ReadonlySet<string> = new Set(),
): ConditionState {
  const { expression, names } = readCondition(when);
  const found = new Set(
    subsets([...names].filter((name) => open.has(name))).map((extra) =>
      evaluate(expression, new Set([...yes, ...extra])),
    ),
  );
  if (found.size > 1) return 'open';
  return found.has(true) ? 'holds' : 'fails';
}

/** All subsets of a short list, the empty one first. */
export function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = ids;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}
