import { auditKind } from './audit/kind.ts';
import { commitmentsKind } from './commitments/kind.ts';
import { contextKind } from './context/kind.ts';
import { decisionKind } from './decision/kind.ts';
import { evidenceKind } from './evidence/kind.ts';
import type { KindRules } from './kind-rules.ts';
import { optionsKind } from './options/kind.ts';
import { pathKind } from './path/kind.ts';
import { questionsKind } from './questions/kind.ts';
import { risksKind } from './risks/kind.ts';
import { ruleKind } from './rule/kind.ts';
import { screeningKind } from './screening/kind.ts';
import { signOffKind } from './sign-off/kind.ts';
import { strategyKind } from './strategy/kind.ts';
import { trainingKind } from './training/kind.ts';

/**
 * Every kind of section: the one place that lists them. What a template and a review hold, progress, the
 * record, comparisons and checks all follow it; the compiler asks `sectionPages` of the screens for the rest.
 */
export const kinds = {
  context: contextKind,
  screening: screeningKind,
  rule: ruleKind,
  questions: questionsKind,
  options: optionsKind,
  path: pathKind,
  strategy: strategyKind,
  risks: risksKind,
  evidence: evidenceKind,
  audit: auditKind,
  training: trainingKind,
  commitments: commitmentsKind,
  decision: decisionKind,
  'sign-off': signOffKind,
};

export type SectionKind = keyof typeof kinds;
/** Kinds whose answers are content that a signature binds. */
export type ContentKind = Exclude<SectionKind, 'sign-off'>;

/** The kinds, in the order in which templates show them. */
export const kindList = Object.keys(kinds) as readonly SectionKind[];
export const contentKinds = kindList.filter((kind): kind is ContentKind => kind !== 'sign-off');

const rules: { readonly [Kind in SectionKind]: KindRules<Kind> } = kinds;

/** What a kind of section does. */
export function rulesOf<Kind extends SectionKind>(kind: Kind): KindRules<Kind> {
  return rules[kind];
}

type SectionSchema = (typeof kinds)[SectionKind]['section'];

/** The forms that a section of a template can have. */
export const sectionSchemas = kindList.map((kind) => kinds[kind].section) as unknown as readonly [
  SectionSchema,
  ...SectionSchema[],
];

/** Order in which the format has named these parts from the beginning; those of later kinds follow. */
const FIRST_PARTS: readonly ContentKind[] = [
  'context',
  'rule',
  'path',
  'screening',
  'questions',
  'options',
  'strategy',
  'evidence',
  'audit',
  'training',
  'commitments',
  'risks',
  'decision',
];

/** The parts of a review that hold its content, one for each kind. */
export const contentParts = Object.fromEntries(
  [...new Set([...FIRST_PARTS, ...contentKinds])].map((kind) => [kind, kinds[kind].answers]),
) as { readonly [Kind in ContentKind]: (typeof kinds)[Kind]['answers'] };
