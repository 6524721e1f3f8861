import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import type { templateShape } from './shape.ts';

/** A review template. Templates are data: the screens and the record follow them. */
export type Template = DeepReadonly<z.output<typeof templateShape>>;
export type TemplateSection = Template['sections'][number];
export type SectionKind = TemplateSection['kind'];
export type SectionOf<Kind extends SectionKind> = Extract<TemplateSection, { kind: Kind }>;
export type RuleQuestion = SectionOf<'rule'>['questions'][number];
export type RuleOutcome = SectionOf<'rule'>['outcomes'][number];
export type PathStage = SectionOf<'path'>['stages'][number];
export type Strategy = SectionOf<'strategy'>['strategies'][number];
export type DecisionChoice = SectionOf<'decision'>['choices'][number];
export type Lean = RuleOutcome['lean'];

/** The section of one kind; a template has each kind at most once. */
export function sectionOf<Kind extends SectionKind>(template: Template, kind: Kind): SectionOf<Kind> | undefined {
  return template.sections.find((entry): entry is SectionOf<Kind> => entry.kind === kind);
}
