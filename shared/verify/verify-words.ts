import { assertNever } from '#shared/base/assert-never.ts';
import type { CheckedSignature, Finding, Verdict, VerifyReport } from './verify.ts';

/** A verdict in plain words: the word, what it means and what to do. */
export interface VerdictWords {
  readonly word: string;
  readonly meaning: string;
  readonly advice: string;
}

/** The verdict of a report, for the screen and the command line. */
export function verdictWords(report: VerifyReport): VerdictWords {
  switch (report.verdict) {
    case 'intact':
      return intactWords(report);
    case 'altered':
      return {
        word: 'Altered',
        meaning: 'This is not the file that was signed, or its parts contradict each other.',
        advice: 'Do not rely on it. Ask whoever keeps the original for another copy, and check that one.',
      };
    case 'unsigned':
      return unsignedWords(report);
    case 'added-to':
      return addedWords(report);
    case 'uncompared':
      return {
        word: 'Seals hold, pages not compared',
        meaning: `${wholeWords(report)}, but an earlier version of Groundwork made the pages, so whether they show what the review inside says could not be compared.${closedEnd(report)}`,
        advice: `Rely on the review inside: import the record, or check it with the version that made it. ${adviceOnKeys(report.signatures)}`,
      };
    case 'unreadable':
      if (report.findings.some(({ code }) => code === 'version-unknown')) return UNKNOWN_VERSION_WORDS;
      return {
        word: 'Unreadable',
        meaning: 'The file cannot be checked, so nothing can be said about it.',
        advice:
          'Check that it is the PDF that Groundwork made, complete and not converted, and get another copy if not.',
      };
    default:
      return assertNever(report.verdict);
  }
}

const UNKNOWN_VERSION_WORDS: VerdictWords = {
  word: 'Not checked',
  meaning:
    'The file says that a version of Groundwork made it that this program does not know, so its pages cannot be compared.',
  advice: 'Update Groundwork, then check it again. If there is no such version, do not rely on it.',
};

function intactWords(report: VerifyReport): VerdictWords {
  const together =
    report.checks.visibleText === null
      ? 'the printed hash is that of the review inside. Whether the pages say what it says was not compared'
      : 'pages, hash and data belong together';
  const meaning = report.record
    ? `${wholeWords(report)}, and ${together}.`
    : 'Nothing was changed since the last signature. It holds no Groundwork review, so only the signatures were checked.';
  return {
    word: `Intact${CLOSED_ENDINGS[report.record?.closedAs ?? 'agreed']}`,
    meaning: `${meaning}${closedEnd(report)}`,
    advice: adviceOnKeys(report.signatures),
  };
}

/** What is said right after the verdict of how the decision came about. */
const CLOSED_ENDINGS: Readonly<Record<'agreed' | 'dissent' | 'not-agreed', string>> = {
  agreed: '',
  dissent: ', decided with dissent',
  'not-agreed': ', not agreed',
};

/** That a decision was taken against an objection, or not agreed, with each objection in its signer's words. */
function closedEnd({ record }: VerifyReport): string {
  if (!record || record.closedAs === null || record.closedAs === 'agreed') return '';
  const start =
    record.closedAs === 'not-agreed'
      ? 'The review was closed as not agreed.'
      : `It was decided against ${record.objections.length === 1 ? 'an objection' : `${record.objections.length} objections`}.`;
  return ['', start, ...record.objections].join(' ');
}

function wholeWords({ record }: VerifyReport): string {
  const start = 'Nothing was changed since the last signature';
  return record ? `${start}, every signature that the review asks for is there` : start;
}

function addedWords({ record, sealedBytes }: VerifyReport): VerdictWords {
  if (!record || sealedBytes === null) {
    return {
      word: 'Added to',
      meaning: 'What was signed is still there. Things were added later that can change what is seen.',
      advice: 'See below what was added after which signature. A PDF viewer shows the file as it was signed.',
    };
  }
  return {
    word: 'Added to',
    meaning: `Up to byte ${sealedBytes} it is the sealed record. What was added later is not part of it.`,
    advice: 'Save the sealed part by itself, check that, and rely on it instead of this file.',
  };
}

/** Names the signatures to look at only where not all are alike. */
function adviceOnKeys(signatures: VerifyReport['signatures']): string {
  const unknown = signatures.filter(({ isKnown }) => !isKnown).map(({ number }) => String(number));
  if (unknown.length === 0) return 'The keys are known here. You can rely on it.';
  if (unknown.length === signatures.length) {
    return 'Who holds the keys is not known here. Compare the fingerprints below with those that the team or its workbook gives you by another way.';
  }
  const which = unknown.length === 1 ? 'the key of signature' : 'the keys of signatures';
  return `Who holds ${which} ${unknown.join(', ')} is not known here. Compare each fingerprint with the one that its holder gives you by another way.`;
}

