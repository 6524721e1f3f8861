import { useId } from 'react';
import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { Later } from '#renderer/components/later.tsx';
import { ResultBar } from '#renderer/components/result-bar.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { ruleResult } from '#shared/kinds/decision/decision.ts';
import type { SectionOf } from '#shared/template/template.ts';
import '#renderer/components/card.css';
import { OutcomeBadges } from './outcome-badges.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { QuestionCard } from './question-card.tsx';
import { RuleJustification } from './rule-justification.tsx';
import './rule-page.css';

/** The questions of the rule, with what the answers so far come to always in sight. */
export function RulePage({ editor, section }: { readonly editor: ReviewEditor; readonly section: SectionOf<'rule'> }) {
  const panelId = useId();
  const drawn = useRowsDrawn(1);
  const result = useDerived(editor, ruleResult);
  const justification = useDocument(editor, ({ rule }) => rule.justification);
  if (!result) return null;
  const prompt = result.settled?.prompt ?? null;
  const showsJustification = prompt !== null || !isBlank(justification);

  return (
    <div className="rule-page">
      <div className="rule-page__columns">
        <div className="stack">
          {section.questions.slice(0, drawn).map((question, index) => (
            <QuestionCard
              key={question.id}
              editor={editor}
              question={question}
              place={`Question ${index + 1} of ${section.questions.length}`}
            />
          ))}
          <Later>{showsJustification && <RuleJustification editor={editor} prompt={prompt} />}</Later>
        </div>
        <aside className="card rule-page__outcome" id={panelId} aria-label="Outcome so far">
          <OutcomePanel editor={editor} section={section} result={result} />
        </aside>
      </div>
      <ResultBar target={panelId}>
        <span className="soft">Outcome</span>
        <OutcomeBadges result={result} />
      </ResultBar>
    </div>
  );
}
