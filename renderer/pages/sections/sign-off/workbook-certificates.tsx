import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#shared/contract.ts';
import { explainCall } from '../../../app/explain-call.ts';
import { useHost } from '../../../app/host.tsx';
import { Button } from '../../../components/button.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';

const FILE_NAME = 'groundwork-workbook.pem';

/** Where the certificates are exported that others need in order to trust the workbook's seals. */
export function WorkbookCertificates() {
  const { client, info } = useHost();
  const [answer, setAnswer] = useState<Output<'key.exportCertificates'> | null>(null);

  async function write() {
    const target = info.saveDialog
      ? ({ kind: 'ask' } as const)
      : ({ kind: 'named', folder: info.exportFolder, fileName: FILE_NAME, replace: false } as const);
    try {
      setAnswer(await client['key.exportCertificates']({ which: 'all', target }));
    } catch (error) {
      setAnswer({ kind: 'failed', code: 'io', message: explainCall(error).message, details: [] });
    }
  }

  return (
    <Disclosure summary="Certificate of this workbook">
      <div className="stack">
        <p className="small soft">
          Witnessed seals are made with the workbook’s own key. Its certificate and the one of its authority, to be
          trusted once by an organisation, are exported as one PEM file. There is no private key in it.
        </p>
        <div className="row">
          <Button size="small" icon={Download} onPress={() => void write()}>
            Export certificates …
          </Button>
        </div>
        <div role="status">
          {answer?.kind === 'exported' && (
            <>
              <p className="small">Exported: {answer.path}</p>
              <p className="small">
                Fingerprint of the key: <code className="seal-fingerprint">{answer.keySha256}</code>
              </p>
            </>
          )}
          {answer?.kind === 'failed' && <p className="small">{answer.message}</p>}
        </div>
      </div>
    </Disclosure>
  );
}
