import { type Finding, type VerifyReport, weightOf } from './verify.ts';
import {
  checkLines,
  coverageText,
  findingText,
  groupedFingerprint,
  keyText,
  listedFindings,
  SIGNATURE_KIND_MEANING,
  SIGNATURE_KIND_WORDS,
  SIGNATURE_STATE_WORDS,
  SIGNING_TIME_WORDS,
  verdictWords,
} from './verify-words.ts';

/** A report as lines of text, the verdict first; moments are in UTC. */
export function reportLines(report: VerifyReport): readonly string[] {
  const { word, meaning, advice } = verdictWords(report);
  return [
    `${word}. ${meaning}`,
    advice,
    ...recordLines(report),
    ...report.signatures.flatMap(signatureLines),
    ...kindLines(report),
    ...(report.signatures.length > 0 ? [SIGNING_TIME_WORDS] : []),
    ...(report.record ? checkLines(report).map(({ label, text }) => `${label}: ${text}`) : []),
    ...listedFindings(report).map((finding) => `${mark(finding)} ${findingText(finding)}`),
  ];
}

function recordLines({ record }: VerifyReport): readonly string[] {
  if (!record) return [];
  return [
    `Record: “${record.title}”, ${record.edition}, saved ${record.savedAt}`,
    `Document hash: ${record.contentSha256}`,
  ];
}

function signatureLines(signature: VerifyReport['signatures'][number]): readonly string[] {
  const { number, name, reason, signedAt, kind, state, certificate } = signature;
  return [
    `Signature ${number}: ${name || 'no name'}, ${signedAt ?? 'no time'}, ${SIGNATURE_KIND_WORDS[kind]}: ${SIGNATURE_STATE_WORDS[state]}. ${coverageText(signature)}.`,
    ...(reason === '' ? [] : [`  ${reason}`]),
    ...(certificate
      ? [
          `  Certificate “${certificate.subject}”, issued by “${certificate.issuer}”`,
          `  ${state === 'valid' ? `${keyText(signature)}, fingerprint` : 'Key fingerprint'} ${groupedFingerprint(certificate.keySha256)}`,
        ]
      : []),
  ];
}

/** What each kind of signature in the report means, once. */
function kindLines({ signatures }: VerifyReport): readonly string[] {
  const kinds = new Set(signatures.map(({ kind }) => kind));
  return [...kinds].map((kind) => `${SIGNATURE_KIND_WORDS[kind]}: ${SIGNATURE_KIND_MEANING[kind]}`);
}

function mark(finding: Finding): string {
  return weightOf(finding) === 'note' ? 'Note:' : '-';
}
