import { useRef, useState } from 'react';
import { readRecordFile } from '#renderer/base/read-file.ts';
import { sayCancelled } from '#renderer/base/voice.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useJob } from '#renderer/host/use-job.ts';
import { RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { VERIFY_SIZE_LIMIT, type VerifyReport } from '#shared/verify/verify.ts';

/** How far the check of one file is. Two files may have one name, so each check has an id. */
export type FileCheck = { readonly id: string; readonly file: string } & (
  | { readonly kind: 'waiting' | 'checking' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'checked'; readonly report: VerifyReport; readonly source: Blob | null }
);

/** Checks the files that were dropped or chosen last, one after another. */
export function useVerification() {
  const { client } = useHost();
  const { progress, run, cancel, drop } = useJob(sayCancelled);
  const [checks, setChecks] = useState<readonly FileCheck[]>([]);
  const latest = useRef(0);

  /** Null when the person stopped it. */
  async function check(id: string, file: File): Promise<FileCheck | null> {
    const refused = (message: string): FileCheck => ({ id, file: file.name, kind: 'refused', message });
    if (file.size > RECORD_SIZE_LIMIT) return refused(tooLarge());
    const read = await readRecordFile(file);
    if (read.kind === 'failed') return refused(read.message);
    const answer = await run((job) => client['record.verify']({ pdf: read.text, job }));
    if (answer.kind === 'failed') return refused(answer.message);
    return answer.kind === 'cancelled'
      ? null
      : { id, file: file.name, kind: 'checked', report: answer.report, source: file };
  }

  async function checkAll(files: readonly File[]) {
    latest.current += 1;
    const turn = latest.current;
    drop();
    const idOf = (index: number) => `${turn}-${index}`;
    setChecks(files.map(({ name }, index) => ({ id: idOf(index), file: name, kind: 'waiting' })));
    for (const [index, file] of files.entries()) {
      setChecks((now) => now.with(index, { id: idOf(index), file: file.name, kind: 'checking' }));
      const done = await check(idOf(index), file);
      // Files dropped meanwhile have taken their place.
      if (turn !== latest.current) return;
      // Verdicts that are there stay; the rest was not wanted.
      if (!done) return setChecks((now) => now.slice(0, index));
      setChecks((now) => now.with(index, done));
    }
  }

  /** Checks the sealed record of a review, which lies in the data folder. */
  async function checkSealed(review: string) {
    latest.current += 1;
    const turn = latest.current;
    const id = `${turn}-sealed`;
    const put = (check: FileCheck) => {
      if (turn === latest.current) setChecks([check]);
    };
    put({ id, file: SEALED, kind: 'checking' });
    const answer = await run((job) => client['record.verifySealed']({ id: review, job }));
    if (answer.kind === 'failed') return put({ id, file: SEALED, kind: 'refused', message: answer.message });
    if (answer.kind === 'cancelled') return turn === latest.current && setChecks([]);
    put({ id, file: answer.file, kind: 'checked', report: answer.report, source: null });
  }

  return {
    checks,
    progress,
    checkSealed: (review: string) => void checkSealed(review),
    cancel,
    checkFiles: (files: readonly File[]) => {
      if (files.length > 0) void checkAll(files);
    },
  };
}

/** What a sealed record is called while its name is not known. */
const SEALED = 'The sealed record';

function tooLarge(): string {
  const [here, there] = [RECORD_SIZE_LIMIT, VERIFY_SIZE_LIMIT].map((limit) => limit / 1024 / 1024);
  return `The file is larger than ${here} MB, the most that this window checks. The command “groundwork verify” takes files of up to ${there} MB.`;
}
