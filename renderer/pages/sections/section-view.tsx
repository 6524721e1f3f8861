import type { ComponentType } from 'react';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { SectionKind, SectionOf, TemplateSection } from '#shared/template/template.ts';
import { AuditPage } from './audit/audit-page.tsx';
import { CommitmentsPage } from './commitments/commitments-page.tsx';
import { ContextPage } from './context/context-page.tsx';
import { DecisionPage } from './decision/decision-page.tsx';
import { EvidencePage } from './evidence/evidence-page.tsx';
import { OptionsPage } from './options/options-page.tsx';
import { PathPage } from './path/path-page.tsx';
import { QuestionsPage } from './questions/questions-page.tsx';
import { RisksPage } from './risks/risks-page.tsx';
import { RulePage } from './rule/rule-page.tsx';
import { ScreeningPage } from './screening/screening-page.tsx';
import { SignOffPage } from './sign-off/sign-off-page.tsx';
import type { Seal } from './sign-off/use-seal.ts';
import { StrategyPage } from './strategy/strategy-page.tsx';
import { TrainingPage } from './training/training-page.tsx';

interface SectionPageProps<Section extends TemplateSection> {
  readonly editor: ReviewEditor;
  readonly section: Section;
  readonly seal: Seal;
}

/** The page of each kind of section. */
const sectionPages: { readonly [Kind in SectionKind]: ComponentType<SectionPageProps<SectionOf<Kind>>> } = {
  context: ContextPage,
  screening: ScreeningPage,
  rule: RulePage,
  questions: QuestionsPage,
  options: OptionsPage,
  path: PathPage,
  strategy: StrategyPage,
  risks: RisksPage,
  evidence: EvidencePage,
  audit: AuditPage,
  training: TrainingPage,
  commitments: CommitmentsPage,
  decision: DecisionPage,
  'sign-off': SignOffPage,
};

/** The page of a section, by its kind. */
export function SectionView({ editor, section, seal }: SectionPageProps<TemplateSection>) {
  // One entry of a union of components cannot be given the union of their sections.
  const Page = sectionPages[section.kind] as ComponentType<SectionPageProps<TemplateSection>>;
  return <Page editor={editor} section={section} seal={seal} />;
}
