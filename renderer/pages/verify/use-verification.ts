import { useRef, useState } from 'react';
import { RECORD_SIZE_LIMIT } from '#shared/envelope.ts';
import { VERIFY_SIZE_LIMIT, type VerifyReport } from '#shared/verify.ts';
import { explainCall } from '../../app/explain-call.ts';
import { useHost } from '../../app/host.tsx';
import { useJob } from '../../app/use-job.ts';
import { readRecordFile } from '../home/read-review-file.ts';

export type Verification =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking'; readonly file: string }
  | { readonly kind: 'refused'; readonly file: string; readonly message: string }
  | { readonly kind: 'checked'; readonly file: string; readonly report: VerifyReport };

/** Checks the file that was dropped or chosen last. */
export function useVerification() {
  const { client } = useHost();
  const { progress, run, cancel } = useJob();
  const [state, setState] = useState<Verification>({ kind: 'waiting' });
  const latest = useRef(0);

  async function check(file: File) {
    latest.current += 1;
    const turn = latest.current;
    cancel();
    // A file dropped meanwhile has taken its place.
    const show = (next: Verification) => {
      if (turn === latest.current) setState(next);
    };
    show({ kind: 'checking', file: file.name });
    const refuse = (message: string) => show({ kind: 'refused', file: file.name, message });
    if (file.size > RECORD_SIZE_LIMIT) return refuse(tooLarge());
    const read = await readRecordFile(file);
    if (read.kind === 'refused') return refuse(read.message);
    try {
      const answer = await run((job) => client['record.verify']({ pdf: read.text, job }));
      if (answer.kind === 'failed') refuse(answer.message);
      else if (answer.kind === 'cancelled') show({ kind: 'waiting' });
      else show({ kind: 'checked', file: file.name, report: answer.report });
    } catch (error) {
      refuse(explainCall(error).message);
    }
  }

  return {
    state,
    progress,
    cancel,
    checkFiles: ([file]: readonly File[]) => {
      if (file) void check(file);
    },
  };
}

function tooLarge(): string {
  const [here, there] = [RECORD_SIZE_LIMIT, VERIFY_SIZE_LIMIT].map((limit) => limit / 1024 / 1024);
  return `The file is larger than ${here} MB, the most that this window checks. The command “groundwork verify” takes files of up to ${there} MB.`;
}
