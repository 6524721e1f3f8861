import { TriangleAlert } from 'lucide-react';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PutToVote } from '#renderer/pages/sections/parts/put-to-vote.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { type Signal, signalOf } from '#shared/kinds/screening/answers.ts';
import { editSignal } from '#shared/kinds/screening/edit.ts';
import type { ScreeningSignal } from '#shared/kinds/screening/screening.ts';
import { anchor } from '#shared/review/anchor.ts';
import './screening-page.css';

/** A signal to tick, with a note on demand. */
export function SignalRow({
  editor,
  signal,
  clash,
}: {
  readonly editor: ReviewEditor;
  readonly signal: ScreeningSignal;
  /** What does not fit the rule's answers; empty when nothing. */
  readonly clash: string;
}) {
  const { present, note } = useDocument(editor, (review) => signalOf(review, signal.id));
  const id = anchor('screening', signal.id);
  const edit = (change: Partial<Signal>, key?: string) =>
    editor.update((review) => editSignal(review, signal.id, change), key);
  return (
    <div className={`signal ${present ? 'signal--present' : ''}`} id={id}>
      <Checkbox isSelected={present} describedBy={`${id}.help`} onChange={(isPresent) => edit({ present: isPresent })}>
        <span className="signal__name">{signal.name}</span>
      </Checkbox>
      <PutToVote isIcon review={editor.id} thing={id} name={signal.name} />
      <div className="signal__more">
        <p className="small soft" id={`${id}.help`}>
          {signal.help}
        </p>
        <Note
          label={`How you know: ${signal.name}`}
          addText="Say how you know"
          placeholder="How you know"
          value={note}
          onChange={(text) => edit({ note: text }, `${id}.note`)}
        />
        {clash !== '' && (
          <p className="signal__clash small">
            <TriangleAlert aria-hidden size={16} />
            <span>{clash}</span>
          </p>
        )}
      </div>
    </div>
  );
}
