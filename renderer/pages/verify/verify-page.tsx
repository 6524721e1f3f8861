import { FileSearch } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFileDrop } from '#renderer/base/use-file-drop.ts';
import { useLatest } from '#renderer/base/use-latest.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { FileChooser } from '#renderer/components/file-chooser.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { WorkProgress } from '#renderer/components/work-progress.tsx';
import type { JobProgress } from '#renderer/host/watch-job.ts';
import { CheckedFiles, standing } from './checked-files.tsx';
import { type FileCheck, useVerification } from './use-verification.ts';
import { VerifyResult } from './verify-result.tsx';
import './verify-page.css';
import '#renderer/components/wide-page.css';

const nothing = () => undefined;

/** Checks records: drop files, read the verdicts. */
export function VerifyPage({
  sealed,
  handed = [],
  onTaken = nothing,
  onShowShortcuts,
}: {
  /** Review whose sealed record is checked at once; null for none. */
  readonly sealed: string | null;
  /** Records that were handed to the program, to be checked at once. */
  readonly handed?: readonly File[];
  /** Told that they are being checked. */
  readonly onTaken?: () => void;
  readonly onShowShortcuts: () => void;
}) {
  const { checks, progress, cancel, checkFiles, checkSealed } = useVerification();
  const [chosen, setChosen] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]) => {
    setChosen(0);
    checkFiles(files);
  };
  const isDropping = useFileDrop(take);
  const latest = useLatest({ checkSealed, take, onTaken });
  useEffect(() => {
    if (sealed !== null) latest.checkSealed(sealed);
  }, [sealed, latest]);
  useEffect(() => {
    if (handed.length === 0) return;
    latest.take(handed);
    latest.onTaken();
  }, [handed, latest]);
  const choose = () => input.current?.click();
  // Files that were still to be checked are gone when that is stopped.
  const shown = checks[chosen] ?? checks.at(-1);

  return (
    <div className="wide-page verify">
      <SideHeader title="Verify a record" onShowShortcuts={onShowShortcuts}>
        {shown && (
          <Button kind="primary" icon={FileSearch} onPress={choose}>
            Check another file…
          </Button>
        )}
      </SideHeader>
      <main className="wide-page__main" aria-busy={checks.some(({ kind }) => kind === 'checking')}>
        <FileChooser ref={input} label="Records to check" accept=".pdf,application/pdf" onFiles={take} />
        {!shown && <Invitation onChoose={choose} />}
        <p role="status" className="visually-hidden">
          {spoken(checks)}
        </p>
        {checks.length > 1 && (
          <CheckedFiles checks={checks} shown={shown ? checks.indexOf(shown) : 0} onShow={setChosen} />
        )}
        {shown && <ShownCheck check={shown} progress={progress} onCancel={cancel} />}
      </main>
      {isDropping && <div className="wide-page__drop">Drop the records to check them</div>}
    </div>
  );
}

function Invitation({ onChoose }: { readonly onChoose: () => void }) {
  return (
    <section className="verify__invitation">
      <FileSearch aria-hidden size={32} />
      <h2>Drop a record here</h2>
      <p>
        Groundwork checks who signed it, whether anything was changed or added since, and whether its pages belong to
        the review inside. The file is only read: nothing in it runs, and nothing of it is kept or sent anywhere.
        Several files are checked one after another.
      </p>
      <Button kind="primary" icon={FileSearch} onPress={onChoose}>
        Choose a record (PDF)…
      </Button>
    </section>
  );
}

interface ShownCheckProps {
  readonly check: FileCheck;
  readonly progress: JobProgress | null;
  readonly onCancel: () => void;
}

function ShownCheck({ check, progress, onCancel }: ShownCheckProps) {
  switch (check.kind) {
    case 'waiting':
      return <p className="soft">“{check.file}” is checked after those before it.</p>;
    case 'checking':
      return (
        <div className="stack">
          <p className="soft">“{check.file}”</p>
          <WorkProgress label="Check" start="Checking…" progress={progress} />
          {progress?.canCancel && (
            <div className="row">
              <Button onPress={onCancel}>Stop checking</Button>
            </div>
          )}
        </div>
      );
    case 'refused':
      return (
        <Callout tone="warning" title={`“${check.file}” was not checked`}>
          <p>{check.message}</p>
        </Callout>
      );
    case 'checked':
      return <VerifyResult file={check.file} report={check.report} source={check.source} />;
  }
}

/** What a screen reader says once all is done; the page has the rest, and the progress says so itself. */
function spoken(checks: readonly FileCheck[]): string {
  if (checks.some(({ kind }) => kind === 'waiting' || kind === 'checking')) return '';
  return checks
    .map((check) => `${check.file}: ${standing(check)}${check.kind === 'refused' ? `. ${check.message}` : ''}`)
    .join('; ');
}
