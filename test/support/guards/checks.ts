import { certificateChecks } from './certificate-checks.ts';
import type { GuardCheck } from './check.ts';
import { claimChecks } from './claim-checks.ts';
import { copiedChecks } from './copied-checks.ts';
import { documentChecks } from './document-checks.ts';
import { fileChecks } from './file-checks.ts';
import { laterChecks } from './later-checks.ts';
import { pageChecks } from './page-checks.ts';
import { signatureChecks } from './signature-checks.ts';
import { updateChecks } from './update-checks.ts';

/** All of them, ready to be run; what is wrong is said in a line, nothing when it is as it has to be. */
export function guardChecks(): readonly {
  readonly name: string;
  readonly isSlow: boolean;
  readonly run: () => Promise<string>;
}[] {
  const checks: readonly GuardCheck[] = [
    ...laterChecks(),
    ...updateChecks(),
    ...documentChecks(),
    ...copiedChecks(),
    ...pageChecks(),
    ...claimChecks(),
    ...signatureChecks(),
    ...fileChecks(),
    ...certificateChecks(),
  ];
  return checks.map(({ name, isSlow = false, said, is }) => ({
    name,
    isSlow,
    run: async () => {
      const [found, wanted] = [JSON.stringify(await said()), JSON.stringify(is)];
      return found === wanted ? '' : `${found}, not ${wanted}`;
    },
  }));
}
