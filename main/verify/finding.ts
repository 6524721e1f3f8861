import { type Finding, type VerifyReport, verdictOf } from '#shared/verify/verify.ts';

/** A finding about a signature by its number, or about the file. */
export function finding(code: Finding['code'], signature: number | null = null, detail = ''): Finding {
  return { code, signature, detail };
}

/** A report that says nothing but what was found. */
export function report(findings: readonly Finding[]): VerifyReport {
  return {
    verdict: verdictOf(findings),
    sealedBytes: null,
    findings: [...findings],
    signatures: [],
    record: null,
    checks: { data: null, printedHash: null, visibleText: null },
  };
}
