import { describe, expect, it } from 'vitest';
import { parseExpression } from '#shared/rule/expression.ts';

describe('parseExpression', () => {
  it('names the column of what it cannot read', () => {
    expect(parseExpression('safety && ?')).toEqual({
      kind: 'invalid',
      message: 'expected a question id but found "?" at column 11',
    });
  });
});
