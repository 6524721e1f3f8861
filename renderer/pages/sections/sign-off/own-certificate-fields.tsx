import { FileKey } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { readCertificateFile } from '#renderer/base/read-file.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import { FileField } from '#renderer/components/file-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import { formatInstant } from '#shared/base/dates.ts';
import type { Answer } from '#shared/contract/contract.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';

export type ReadCertificate = Answer<'certificate.read'>;

export interface OwnCertificateFieldsProps {
  readonly review: string;
  /** Id of the approver whose certificate it is. */
  readonly approver: string;
  /** What the host read last; null before. */
  readonly read: ReadCertificate | null;
  readonly onRead: (read: ReadCertificate | null) => void;
}

/** Where an approver chooses a certificate file, types its passphrase and sees what is in it. */
export function OwnCertificateFields({ review, approver, read, onRead }: OwnCertificateFieldsProps) {
  const { client } = useHost();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const { fault, isBusy, attempt, dismiss } = useAttempt();

  async function readIt(chosen: File) {
    onRead(null);
    const answer = await attempt(async () => {
      const content = await readCertificateFile(chosen);
      if (content.kind === 'failed') return content;
      return client['certificate.read']({ id: review, approver, file: content.text, passphrase });
    });
    if (!answer) return;
    onRead(answer);
    // The screen has no more use for it.
    setPassphrase('');
  }

  return (
    <div className="stack">
      <FileField
        label="Certificate file (.p12 or .pfx)"
        accept=".p12,.pfx,application/x-pkcs12"
        onChoose={(chosen) => {
          setFile(chosen);
          dismiss();
          onRead(null);
        }}
      />
      <TextField
        label="Passphrase of the file"
        type="password"
        value={passphrase}
        help="Neither file nor passphrase is stored. The key stays in memory until the record is sealed; if Groundwork is closed before, the certificate has to be chosen again."
        onChange={setPassphrase}
        onEnter={() => file && !isBusy && void readIt(file)}
      />
      <div className="row">
        <Button icon={FileKey} isDisabled={file === null || isBusy} onPress={() => file && void readIt(file)}>
          Read the certificate
        </Button>
      </div>
      {(fault ?? read) && (
        <InView key={fault?.message ?? read?.certificate.sha256}>
          {fault && (
            <Callout tone="warning" title="The certificate cannot be used" role="alert">
              <FaultText fault={fault} />
            </Callout>
          )}
          {read && (
            <Callout
              tone="for"
              title={`Certificate of ${read.certificate.subject}`}
              said={`Certificate of ${read.certificate.subject} read.`}
            >
              <p className="small">
                Issued by {read.certificate.issuer}, valid from {formatInstant(read.validFrom)} to{' '}
                {formatInstant(read.validTo)}. Fingerprint <code>{shortHash(read.certificate.sha256)}</code>
              </p>
            </Callout>
          )}
        </InView>
      )}
    </div>
  );
}

/** What was read or why not, brought into view: in a small window it comes below the fold of the dialog. */
function InView({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <div ref={place}>{children}</div>;
}
