/** Common name of every certificate of a workbook; the key's short id tells one workbook from another. */
export function witnessName(keyId: string): string {
  return `Groundwork workbook ${keyId} (witness)`;
}

/** Whether a certificate's common name says that a workbook, not a person, holds its key. */
export function isWitnessName(commonName: string): boolean {
  return /^Groundwork workbook [0-9A-F]{8} \(witness\)(?: for .+)?$/su.test(commonName);
}
