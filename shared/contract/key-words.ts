import { assertNever } from '#shared/base/assert-never.ts';
import { formatInstant } from '#shared/base/dates.ts';
import { groupedFingerprint } from '#shared/verify/verify-words.ts';
import type { KeyFacts, KeyReplacement } from './key-contract.ts';

/** What keys took the place of, and what that means, in sentences. */
export function replacementText({ reason, keptAs }: KeyReplacement): string {
  const kept = keptAs === null ? '' : ` Its file was kept in the folder “keys” as ${keptAs}.`;
  return `${whatBecame(reason)}${kept} ${MEANING}`;
}

function whatBecame(reason: KeyReplacement['reason']): string {
  switch (reason) {
    case 'lost':
      return 'The earlier key of this workbook was missing, so a new one was made.';
    case 'damaged':
      return 'The earlier key of this workbook could not be read, so a new one was made.';
    case 'elsewhere':
      return 'The earlier key of this workbook is protected in a way that cannot be used here, so it was left as it is and a new one was made.';
    case 'restored':
      return 'An exported key was brought back in place of the earlier one.';
    case 'renewed':
      return 'The earlier key was given up, and this one is its successor.';
    default:
      return assertNever(reason);
  }
}

/** That others could read the file of the private keys, and what can be done about it. @param where it can be done, where that is not at hand */
export function exposureText(foundAt: string, where = ''): string {
  return `The permissions of the file of the private keys let other users of this computer read it until ${formatInstant(foundAt)}; it is closed to them now. Whoever copied it can seal as this workbook. If you are not sure that nobody did, make new keys${where}.`;
}

const MEANING =
  'Records sealed since then name this key; those sealed before stay valid. Give the new certificate to those who trust the old one.';

/** How the private keys are guarded. */
export const PROTECTION_WORDS = {
  permissions: 'guarded by the permissions of the file',
  keychain: 'encrypted by the system’s keychain',
} as const satisfies Record<KeyFacts['protection'], string>;

/** Whom others have to trust so that the workbook's seals count for them. */
export function trustText({ authority, root }: Pick<KeyFacts, 'authority' | 'root'>): string {
  if (authority.sha256 === root.sha256) return 'Its own authority, for which no other vouches';
  return root.subject;
}

/** Everything about the keys, a line each. */
export function keyLines(facts: KeyFacts): readonly string[] {
  return [
    `Workbook ${facts.keyId}`,
    `Key fingerprint: ${groupedFingerprint(facts.keySha256)}`,
    `Made: ${formatInstant(facts.createdAt)}`,
    `Private keys: ${facts.file}, ${PROTECTION_WORDS[facts.protection]}`,
    `Authority: ${facts.authority.subject}`,
    `Key of the authority: ${groupedFingerprint(facts.authority.keySha256)}`,
    `To trust: ${trustText(facts)}`,
    `Certificate to trust (SHA-256): ${groupedFingerprint(facts.root.sha256)}`,
    ...(facts.exposedAt === null ? [] : [`Note: ${exposureText(facts.exposedAt, ': groundwork key renew')}`]),
    ...(facts.replaced ? [`Note: ${replacementText(facts.replaced)}`] : []),
    ...facts.earlier.map(({ keySha256, file }) => `Earlier key: ${groupedFingerprint(keySha256)} (${file})`),
  ];
}
