import * as asn1js from 'asn1js';
import { Extension } from 'pkijs';
import { OID } from './oid.ts';
import { parsedCertificate } from './parsed-certificate.ts';
import { isWitnessName, isWorkbookAuthorityName } from './witness-name.ts';

/** Says of a certificate that its key is a workbook's: of the one that seals, or of the authority above it. */
export function workbookMark(): Extension {
  return new Extension({ extnID: OID.workbook, extnValue: new asn1js.Null().toBER() });
}

/** Whether the key of a certificate is a workbook's, by its mark or, of earlier versions, by its name. */
export function isOfWorkbook(der: Uint8Array): boolean {
  const { extensions = [], subject } = parsedCertificate(der);
  if (extensions.some(({ extnID }) => extnID === OID.workbook)) return true;
  const names = subject.typesAndValues.filter(({ type }) => type === OID.commonName);
  return names.some(({ value }) => {
    const name = String(value.valueBlock.value);
    return isWitnessName(name) || isWorkbookAuthorityName(name);
  });
}
