// @ts-check
import { parseSync } from 'vite';

/**
 * A place where a guard can be taken out: the text between two offsets is to be replaced by another one.
 * @typedef {{ readonly start: number, readonly end: number, readonly off: string, readonly line: number, readonly where: string, readonly kind: string }} Mutant
 */

/**
 * All places of a source text where one guard can be taken out: conditions that lead to a refusal, and each part
 * of a condition. What a place becomes lets more pass, never less, as far as its form says.
 * @param {string} file
 * @param {string} code
 * @returns {readonly Mutant[]}
 */
export function mutantsOf(file, code) {
  const { program } = parseSync(file, code, { lang: 'ts' });
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {any} node @param {string} off @param {string} kind @param {string} where */
  const add = (node, off, kind, where) => {
    const line = code.slice(0, node.start).split('\n').length;
    if (!mutants.some(({ start, end, off: known }) => start === node.start && end === node.end && known === off)) {
      mutants.push({ start: node.start, end: node.end, off, line, where, kind });
    }
  };
  /** @param {any} node @param {string} outside */
  const visit = (node, outside) => {
    if (typeof node?.type !== 'string' || node.type.startsWith('TS')) return;
    const where = /^(FunctionDeclaration|MethodDefinition)$/.test(node.type) ? (node.id ?? node.key).name : outside;
    for (const { place, off, kind } of guardsAt(node)) add(place, off, kind, where);
    for (const part of Object.values(node).flat()) if (part && typeof part === 'object') visit(part, where);
  };
  visit(program, '');
  return mutants;
}

/**
 * @param {any} node
 * @returns {readonly { place: any, off: string, kind: string }[]}
 */
function guardsAt(node) {
  switch (node.type) {
    case 'IfStatement':
      return refuses(node.consequent) ? [{ place: node.test, off: 'false', kind: 'refusal' }] : [];
    case 'ConditionalExpression': {
      if (isNothing(node.consequent) === isNothing(node.alternate)) return [];
      return [{ place: node.test, off: String(isNothing(node.consequent)), kind: 'finding' }];
    }
    case 'LogicalExpression': {
      if (node.operator === '??') return [];
      const off = String(node.operator === '&&');
      const sides = [node.left, node.right].filter(({ type }) => type !== 'LogicalExpression');
      return sides.map((place) => ({ place, off, kind: `part of ${node.operator}` }));
    }
    case 'BinaryExpression':
      return node.operator === '!==' ? [{ place: node, off: 'false', kind: 'difference' }] : [];
    case 'CallExpression':
      return node.callee.property?.name === 'every' ? [{ place: node, off: 'true', kind: 'every' }] : [];
    default:
      return [];
  }
}

/** @param {any} statement */
function refuses(statement) {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ThrowStatement' || last?.type === 'ReturnStatement';
}

/** @param {any} node */
function isNothing(node) {
  return (
    (node.type === 'ArrayExpression' && node.elements.length === 0) || (node.type === 'Literal' && node.value === null)
  );
}

/**
 * The source text with each of its places behind a switch, `__mutant(number)`, which is on for one of them at a time. While
 * none is, `__seen(number, value, off)` hears what the place was and what it would be, and gives the former back.
 * @param {string} code
 * @param {readonly Mutant[]} mutants
 * @param {number} first number of the first one
 */
export function switched(code, mutants, first) {
  /** @type {{ at: number, text: string, order: number, index: number }[]} */
  const edits = mutants.flatMap(({ start, end, off }, index) => [
    {
      at: start,
      text: `(globalThis.__mutant(${first + index}) ? ${off} : globalThis.__seen(${first + index}, (`,
      order: end - start,
      index,
    },
    // Of two in one place, the one that opens last closes first.
    { at: end, text: `), ${off}))`, order: start - end, index: -index },
  ]);
  // Outer places open before inner ones and close behind them.
  const sorted = edits.toSorted(
    (left, right) =>
      left.at - right.at || rank(left) - rank(right) || right.order - left.order || left.index - right.index,
  );
  let out = '';
  let from = 0;
  for (const { at, text } of sorted) {
    out += code.slice(from, at) + text;
    from = at;
  }
  return out + code.slice(from);
}

/** Closings come before openings at the same place. @param {{ text: string }} edit */
function rank({ text }) {
  return text.startsWith(')') ? 0 : 1;
}
