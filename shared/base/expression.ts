/**
 * The condition language of template rules: question ids joined by `&&`, `||`, `!`, parentheses and
 * `atLeast(n, condition, …)`. Parsed here and never evaluated as code, so a template stays data.
 */
export type Expression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'all'; readonly of: readonly Expression[] }
  | { readonly kind: 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Expression[] };

export type ParsedExpression =
  | { readonly kind: 'valid'; readonly expression: Expression; readonly names: ReadonlySet<string> }
  /** `isTooDeep` where nothing is wrong but that we read no such nesting. */
  | { readonly kind: 'invalid'; readonly message: string; readonly isTooDeep: boolean };

/** Deepest nesting a condition may have; real rules need two or three levels. */
const DEPTH_LIMIT = 20;

/** Reads a condition; what cannot be read comes back as a message for the template's author. */
export function parseExpression(text: string): ParsedExpression {
  try {
    const parser = new Parser(text);
    return { kind: 'valid', expression: parser.parse(), names: parser.names };
  } catch (error) {
    if (error instanceof ExpressionError) {
      return { kind: 'invalid', message: error.message, isTooDeep: error instanceof TooDeepError };
    }
    throw error;
  }
}

/** Whether the condition holds when exactly the named questions are answered with yes. */
export function evaluate(expression: Expression, yes: ReadonlySet<string>): boolean {
  switch (expression.kind) {
    case 'name':
      return yes.has(expression.name);
    case 'not':
      return !evaluate(expression.of, yes);
    case 'all':
      return expression.of.every((part) => evaluate(part, yes));
    case 'any':
      return expression.of.some((part) => evaluate(part, yes));
    case 'at-least':
      return expression.of.filter((part) => evaluate(part, yes)).length >= expression.count;
  }
}

class ExpressionError extends Error {}
class TooDeepError extends ExpressionError {}

interface Token {
  readonly text: string;
  /** Position in the condition, counted from 1, for messages. */
  readonly column: number;
}

class Parser {
  readonly names = new Set<string>();
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  parse(): Expression {
    const expression = this.#any();
    const rest = this.#tokens[this.#next];
    if (rest) throw new ExpressionError(`unexpected "${rest.text}" at column ${rest.column}`);
    return expression;
  }

  #any(): Expression {
    return this.#joined('||', 'any', () => this.#all());
  }

  #all(): Expression {
    return this.#joined('&&', 'all', () => this.#unary());
  }

  #joined(operator: string, kind: 'any' | 'all', part: () => Expression): Expression {
    const first = part();
    const parts = [first];
    while (this.#accept(operator)) parts.push(part());
    return parts.length === 1 ? first : { kind, of: parts };
  }

  #unary(): Expression {
    if (++this.#depth > DEPTH_LIMIT) throw new TooDeepError(`nested deeper than ${DEPTH_LIMIT} levels`);
    const expression = this.#accept('!') ? ({ kind: 'not', of: this.#unary() } as const) : this.#primary();
    this.#depth--;
    return expression;
  }

  #primary(): Expression {
    if (this.#accept('(')) {
      const inner = this.#any();
      this.#expect(')');
      return inner;
    }
    const token = this.#take('a question id');
    if (token.text === 'atLeast') return this.#atLeast();
    if (!/^[a-z0-9][a-z0-9-]*$/.test(token.text)) {
      throw new ExpressionError(`expected a question id but found "${token.text}" at column ${token.column}`);
    }
    this.names.add(token.text);
    return { kind: 'name', name: token.text };
  }

  #atLeast(): Expression {
    this.#expect('(');
    const count = this.#take('a number');
    if (!/^\d{1,3}$/.test(count.text)) {
      throw new ExpressionError(`atLeast needs a number first, not "${count.text}" at column ${count.column}`);
    }
    const of: Expression[] = [];
    while (this.#accept(',')) of.push(this.#any());
    this.#expect(')');
    if (of.length === 0) throw new ExpressionError('atLeast needs conditions after its number');
    return { kind: 'at-least', count: Number(count.text), of };
  }

  #accept(text: string): boolean {
    if (this.#tokens[this.#next]?.text !== text) return false;
    this.#next++;
    return true;
  }

  #expect(text: string): void {
    const token = this.#take(`"${text}"`);
    if (token.text !== text) {
      throw new ExpressionError(`expected "${text}" but found "${token.text}" at column ${token.column}`);
    }
  }

  #take(wanted: string): Token {
    const token = this.#tokens[this.#next++];
    if (!token) throw new ExpressionError(`expected ${wanted} but the condition ends`);
    return token;
  }
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // Every character that is not white space lands in a token, so nothing is skipped unseen.
  for (const match of text.matchAll(/&&|\|\||[!(),]|[A-Za-z0-9_-]+|\S/g)) {
    tokens.push({ text: match[0], column: match.index + 1 });
  }
  return tokens;
}
