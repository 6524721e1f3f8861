import { ArrowLeft, FileSearch, Keyboard } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { verdictWords } from '#shared/verify-words.ts';
import { keysOf } from '../../app/shortcuts.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { HOME_HREF } from '../../routes.ts';
import { useFileDrop } from '../home/use-file-drop.ts';
import { useVerification, type Verification } from './use-verification.ts';
import { VerifyResult } from './verify-result.tsx';
import '../home/home-page.css';
import './verify-page.css';

/** Checks a record: drop a file, read the verdict. */
export function VerifyPage({ onShowShortcuts }: { readonly onShowShortcuts: () => void }) {
  const { state, progress, cancel, checkFiles } = useVerification();
  const input = useRef<HTMLInputElement>(null);
  const isDropping = useFileDrop(checkFiles);
  const choose = () => input.current?.click();

  useEffect(() => {
    document.title = 'Verify a record – Groundwork';
  }, []);

  return (
    <div className="home verify">
      <header className="home__header">
        <a className="home__brand verify__back" href={HOME_HREF}>
          <ArrowLeft aria-hidden size={18} /> All reviews
        </a>
        <h1>Verify a record</h1>
        <div className="home__actions">
          {state.kind !== 'waiting' && (
            <Button kind="primary" icon={FileSearch} onPress={choose}>
              Check another file…
            </Button>
          )}
          <IconButton icon={Keyboard} label="Keyboard shortcuts" shortcut={keysOf('sheet')} onPress={onShowShortcuts} />
        </div>
      </header>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Record to check"
        accept=".pdf,application/pdf"
        onChange={(event) => {
          checkFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was fetched anew.
          event.target.value = '';
        }}
      />
      <main className="home__main" aria-busy={state.kind === 'checking'}>
        {state.kind === 'waiting' && (
          <section className="verify__invitation">
            <FileSearch aria-hidden size={32} />
            <h2>Drop a record here</h2>
            <p>
              Groundwork checks who signed it, whether anything was changed or added since, and whether its pages belong
              to the review inside. The file is only read: nothing in it runs, and nothing of it is kept or sent
              anywhere.
            </p>
            <Button kind="primary" icon={FileSearch} onPress={choose}>
              Choose a record (PDF)…
            </Button>
          </section>
        )}
        <p role="status" className="visually-hidden">
          {spoken(state)}
        </p>
        {state.kind === 'checking' && (
          <div className="stack">
            <p className="soft">“{state.file}”</p>
            <WorkProgress label="Check" start="Checking…" progress={progress} />
            {progress?.canCancel && (
              <div className="row">
                <Button onPress={cancel}>Stop checking</Button>
              </div>
            )}
          </div>
        )}
        {state.kind === 'refused' && (
          <Callout tone="warning" title={`“${state.file}” was not checked`}>
            <p>{state.message}</p>
          </Callout>
        )}
        {state.kind === 'checked' && <VerifyResult file={state.file} report={state.report} />}
      </main>
      {isDropping && <div className="home__drop">Drop the record to check it</div>}
    </div>
  );
}

/** What a screen reader says when the state changes; the page has the rest. */
function spoken(state: Verification): string {
  switch (state.kind) {
    case 'waiting':
    // The progress says so itself.
    case 'checking':
      return '';
    case 'refused':
      return `Not checked. ${state.message}`;
    case 'checked':
      return `${state.file}: ${verdictWords(state.report).word}`;
  }
}
