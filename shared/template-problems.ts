import { parseExpression } from './rule/expression.ts';
import type { TemplateShape } from './template-shape.ts';

export interface TemplateProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What the shape alone cannot say: unique ids, known references, readable conditions. */
export function templateProblems(template: TemplateShape): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const sourceIds = new Set(template.sources.map((source) => source.id));
  problems.push(...duplicates(template.sources, ['sources'], (source) => source.id));
  problems.push(...duplicates(template.sections, ['sections'], (entry) => entry.kind));

  const risks = template.sections.find((entry) => entry.kind === 'risks');
  template.sections.forEach((entry, index) => {
    const path = ['sections', index];
    for (const group of itemGroups(entry)) {
      problems.push(...duplicates(group.items, [...path, group.key], (row) => row.id));
      group.items.forEach((row, position) => {
        for (const source of row.sources ?? []) {
          if (!sourceIds.has(source)) {
            problems.push({ path: [...path, group.key, position, 'sources'], message: `unknown source "${source}"` });
          }
        }
      });
    }
    if (entry.kind === 'rule') problems.push(...ruleProblems(entry, path));
    if (entry.kind === 'path') {
      const risk = entry.wholesale?.risk;
      if (risk && !risks?.risks.some((row) => row.id === risk)) {
        problems.push({ path: [...path, 'wholesale', 'risk'], message: `unknown risk "${risk}"` });
      }
    }
    if (entry.kind === 'risks') {
      const groups = new Set(entry.groups.map((group) => group.id));
      entry.risks.forEach((risk, position) => {
        if (!groups.has(risk.group)) {
          problems.push({ path: [...path, 'risks', position, 'group'], message: `unknown group "${risk.group}"` });
        }
      });
    }
  });
  return problems;
}

interface ItemGroup {
  readonly key: string;
  readonly items: readonly { readonly id: string; readonly sources?: readonly string[] }[];
}

function itemGroups(entry: TemplateShape['sections'][number]): readonly ItemGroup[] {
  switch (entry.kind) {
    case 'context':
      return [{ key: 'fields', items: entry.fields }];
    case 'rule':
      return [
        { key: 'questions', items: entry.questions },
        { key: 'outcomes', items: entry.outcomes },
      ];
    case 'path':
      return [{ key: 'stages', items: entry.stages }];
    case 'strategy':
      return [
        { key: 'questions', items: entry.questions },
        { key: 'strategies', items: entry.strategies },
        { key: 'rules', items: entry.rules },
      ];
    case 'risks':
      return [
        { key: 'groups', items: entry.groups },
        { key: 'risks', items: entry.risks },
      ];
    case 'decision':
      return [{ key: 'choices', items: entry.choices }];
    case 'screening':
      return [
        { key: 'fit', items: [...entry.fit] },
        { key: 'misfit', items: [...entry.misfit] },
        { key: 'motivations', items: entry.motivations },
      ];
    case 'questions':
      return [{ key: 'groups', items: entry.groups }];
    case 'options':
      return [
        { key: 'candidates', items: entry.candidates },
        { key: 'criteria', items: entry.criteria },
        { key: 'projectKinds', items: entry.projectKinds },
      ];
    case 'evidence':
      return [{ key: 'measures', items: entry.measures }];
    case 'audit':
      return [
        { key: 'counterparts', items: entry.counterparts },
        { key: 'toolchain', items: entry.toolchain },
      ];
    case 'training':
      return [
        { key: 'topics', items: entry.topics },
        { key: 'phases', items: entry.phases },
      ];
    case 'commitments':
      return [{ key: 'commitments', items: entry.commitments }];
    case 'sign-off':
      return [];
  }
}

function ruleProblems(
  rule: Extract<TemplateShape['sections'][number], { kind: 'rule' }>,
  path: readonly (string | number)[],
): TemplateProblem[] {
  const known = new Set(rule.questions.map((question) => question.id));
  const problems: TemplateProblem[] = [];
  rule.outcomes.forEach((outcome, index) => {
    const at = [...path, 'outcomes', index, 'when'];
    const last = index === rule.outcomes.length - 1;
    if (last !== (outcome.when === null)) {
      problems.push({ path: at, message: 'the last outcome, and only that one, leaves out its condition (null)' });
    }
    for (const message of conditionProblems(outcome.when, known)) problems.push({ path: at, message });
  });
  return problems;
}

function conditionProblems(when: string | null, known: ReadonlySet<string>): readonly string[] {
  if (when === null) return [];
  const parsed = parseExpression(when);
  if (parsed.kind === 'invalid') return [parsed.message];
  return [...parsed.names].filter((id) => !known.has(id)).map((id) => `unknown question "${id}"`);
}

function duplicates<Row>(
  rows: readonly Row[],
  path: readonly (string | number)[],
  keyOf: (row: Row) => string,
): TemplateProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: [...path, index], message: `"${key}" stands here twice` }];
  });
}
