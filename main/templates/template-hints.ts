import type { ZodError } from 'zod';
import { templateJsonSchema } from '#shared/json-schemas.ts';

/** Most findings that are listed; whoever mends these sees the next. */
export const FINDINGS_LIMIT = 50;

type Issue = ZodError['issues'][number];
type Node = Readonly<Record<string, unknown>>;

/**
 * One line for each fault of a template: its path, what is wrong, and a hint from the schema's own
 * documentation of the field.
 */
export function templateFindings(error: ZodError, json: unknown): readonly string[] {
  const schema = templateJsonSchema();
  const lines = error.issues.slice(0, FINDINGS_LIMIT).map((issue) => {
    const where = issue.path.map(String).join('.') || 'the file as a whole';
    const hint = hintFor(issue, nodeAt(schema, issue.path, json));
    return `${where}: ${wordsFor(issue, json)}${hint === '' ? '' : ` – ${hint}`}`;
  });
  const left = error.issues.length - FINDINGS_LIMIT;
  return left > 0 ? [...lines, `and ${left} more`] : lines;
}

function wordsFor(issue: Issue, json: unknown): string {
  const missing = issue.code === 'invalid_type' && valueAt(json, issue.path) === undefined;
  return missing ? 'is missing' : issue.message;
}

function hintFor(issue: Issue, node: Node): string {
  if (issue.code === 'unrecognized_keys') {
    const known = isNode(node.properties) ? Object.keys(node.properties) : [];
    return known.length === 0 ? '' : `known here: ${known.join(', ')}`;
  }
  return typeof node.description === 'string' ? node.description : '';
}

/** The schema of the value at a path; an empty one where the schema knows nothing. */
function nodeAt(schema: Node, path: readonly PropertyKey[], json: unknown): Node {
  let node = variantFor(schema, json);
  let value = json;
  for (const step of path) {
    value = memberOf(value, step);
    node = variantFor(childOf(node, step), value);
  }
  return node;
}

function childOf(node: Node, step: PropertyKey): Node {
  if (typeof step === 'number') {
    const fixed = Array.isArray(node.prefixItems) ? node.prefixItems[step] : undefined;
    return asNode(fixed ?? node.items);
  }
  return isNode(node.properties) ? asNode(node.properties[String(step)]) : {};
}

/** Of several forms the one whose `kind` the value has, or the one that is not just null. */
function variantFor(node: Node, value: unknown): Node {
  const forms = [node.oneOf, node.anyOf].find(Array.isArray)?.map(asNode);
  if (!forms) return node;
  const kind = memberOf(value, 'kind');
  const found =
    forms.find(
      ({ properties }) => isNode(properties) && kind !== undefined && asNode(properties.kind).const === kind,
    ) ??
    forms.find(({ type }) => type !== undefined && type !== 'null' && type !== 'object') ??
    forms.find(({ properties }) => isNode(properties) && !isNode(properties.kind));
  return { ...found, ...(typeof node.description === 'string' && { description: node.description }) };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(memberOf, json);
}

function memberOf(value: unknown, step: PropertyKey): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isNode(value) && Object.hasOwn(value, step) ? value[String(step)] : undefined;
}

function asNode(value: unknown): Node {
  return isNode(value) ? value : {};
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
