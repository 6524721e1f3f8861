import { X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import { FieldError } from '#renderer/components/field.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import type { SpellingLanguage } from '#shared/contract/spelling-contract.ts';
import './spelling-dialog.css';

const NAMES: Readonly<Record<SpellingLanguage, string>> = {
  'en-US': 'English (United States)',
  'en-GB': 'English (United Kingdom)',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pl: 'Polish',
};

type Shown = Answer<'spelling.show'>;

/** Languages that texts are checked in, and the words that somebody added. */
export function SpellingDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Spelling" isOpen={isOpen} onClose={onClose}>
      <Spelling />
    </Dialog>
  );
}

function Spelling() {
  const { client } = useHost();
  const [view, setView] = useState<Shown | CallFailure | null>(null);
  const { fault, isBusy, attempt } = useAttempt();
  const look = useCallback(async () => setView(await client['spelling.show']({})), [client]);
  useEffect(() => {
    void look();
  }, [look]);

  const change = async (work: Parameters<typeof attempt>[0]) => {
    await attempt(work);
    // What is shown is what is kept, also after a fault.
    const kept = await client['spelling.show']({});
    // At once, so that the focus can go on to what is there now.
    flushSync(() => setView(kept));
  };

  if (view === null) return <p className="visually-hidden">The languages are being looked up…</p>;
  if (view.kind === 'failed') return <FaultText fault={view} />;
  return (
    <div className="stack" aria-busy={isBusy}>
      {view.checker === 'own' ? (
        <Languages {...view} onChoose={(languages) => void change(() => client['spelling.choose']({ languages }))} />
      ) : (
        <p>{ELSEWHERE[view.checker]}</p>
      )}
      {view.trouble !== '' && <p>{view.trouble}</p>}
      {(view.checker !== 'browser' || view.words.length > 0) && (
        <Words words={view.words} onForget={(word) => change(() => client['spelling.forget']({ word }))} />
      )}
      <div role="status">{fault && <FieldError id="spelling-fault" text={fault.message} />}</div>
    </div>
  );
}

/** Who else chooses the languages. */
const ELSEWHERE = {
  system: 'macOS checks the spelling. Choose its languages in the settings of the system, under Keyboard.',
  browser:
    'In a browser window, the browser checks the spelling, in the languages of its own settings. Groundwork brings dictionaries only in the desktop program.',
} as const;

function Languages({
  offered,
  chosen,
  onChoose,
}: Pick<Shown, 'offered' | 'chosen'> & { readonly onChoose: (languages: SpellingLanguage[]) => void }) {
  return (
    <>
      <p>
        A word is right if one of these languages has it. The dictionaries come with Groundwork; nothing is fetched.
      </p>
      <ul className="spelling__languages" aria-label="Languages">
        {offered.map((language) => (
          <li key={language}>
            <Checkbox
              isSelected={chosen.includes(language)}
              onChange={(on) => onChoose(offered.filter((one) => (one === language ? on : chosen.includes(one))))}
            >
              {NAMES[language]}
            </Checkbox>
          </li>
        ))}
      </ul>
      {offered.length === 0 && <p>This program was installed without dictionaries.</p>}
      {offered.length > 0 && chosen.length === 0 && (
        <p className="small soft">Without a language, nothing is checked.</p>
      )}
    </>
  );
}

function Words({
  words,
  onForget,
}: {
  readonly words: readonly string[];
  readonly onForget: (word: string) => Promise<void>;
}) {
  const section = useRef<HTMLElement>(null);
  /** The focus goes on to the word that stands in its place, to the one before the last, else to the heading. */
  const forget = async (word: string, index: number) => {
    await onForget(word);
    const buttons = section.current?.querySelectorAll('button') ?? [];
    const next = buttons[Math.min(index, buttons.length - 1)] ?? section.current?.querySelector('h3');
    next?.focus();
  };
  return (
    <section className="stack stack--tight" ref={section}>
      <h3 tabIndex={-1}>Your own words</h3>
      {words.length === 0 ? (
        <p className="small soft">None yet. Add one from the menu of a word that is marked.</p>
      ) : (
        <ul className="spelling__words" aria-label="Your own words">
          {words.map((word, index) => (
            <li key={word}>
              <span>{word}</span>
              <IconButton icon={X} label={`Remove ${word}`} onPress={() => void forget(word, index)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
