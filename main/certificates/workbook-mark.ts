import * as asn1js from 'asn1js';
import { Extension } from 'pkijs';
import { OID } from './oid.ts';
import { parsedCertificate } from './parsed-certificate.ts';
import { isWitnessName, isWorkbookAuthorityName } from './witness-name.ts';

/** Says of a certificate that its key is a workbook's: of the one that seals, or of the authority above it. */
export function workbookMark(): Extension {
  return new Extension({ extnID: OID.workbook, extnValue: new asn1js.Null().toBER() });
}

/** The mark as it is read: a part of it is too long for a number, and is put in other words then. */
const READ_MARK = String(
  asn1js.fromBER(new asn1js.ObjectIdentifier({ value: OID.workbook }).toBER()).result.valueBlock,
);

/** Whether the key of a certificate is a workbook's, by its mark or, of earlier versions, by its name. */
export function isOfWorkbook(der: Uint8Array): boolean {
  const { extensions = [], subject } = parsedCertificate(der);
  if (extensions.some(({ extnID }) => extnID === READ_MARK)) return true;
  const names = subject.typesAndValues.filter(({ type }) => type === OID.commonName);
  return names.some(({ value }) => {
    const name = String(value.valueBlock.value);
    return isWitnessName(name) || isWorkbookAuthorityName(name);
  });
}
