import { useId } from 'react';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { SourceNames } from '#renderer/components/help.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ScreeningSignal } from '#shared/kinds/screening/screening.ts';
import { SignalRow } from './signal-row.tsx';
import '#renderer/components/tone.css';
import './screening-page.css';

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
      {signals.some(({ sources }) => sources.length > 0) && (
        <div className="signals__sources">
          <Disclosure
            summary={
              <span className="small">
                Sources<span className="visually-hidden">: {title}</span>
              </span>
            }
          >
            <dl className="small">
              {signals.map(({ id: signal, name, sources }) => (
                <div key={signal}>
                  <dt>{name}</dt>
                  <dd className="soft">
                    <SourceNames sources={sources} template={editor.template} openLink={editor.openLink} />
                  </dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        </div>
      )}
    </section>
  );
}
