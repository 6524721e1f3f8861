import { isBlank } from '#shared/base/limits.ts';

/** Common name of a workbook's certificates; the key's short id tells one workbook from another. */
export function witnessName(keyId: string, personName = ''): string {
  const workbook = `Groundwork workbook ${keyId} (witness)`;
  return isBlank(personName) ? workbook : `${workbook} for ${personName}`;
}

/** Whether a certificate's common name says that a workbook, not a person, holds its key. */
export function isWitnessName(commonName: string): boolean {
  return /^Groundwork workbook [0-9A-F]{8} \(witness\)(?: for .+)?$/su.test(commonName);
}
