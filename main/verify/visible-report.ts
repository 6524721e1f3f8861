import { visibleText } from '#main/record/words/visible.ts';
import type { VerifyReport } from '#shared/verify/verify.ts';

/** A report whose texts from the file can be shown: what is hidden in them, or turns what follows, is spelled out. */
export function visibleReport(report: VerifyReport): VerifyReport {
  const { findings, signatures, record } = report;
  return {
    ...report,
    findings: findings.map((finding) => ({ ...finding, detail: visibleText(finding.detail) })),
    signatures: signatures.map((signature) => ({
      ...signature,
      name: visibleText(signature.name),
      reason: visibleText(signature.reason),
      certificate: signature.certificate && {
        ...signature.certificate,
        subject: visibleText(signature.certificate.subject),
        issuer: visibleText(signature.certificate.issuer),
      },
    })),
    record: record && {
      ...record,
      title: visibleText(record.title),
      component: visibleText(record.component),
      approvers: record.approvers.map((approver) => ({
        ...approver,
        name: visibleText(approver.name),
        role: visibleText(approver.role),
      })),
    },
  };
}
