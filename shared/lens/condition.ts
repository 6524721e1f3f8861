import { type Expression, parseExpression } from '#shared/base/expression.ts';

/** The word that a lens has in place of a condition in the rule that always holds. */
const DEFAULT_CONDITION = 'default';

export type ReadCondition =
  /** `when` is null for the rule that always holds. */
  | { readonly kind: 'read'; readonly when: string | null }
  /** `isOurs` where the format allows what we do not read. */
  | { readonly kind: 'unreadable'; readonly message: string; readonly isOurs: boolean };

/**
 * A lens condition in our ids: choice ids joined by `&&`, `||`, `!` and parentheses, or `default`. Only the
 * ids change, so the condition goes back into a lens as its author wrote it.
 */
export function readLensCondition(condition: string, ids: ReadonlyMap<string, string>): ReadCondition {
  if (condition.trim() === DEFAULT_CONDITION) return { kind: 'read', when: null };
  const odd = /[^\sA-Za-z0-9_&|!()]/u.exec(condition)?.[0];
  if (odd !== undefined) return unreadable(`“${odd}” has no place in a condition`);
  const missing = (condition.match(/\w+/g) ?? []).find((name) => !ids.has(name));
  if (missing !== undefined) return unreadable(`the question has no choice “${missing}”`);
  const when = condition.replace(/\w+/g, (name) => ids.get(name) ?? name);
  const parsed = parseExpression(when);
  return parsed.kind === 'valid' ? { kind: 'read', when } : unreadable(parsed.message, parsed.isTooDeep);
}

/** Longest condition that is written out, in characters: `atLeast` can grow beyond what anybody reads. */
const WRITTEN_LIMIT = 20_000;

/**
 * A condition of ours in lens ids; null when a lens cannot hold it. A lens has no `atLeast`, so that
 * is spelled out.
 */
export function writeLensCondition(when: string | null, ids: ReadonlyMap<string, string>): string | null {
  if (when === null) return DEFAULT_CONDITION;
  const parsed = parseExpression(when);
  if (parsed.kind === 'invalid') throw new Error(`Unreadable condition "${when}": ${parsed.message}`);
  const written = /\batLeast\b/.test(when)
    ? print(parsed.expression, ids)
    : when.replace(/[a-z0-9][a-z0-9-]*/g, (name) => ids.get(name) ?? name);
  // A choice that happens to be called like the word is meant as a choice.
  return written?.trim() === DEFAULT_CONDITION ? `(${written})` : written;
}

function unreadable(message: string, isOurs = false): ReadCondition {
  return { kind: 'unreadable', message, isOurs };
}

function print(expression: Expression, ids: ReadonlyMap<string, string>): string | null {
  switch (expression.kind) {
    case 'name':
      return ids.get(expression.name) ?? expression.name;
    case 'not': {
      const [of] = operands([expression.of], ids) ?? [];
      return of === undefined ? null : `!${of}`;
    }
    case 'all':
      return join(operands(expression.of, ids), ' && ');
    case 'any':
      return join(operands(expression.of, ids), ' || ');
    case 'at-least':
      return printAtLeast(expression.count, operands(expression.of, ids));
  }
}

/** Each operand once as text, in parentheses unless it is a name or its negation; null when one has no text. */
function operands(of: readonly Expression[], ids: ReadonlyMap<string, string>): readonly string[] | null {
  const texts: string[] = [];
  for (const part of of) {
    const text = print(part, ids);
    if (text === null) return null;
    texts.push(part.kind === 'name' || part.kind === 'not' ? text : `(${text})`);
  }
  return texts;
}

function printAtLeast(count: number, of: readonly string[] | null): string | null {
  const any = of?.[0];
  if (of === null || any === undefined) return null;
  // What always or never holds is said with a choice, as a lens has no words for it.
  if (count === 0) return `${any} || !${any}`;
  if (count > of.length) return `${any} && !${any}`;
  if (atLeastLength(count, of) > WRITTEN_LIMIT) return null;
  const parts = combinations(of, count).map((part) => (part.length === 1 ? part.join() : `(${part.join(' && ')})`));
  return join(parts, ' || ');
}

/** How long it will be written out, known before it is: each operand stands in as many combinations as leave it out of the others. */
function atLeastLength(count: number, of: readonly string[]): number {
  const ways = combinationCount(of.length, count);
  const joints = ' && '.length * (count - 1) + (count > 1 ? '()'.length : 0);
  const operators = ' || '.length * (ways - 1);
  return totalLength(of) * combinationCount(of.length - 1, count - 1) + ways * joints + operators;
}

function join(parts: readonly string[] | null, operator: string): string | null {
  if (parts === null || totalLength(parts) + operator.length * (parts.length - 1) > WRITTEN_LIMIT) return null;
  return parts.join(operator);
}

function totalLength(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

function combinations<T>(of: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return of.flatMap((first, index) => combinations(of.slice(index + 1), count - 1).map((rest) => [first, ...rest]));
}

function combinationCount(total: number, count: number): number {
  let ways = 1;
  for (let taken = 0; taken < count; taken++) ways = (ways * (total - taken)) / (taken + 1);
  return ways;
}
