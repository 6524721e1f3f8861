import { Badge } from '#renderer/components/badge.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import type { Verdict } from '#shared/verify/verify.ts';
import { verdictWords } from '#shared/verify/verify-words.ts';
import type { FileCheck } from './use-verification.ts';
import './verify-page.css';

/** The colour of a verdict, wherever it stands. */
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  intact: 'for',
  altered: 'warning',
  unsigned: 'open',
  unreadable: 'neutral',
  uncompared: 'open',
  'added-to': 'open',
};

export interface CheckedFilesProps {
  readonly checks: readonly FileCheck[];
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** Several files with their verdicts, to choose which one is shown in full. */
export function CheckedFiles({ checks, shown, onShow }: CheckedFilesProps) {
  return (
    <section className="verify__part" aria-labelledby="checked-files">
      <h2 id="checked-files">{checks.length} files</h2>
      <ol className="verify__files">
        {checks.map((check, index) => (
          <li key={check.id}>
            <button
              type="button"
              className="verify__file"
              aria-current={index === shown ? 'true' : undefined}
              onClick={() => onShow(index)}
            >
              <span className="verify__file-name">{check.file}</span>
              <Badge tone={check.kind === 'checked' ? VERDICT_TONES[check.report.verdict] : 'neutral'}>
                {standing(check)}
              </Badge>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is known of a file in a word or two. */
export function standing(check: FileCheck): string {
  switch (check.kind) {
    case 'waiting':
      return 'Waiting';
    case 'checking':
      return 'Checking…';
    case 'refused':
      return 'Not checked';
    case 'checked':
      return verdictWords(check.report).word;
  }
}
