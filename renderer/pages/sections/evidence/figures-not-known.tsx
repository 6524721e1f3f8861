import { CircleHelp } from 'lucide-react';
import { About, AboutWords } from '#renderer/components/about.tsx';
import { Button } from '#renderer/components/button.tsx';
import { NotKnownFields } from '#renderer/pages/sections/parts/not-known-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { markFigure } from '#shared/kinds/evidence/edit.ts';
import type { ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import { FIGURE_WORDS, type Figure } from '#shared/kinds/evidence/words.ts';
import { UNASSIGNED } from '#shared/kinds/not-known.ts';
import type { NotKnown } from '#shared/kinds/parts.ts';
import { anchor } from '#shared/review/anchor.ts';
import './evidence-page.css';

/** Figures that can be asked for and not be known; the one that was reached has just not been reached yet. */
const ASKED: readonly Figure[] = ['baseline', 'target'];

/** Says of an empty figure that it is not known, and who finds it out. */
export function FiguresNotKnown({
  editor,
  measure,
}: {
  readonly editor: ReviewEditor;
  readonly measure: ReviewMeasure;
}) {
  const { entry } = measure;
  const open = ASKED.filter((figure) => entry[figure] === null && !entry.notKnown?.[figure]);
  const mark = (figure: Figure, notKnown: NotKnown | null, key?: string) =>
    editor.update(
      (review) => markFigure(review, measure.id, figure, notKnown),
      key && anchor('evidence', measure.id, figure, key),
    );
  return (
    <>
      {ASKED.map((figure) => {
        const notKnown = entry.notKnown?.[figure];
        if (!notKnown) return null;
        const word = FIGURE_WORDS[figure];
        return (
          <About key={figure} subject={`${word} not known`}>
            <div className="measure__unknown">
              <p className="measure__unknown-words">
                {word} not known
                <Button kind="quiet" size="small" onPress={() => mark(figure, null)}>
                  Take back
                  <AboutWords />
                </Button>
              </p>
              <NotKnownFields
                editor={editor}
                value={notKnown}
                onChange={(changed, key) => mark(figure, changed, key)}
              />
            </div>
          </About>
        );
      })}
      {open.length > 0 && (
        <div className="row">
          {open.map((figure) => (
            <Button key={figure} kind="quiet" size="small" icon={CircleHelp} onPress={() => mark(figure, UNASSIGNED)}>
              {FIGURE_WORDS[figure]} not known
              <AboutWords />
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
