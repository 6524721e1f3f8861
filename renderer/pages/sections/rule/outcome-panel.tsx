import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Help } from '#renderer/components/help.tsx';
import { SpokenSigns } from '#renderer/components/spoken-signs.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { SplitVotesNote } from '#renderer/pages/sections/parts/split-votes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { explainFlips, explainOutcome } from '#shared/kinds/rule/explain.ts';
import type { RuleResult } from '#shared/kinds/rule/outcome.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { OutcomeBadges } from './outcome-badges.tsx';
import './rule-page.css';

export interface OutcomePanelProps {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'rule'>;
  readonly result: RuleResult;
}

/** What the answers come to, why, what would change it, and what it asks the team to write. */
export function OutcomePanel({ editor, section, result }: OutcomePanelProps) {
  const { settled } = result;
  const justification = useDocument(editor, ({ rule }) => rule.justification);
  const isUntouched = result.unanswered.length === section.questions.length;
  const prompt = settled?.prompt ?? null;
  const title = settled || isUntouched ? 'Outcome' : 'Outcome, not settled yet';
  useSaid(isUntouched ? '' : `${title}: ${explainOutcome(result)}`);

  return (
    <>
      <div className="outcome">
        <h3 className="outcome__title">{title}</h3>
        <OutcomeBadges result={result} />
        <p>{isUntouched ? 'It appears here with the first answer.' : explainOutcome(result)}</p>
      </div>
      <SplitVotesNote editor={editor} section="rule" />
      <DepartureNotes editor={editor} ids={['rule']} />
      {settled && <p>{settled.help}</p>}
      {prompt !== null && (
        <div className="stack stack--tight">
          <h4>What the record must say</h4>
          <p>{prompt}</p>
          <div className="row">
            <Button size="small" onPress={() => focusAnchor(anchor('rule', 'justification'))}>
              {isBlank(justification) ? 'Write it' : 'Go to the text'}
            </Button>
            {isBlank(justification) && <span className="small soft">still missing</span>}
          </div>
        </div>
      )}
      {!isUntouched && <Flips result={result} />}
      {!isUntouched && (
        <Help
          summary="Sources"
          texts={[]}
          sources={result.possible.flatMap((outcome) => outcome.sources)}
          template={editor.template}
          openLink={editor.openLink}
        />
      )}
    </>
  );
}

function Flips({ result }: { readonly result: RuleResult }) {
  const flips = explainFlips(result);
  const hasOpen = result.unsure.length + result.unanswered.length > 0;
  return (
    <div className="stack stack--tight">
      <h4>What would change it</h4>
      {flips.length === 0 && <p>Nothing: no single answer changes the outcome.</p>}
      {flips.length > 0 && (
        <ul className="outcome__flips">
          {flips.map((flip) => (
            <li key={flip}>
              <SpokenSigns text={flip} />
            </li>
          ))}
        </ul>
      )}
      {hasOpen && flips.length > 0 && <p className="small soft">The other open answers are taken to stay open.</p>}
    </div>
  );
}
