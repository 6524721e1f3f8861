import * as asn1js from 'asn1js';
import { AltName, type Certificate, type GeneralName, type NameConstraints, RelativeDistinguishedNames } from 'pkijs';
import { sameBytes } from '#main/files/same-bytes.ts';
import { OID } from './oid.ts';

/** Choices of GeneralName (RFC 5280 4.2.1.6). */
const MAIL = 1;
const DNS = 2;
const DIRECTORY = 4;
const ADDRESS = 7;

/** Whether a certificate has a name that an issuer above it must not vouch for (RFC 5280, 4.2.1.10). */
export function breaksNameConstraints(
  certificate: Certificate,
  { permittedSubtrees = [], excludedSubtrees = [] }: NameConstraints,
): boolean {
  return namesOf(certificate).some((name) => {
    const permitted = permittedSubtrees.filter(({ base }) => base.type === name.type);
    const excluded = excludedSubtrees.filter(({ base }) => base.type === name.type);
    return (
      (permitted.length > 0 && !permitted.some(({ base }) => isWithin(name, base))) ||
      excluded.some(({ base }) => isWithin(name, base))
    );
  });
}

type Name = Pick<GeneralName, 'type' | 'value'>;

/** The subject, the mail addresses in it, and all other names. */
function namesOf({ subject, extensions = [] }: Certificate): readonly Name[] {
  const others = extensions.find(({ extnID }) => extnID === OID.subjectAlternativeName)?.parsedValue;
  const mail = subject.typesAndValues
    .filter(({ type }) => type === OID.mailAddress)
    .map(({ value }) => ({ type: MAIL, value: String(value.valueBlock.value) }));
  const own = subject.typesAndValues.length > 0 ? [{ type: DIRECTORY, value: subject }] : [];
  return [...own, ...mail, ...(others instanceof AltName ? others.altNames : [])];
}

function isWithin({ type, value }: Name, base: Name): boolean {
  switch (type) {
    case MAIL:
      return isMailWithin(String(value).toLowerCase(), String(base.value).toLowerCase());
    case DNS:
      return isHostWithin(String(value).toLowerCase(), String(base.value).toLowerCase());
    case DIRECTORY:
      return isDirectoryWithin(value, base.value);
    case ADDRESS:
      return isAddressWithin(value, base.value);
    default:
      // How others are compared is not known here, so nothing is said to be allowed or forbidden by them but the same.
      return String(value) === String(base.value);
  }
}

function isMailWithin(mail: string, base: string): boolean {
  if (base.includes('@')) return mail === base;
  const host = mail.slice(mail.lastIndexOf('@') + 1);
  return base.startsWith('.') ? host.endsWith(base) : host === base;
}

function isHostWithin(host: string, base: string): boolean {
  return base === '' || host === base || host.endsWith(base.startsWith('.') ? base : `.${base}`);
}

function isDirectoryWithin(name: unknown, base: unknown): boolean {
  if (!(name instanceof RelativeDistinguishedNames) || !(base instanceof RelativeDistinguishedNames)) return false;
  const [parts, wanted] = [name, base].map((each) =>
    each.typesAndValues.map((part) => new Uint8Array(part.toSchema().toBER())),
  );
  return wanted?.every((part, index) => sameBytes(part, parts?.[index] ?? new Uint8Array())) ?? false;
}

function isAddressWithin(address: unknown, base: unknown): boolean {
  if (!(address instanceof asn1js.OctetString) || !(base instanceof asn1js.OctetString)) return false;
  const [bytes, range] = [address.valueBlock.valueHexView, base.valueBlock.valueHexView];
  if (range.length !== 2 * bytes.length) return false;
  return bytes.every((byte, index) => ((byte ^ (range[index] ?? 0)) & (range[index + bytes.length] ?? 0)) === 0);
}
