import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, parseExpression } from '#shared/base/expression.ts';

function holds(text: string, ...yes: readonly string[]): boolean {
  const parsed = parseExpression(text);
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  return evaluate(parsed.expression, new Set(yes));
}

describe('parseExpression and evaluate', () => {
  it('binds && tighter than ||', () => {
    expect(holds('a || b && c', 'a')).toBe(true);
    expect(holds('(a || b) && c', 'a')).toBe(false);
  });

  it('negates', () => {
    expect(holds('!a')).toBe(true);
    expect(holds('!(a && b) && a', 'a')).toBe(true);
  });

  it('counts with atLeast, also over conditions', () => {
    expect(holds('atLeast(2, a, b, c)', 'a', 'c')).toBe(true);
    expect(holds('atLeast(2, a, b && c)', 'a', 'b')).toBe(false);
  });

  it('lists the questions a condition names', () => {
    const parsed = parseExpression('atLeast(1, safety, !latency) || shared');
    expect(parsed.kind === 'valid' && [...parsed.names]).toEqual(['safety', 'latency', 'shared']);
  });

  it.each([
    ['', 'expected a question id but the condition ends'],
    ['a &&', 'expected a question id but the condition ends'],
    ['a b', 'unexpected "b" at column 3'],
    ['(a', 'expected ")" but the condition ends'],
    ['safety && ?', 'expected a question id but found "?" at column 11'],
    ['a & b', 'unexpected "&" at column 3'],
    ['atLeast(a, b)', 'atLeast needs a number first, not "a" at column 9'],
    ['atLeast(2)', 'atLeast needs conditions after its number'],
    ['process.exit(1)', 'unexpected "." at column 8'],
  ])('refuses %j: %s', (text, message) => {
    expect(parseExpression(text)).toMatchObject({ kind: 'invalid', message });
  });

  it('refuses conditions nested without end instead of overflowing the stack', () => {
    for (const text of ['('.repeat(5000), '!'.repeat(5000), 'atLeast(1, '.repeat(5000)]) {
      expect(parseExpression(text)).toMatchObject({ kind: 'invalid', message: 'nested deeper than 20 levels' });
    }
  });

  it('answers any text with an expression or a message, never with an exception', () => {
    const piece = fc.constantFrom('a', 'b', '&&', '||', '!', '(', ')', ',', 'atLeast', '2', ' ', '∧', '"');
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          expect(['valid', 'invalid']).toContain(parseExpression(text).kind);
        },
      ),
    );
  });
});
