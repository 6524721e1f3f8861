import { useId } from 'react';
import type { ScreeningSignal } from '#shared/screening.ts';
import type { Tone } from '../../../components/tone.ts';
import type { ReviewEditor } from '../../../editor.ts';
import { SignalRow } from './signal-row.tsx';

export interface SignalColumnProps {
  readonly editor: ReviewEditor;
  readonly title: string;
  readonly tone: Tone;
  readonly signals: readonly ScreeningSignal[];
  /** What does not fit the rule's answers, by signal id. */
  readonly clashes: ReadonlyMap<string, string>;
  /** How many of the signals are ticked. */
  readonly present: number;
}

/** The signals of one side. */
export function SignalColumn({ editor, title, tone, signals, clashes, present }: SignalColumnProps) {
  const id = useId();
  return (
    <section className={`signals tone--${tone}`} aria-labelledby={id}>
      <header className="signals__header">
        <h3 id={id}>{title}</h3>
        <span className="soft small">
          {present} of {signals.length} ticked
        </span>
      </header>
      <ul className="signals__rows">
        {signals.map((signal) => (
          <li key={signal.id}>
            <SignalRow editor={editor} signal={signal} clash={clashes.get(signal.id) ?? ''} />
          </li>
        ))}
      </ul>
    </section>
  );
}
