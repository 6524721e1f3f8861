import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { OwnCertificateFields, type OwnCertificateFieldsProps } from './own-certificate-fields.tsx';

const KINDS = [
  { value: 'witnessed', text: 'Witnessed' },
  { value: 'own-certificate', text: 'Own certificate' },
] as const;
export type SealKind = (typeof KINDS)[number]['value'];

/** What each kind proves, and what it does not. */
const KIND_HELP: Readonly<Record<SealKind, string>> = {
  witnessed:
    'This workbook’s key states that it recorded your sign-off; that you were here rests on the people in the room.',
  'own-certificate': 'Your key from a certificate file makes the seal, so whoever trusts its issuer knows it was you.',
};

export interface SealKindFieldsProps extends OwnCertificateFieldsProps {
  readonly id: string;
  readonly kind: SealKind;
  /** Whether somebody tried to sign without having read the certificate. */
  readonly isOwed: boolean;
  readonly onKind: (kind: SealKind) => void;
}

/** Which kind of digital signature the record gets from this approver. */
export function SealKindFields({ id, kind, isOwed, onKind, ...certificate }: SealKindFieldsProps) {
  return (
    <>
      <ChoiceGroup
        id={id}
        label="Digital signature"
        isClearable={false}
        value={kind}
        choices={KINDS}
        help={KIND_HELP[kind]}
        error={isOwed ? 'Choose your certificate and read it, or let it be witnessed.' : undefined}
        onChange={(chosen) => onKind(chosen ?? 'witnessed')}
      />
      {kind === 'own-certificate' && <OwnCertificateFields {...certificate} />}
    </>
  );
}
