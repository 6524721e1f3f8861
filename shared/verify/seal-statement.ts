import { assertNever } from '#shared/base/assert-never.ts';
import type { SealedSignature } from '#shared/kinds/sign-off/closing.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';

/** Whose key makes a seal. */
export type SealMaker = 'witnessed' | 'own-certificate';

/**
 * What a seal states, in words that any viewer shows. Every version has used these; the verifier compares them.
 * @param isFromElsewhere whether the signature came with the review from another workbook
 */
export function sealStatement(
  { verdict, contentSha256, closes }: SealedSignature,
  maker: SealMaker,
  isFromElsewhere = false,
): string {
  const said = closes ? 'Closed as not agreed, with nobody’s signature' : VERDICT_WORDS[verdict];
  return `${said}. ${sealedBy(maker, isFromElsewhere)} Content ${shortHash(contentSha256)}.`;
}

/** What a viewer says of the field of a seal, which shows nowhere: screen readers tell the fields of a form by it. */
export function sealTip(name: string): string {
  return `Signature of ${name}`;
}

function sealedBy(maker: SealMaker, isFromElsewhere: boolean): string {
  switch (maker) {
    case 'witnessed':
      if (isFromElsewhere) {
        return 'Signed in another workbook; this one did not record it and only sealed the copy brought in.';
      }
      return 'This workbook recorded the sign-off and sealed it with its own key.';
    case 'own-certificate':
      return 'Sealed with the approver’s own certificate.';
    default:
      return assertNever(maker);
  }
}
