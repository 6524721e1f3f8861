import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Callout } from '#renderer/components/callout.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { pathWarnings } from '#shared/kinds/path/path.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { ScopeCard } from './scope-card.tsx';
import { StageCard } from './stage-card.tsx';
import './path-page.css';

/** The adoption path: whether the plan goes stage by stage, and the plan for each stage. */
export function PathPage({ editor, section }: { readonly editor: ReviewEditor; readonly section: SectionOf<'path'> }) {
  const drawn = useRowsDrawn(2);
  const warnings = useDerived(editor, pathWarnings);
  const nothingLeft = warnings.find(({ kind }) => kind === 'nothing-left');
  useSaid(nothingLeft?.text ?? '');

  return (
    <div className="stack path-page">
      {section.wholesale && <ScopeCard editor={editor} wholesale={section.wholesale} />}
      {nothingLeft && (
        <Callout tone="warning" title={nothingLeft.text} id={anchor('path', 'stages')}>
          <p>Keep at least one stage, or decide in the end against the candidate and say so there.</p>
        </Callout>
      )}
      <ol className="path">
        {section.stages.slice(0, drawn).map((stage, index) => (
          <li key={stage.id} className="path__stage">
            <StageCard editor={editor} stage={stage} number={index + 1} />
          </li>
        ))}
      </ol>
    </div>
  );
}
