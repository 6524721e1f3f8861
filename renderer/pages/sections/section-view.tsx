import type { ReviewEditor } from '#renderer/review/editor.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { TemplateSection } from '#shared/template/template.ts';
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

/** The page of a section, by its kind. */
export function SectionView({
  editor,
  section,
  seal,
}: {
  readonly editor: ReviewEditor;
  readonly section: TemplateSection;
  readonly seal: Seal;
}) {
  switch (section.kind) {
    case 'context':
      return <ContextPage editor={editor} section={section} />;
    case 'screening':
      return <ScreeningPage editor={editor} section={section} />;
    case 'rule':
      return <RulePage editor={editor} section={section} />;
    case 'questions':
      return <QuestionsPage editor={editor} section={section} />;
    case 'options':
      return <OptionsPage editor={editor} section={section} />;
    case 'path':
      return <PathPage editor={editor} section={section} />;
    case 'strategy':
      return <StrategyPage editor={editor} section={section} />;
    case 'risks':
      return <RisksPage editor={editor} section={section} />;
    case 'audit':
      return <AuditPage editor={editor} section={section} />;
    case 'training':
      return <TrainingPage editor={editor} section={section} />;
    case 'commitments':
      return <CommitmentsPage editor={editor} section={section} />;
    case 'evidence':
      return <EvidencePage editor={editor} section={section} />;
    case 'decision':
      return <DecisionPage editor={editor} section={section} />;
    case 'sign-off':
      return <SignOffPage editor={editor} section={section} seal={seal} />;
    default:
      return assertNever(section);
  }
}
