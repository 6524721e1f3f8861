import type { FindingCode, VerifyReport } from '#shared/verify/verify.ts';

/** Findings whose detail is one of a few sentences of ours. */
const TELLING: ReadonlySet<FindingCode> = new Set([
  'added-after-last',
  'added-later',
  'added-unseen',
  'changed-between',
  'foreign-part',
  'record-acts',
  'file-acts',
  'saved-anew',
  'seal-differs',
  'seal-shape',
  'signature-unchecked',
]);

/**
 * All that a report says which is the same whenever the same file is made anew: keys, times and how many bytes a signature takes are not.
 */
export function outcomeOf({ verdict, findings, signatures, record, checks, sealedBytes }: VerifyReport): string {
  const said = findings.map(({ code, signature, detail }) => {
    const telling = TELLING.has(code) && detail !== '' ? `: ${detail.replace(/\d+/g, '#').slice(0, 120)}` : '';
    return `${code}${signature === null ? '' : ` ${signature}`}${telling}`;
  });
  const seals = signatures.map((seal) =>
    [
      seal.kind,
      seal.state,
      `later ${seal.later}`,
      ...(seal.coversRevision ? ['covers its save'] : []),
      ...(seal.coversDocument ? ['covers all'] : []),
      ...(seal.isKnown ? ['known'] : []),
      ...(seal.name === '' ? ['nameless'] : []),
      ...(seal.signedAt === null ? ['undated'] : []),
      ...(seal.certificate === null ? ['no certificate'] : []),
    ].join(' '),
  );
  const approvers = record?.approvers.map(({ isSealed }) => (isSealed ? 'sealed' : 'not sealed')) ?? [];
  return [
    verdict,
    `findings: ${said.toSorted().join('; ')}`,
    `signatures: ${seals.join('; ')}`,
    `record: ${record ? [record.closedAs, ...approvers, ...record.objections.map(() => 'objection')].join(', ') : 'none'}`,
    `checks: ${[checks.data, checks.printedHash, checks.visibleText].join(', ')}`,
    ...(sealedBytes === null ? [] : ['a sealed part']),
  ].join(' | ');
}
