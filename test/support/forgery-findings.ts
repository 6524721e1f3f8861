import type { Finding, FindingCode, VerifyReport } from '#shared/verify/verify.ts';

/** A finding as a report states it. */
export function finding(code: FindingCode, signature: number | null = null, detail = ''): Finding {
  return { code, signature, detail };
}

/** What a report finds beside that the keys are not known where it is checked, which holds for every record of a test. */
export function findingsIn({ findings }: VerifyReport): readonly Finding[] {
  return findings.filter(({ code }) => code !== 'signer-unknown');
}
