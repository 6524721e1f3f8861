import { isBlank } from '#shared/base/limits.ts';
import { survivesPreparation } from './prepared-name.ts';

/** Common name of a workbook's certificates; the key's short id tells one workbook from another. */
export function witnessName(keyId: string, personName = ''): string {
  const workbook = `Groundwork workbook ${keyId} (witness)`;
  return isBlank(personName) ? workbook : `${workbook} for ${personName}`;
}

/** The subject of a witness's certificate: the person in the common name, or in a name of its own, where other programs can compare it. */
export function witnessSubject(
  keyId: string,
  personName: string,
): { readonly commonName: string; readonly name?: string } {
  const full = witnessName(keyId, personName);
  const name = !isBlank(personName) && survivesPreparation(personName) ? { name: personName } : {};
  return { commonName: survivesPreparation(full) ? full : witnessName(keyId), ...name };
}

/** Whether a certificate's common name says that a workbook, not a person, holds its key. */
export function isWitnessName(commonName: string): boolean {
  return /^Groundwork workbook [0-9A-F]{8} \(witness\)(?: for .+)?$/su.test(commonName);
}

/** Common name of a workbook's own authority. */
export function workbookAuthorityName(keyId: string): string {
  return `Groundwork authority ${keyId}`;
}

/** Whether a common name is that of a workbook's own authority. */
export function isWorkbookAuthorityName(commonName: string): boolean {
  return /^Groundwork authority [0-9A-F]{8}$/.test(commonName);
}