/** Whether the key of a signature is known where it is checked. */
export function keyText({ isKnown }: Pick<CheckedSignature, 'isKnown'>): string {
  return isKnown ? 'Key known here' : 'Key not known here';
}

/** The findings that are listed. That a key is not known stands beside its signature. */
export function listedFindings({ findings }: VerifyReport): readonly Finding[] {
  return findings.filter(({ code }) => code !== 'signer-unknown');
}

function unsignedWords({ signatures, record, findings }: VerifyReport): VerdictWords {
  const has = signatures.length > 0;
  if (findings.some(({ code }) => code === 'saved-anew')) {
    return {
      word: 'Saved anew',
      meaning:
        'Another program saved the file anew, so its signatures do not fit any more. That says nothing of its content.',
      advice: 'Ask for the original, as it came from Groundwork or from whoever signed it.',
    };
  }
  if (has && !record) {
    return {
      word: 'Not a record',
      meaning: 'The PDF is signed, but holds no Groundwork review, and nothing here tells whose the keys are.',
      advice:
        'If it should be a record, ask for the file that Groundwork made. Of any other PDF, a viewer says who signed it.',
    };
  }
  return {
    word: has ? 'Not fully signed' : 'Unsigned',
    meaning: has
      ? 'Some of the signatures that would make this a signed record are missing or cannot be tied to it.'
      : 'The file carries no digital signature, so anybody could have changed it without a trace.',
    advice: has
      ? 'See below what is missing. Ask for the final record if there is a later one.'
      : 'Treat it as a draft. Ask for the signed record if there should be one.',
  };
}

/** A finding as one sentence or two. */
export function findingText({ code, signature, detail }: Finding): string {
  const which = signature === null ? 'A signature' : `Signature ${signature}`;
  const cause = detail === '' ? '' : ` ${detail}`;
  switch (code) {
    case 'signed-but-damaged':
      return `The file was signed once, but cannot be read as a PDF any more.${cause}`;
    case 'signature-broken':
      return `${which} does not fit: what it was made for was changed, or it was changed itself.`;
    case 'signature-partial':
      return `${which} does not cover everything that was in the file when it was made.`;
    case 'added-after-last':
      return 'Something was added to the file after the last signature.';
    case 'changed-between':
      return `What was added together with signature ${signature ?? ''} is more than a signature.${cause}`;
    case 'signature-hidden':
      return 'The file holds traces of signatures that it does not show any more.';
    case 'seal-shape':
      return `${which} is not of the form that a seal of Groundwork has.${cause}`;
    case 'seal-differs':
      return `${which} says something else than the signature in the review that it stands for: ${detail}.`;
    case 'seal-extra':
      return `${which} stands for no signature in the review.`;
    case 'data-missing':
      return 'The file says that Groundwork made it, but the review inside is missing.';
    case 'data-broken':
      return `The review inside cannot be used.${cause}`;
    case 'data-twice':
      return `The review inside is not the only one of its name, or cannot be taken out.${cause}`;
    case 'hash-not-printed':
      return 'The hash printed on the pages is not that of the review inside.';
    case 'seal-for-other-content':
      return `${which} was given for another content than that of the review inside.`;
    case 'text-differs':
      return 'The pages are not those that the review inside gives.';
    case 'foreign-part':
      return `The record holds what no version of Groundwork writes: ${detail}.`;
    case 'key-not-printed':
      return `${which} was made with a key that the record does not name.`;
    case 'record-acts':
      return `The file holds what a viewer might run (${detail}), which no record does. Nothing of it was run here.`;
    case 'too-large':
      return 'The file is larger than the most that is checked here.';
    case 'too-much-work':
      return 'Checking the file took more time or memory than any record needs, so it was stopped.';
    case 'not-a-pdf':
      return `The file is not a PDF.${cause}`;
    case 'damaged':
      return `The file is damaged.${cause}`;
    case 'encrypted':
      return 'The file is encrypted. Ask for it without a password.';
    case 'signature-unchecked':
      return `${which} is of a form that is not checked here.${cause} Use a PDF viewer that knows it.`;
    case 'version-unknown':
      return `The file says that “${detail}” made it, which is no version that this program knows. Update Groundwork.`;
    case 'saved-anew':
      return `The file was saved anew by another program.${cause} Its seals do not fit any more: ask for the original.`;
    case 'certificate-unfit':
      return `${which} counts for nobody: its certificate ${detail}`;
    case 'name-not-certified':
      return `${which} is for ${detail}, but its certificate is that of another name.`;
    case 'name-differs':
      return `${which} is for ${detail}; its certificate writes the name otherwise.`;
    case 'key-given-up':
      return `${which} was made with a key that was given up. ${detail}`;
    case 'added-later':
      return signature === null ? detail : `After signature ${signature}, ${detail}`;
    case 'added-unseen':
      return `Behind signature ${signature ?? ''}, ${detail}`;
    case 'no-signature':
      return 'There is no digital signature.';
    case 'approver-missing':
      return `The record names ${detail} as an approver, but there is no signature for this name.`;
    case 'keys-not-named':
      return 'The file does not say which keys it is sealed with, and they are not known here, so anybody could have made the signatures.';
    case 'key-not-trusted':
      return `${which} was made with a key that is not among those to trust.`;
    case 'signer-unknown':
      return `${which} was made with a key that is not known here.`;
    case 'not-a-record':
      return 'There is no Groundwork review inside.';
    case 'text-not-compared':
      return `The wording of the pages was not compared with the review inside.${cause}`;
    case 'drawing-not-compared':
      return 'The words on the pages are those of the review inside. How they are drawn was not compared: another version of Groundwork made them.';
    case 'file-acts':
      return `The file holds what a viewer might run (${detail}). Nothing of it was run here.`;
    case 'outside-validity':
      return `${which} is dated outside the time for which its certificate is valid.`;
    default:
      return assertNever(code);
  }
}

export const SIGNATURE_KIND_WORDS: Readonly<Record<CheckedSignature['kind'], string>> = {
  witnessed: 'Witnessed by a workbook',
  'own-certificate': 'Own certificate',
  other: 'Not made by Groundwork',
};

export const SIGNATURE_STATE_WORDS: Readonly<Record<CheckedSignature['state'], string>> = {
  valid: 'Valid',
  broken: 'Not valid',
  unchecked: 'Not checked',
};

/** What a kind of signature proves, and who vouches for it. */
export const SIGNATURE_KIND_MEANING: Readonly<Record<CheckedSignature['kind'], string>> = {
  witnessed:
    'Made with the key of a workbook, so those who run it vouch for it, not the person. Its statement says whether that workbook recorded the sign-off.',
  'own-certificate': 'Made with a key of the person’s own; the issuer of the certificate vouches for whose it is.',
  other: 'Made by another program; a PDF viewer says what it stands for.',
};

/** How far the time of a signature can be believed. */
export const SIGNING_TIME_WORDS = 'The times are what the clocks of the signing computers said.';

/** What a signature covers. */
export function coverageText({ coversRevision, coversDocument, later }: CheckedSignature): string {
  if (coversDocument) return 'Covers the whole file';
  return coversRevision ? `Covers all that was there when it was made${LATER_WORDS[later]}` : 'Covers only a part';
}

const LATER_WORDS: Readonly<Record<CheckedSignature['later'], string>> = {
  nothing: '',
  unseen: '; what was added later shows on no page',
  shown: '; what was added later can show on a page',
  content: '; other content was added later',
};

/** How data, printed hash and pages belong together, one line each; of which part of the file, where it has two. */
export function checkLines({
  checks,
  sealedBytes,
}: VerifyReport): readonly { readonly label: string; readonly text: string; readonly ok: boolean | null }[] {
  const line = (label: string, ok: boolean | null, yes: string, no: string) => ({
    label,
    ok,
    text: `${ok === null ? 'Not checked' : ok ? yes : no}${sealedBytes === null ? '' : ', in the sealed part'}`,
  });
  return [
    line('Review inside', checks.data, 'Present and complete', 'Missing or damaged'),
    line(
      'Printed hash',
      checks.printedHash,
      'On every page, and that of the review inside',
      'Not that of the review inside',
    ),
    line(
      'Wording of the pages',
      checks.visibleText,
      'What the review inside gives',
      'Not what the review inside gives',
    ),
  ];
}

/** A fingerprint in groups of four, to compare by eye or to read out. */
export function groupedFingerprint(sha256: string): string {
  return sha256.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
}

/** Exit status of the command for each verdict; 4 is a command that was not understood. */
export const VERDICT_STATUS = {
  intact: 0,
  altered: 1,
  unsigned: 2,
  unreadable: 3,
  uncompared: 5,
  'added-to': 6,
} as const satisfies Record<Verdict, number>;
