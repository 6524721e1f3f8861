import type { Answer, CallFailure, Client, Input } from '#shared/contract/contract.ts';

/** What can be done with the keys. */
export type KeyTask = 'root' | 'certificates' | 'export' | 'restore' | 'request' | 'adopt' | 'authority' | 'issue';

/** What a person gave for a task; what it does not ask for is empty. */
export interface KeyTaskInput {
  readonly name: string;
  readonly passphrase: string;
  /** Chosen files in Base64. */
  readonly file: string;
  readonly request: string;
  /** Where the file goes that the task writes. */
  readonly target: Input<'key.export'>['target'];
}

export type KeyTaskAnswer = Answer<'key.export'> | Answer<'key.adopt'> | CallFailure;

interface KeyTaskForm {
  readonly title: string;
  /** What happens and what to know before. */
  readonly text: string;
  readonly submit: string;
  readonly asksName?: true;
  /** `new`: to be made up, so it is typed twice. */
  readonly passphrase?: 'new' | 'known';
  readonly file?: { readonly label: string; readonly accept: string };
  readonly request?: { readonly label: string; readonly accept: string };
  /** Suggested name of the file that is written; none where nothing is. */
  readonly writes?: string;
  /** What the fingerprint of the answer is, and what to do with it. */
  readonly fingerprint?: string;
}

const P12 = '.p12,.pfx,application/x-pkcs12';

export const KEY_TASKS: Readonly<Record<KeyTask, KeyTaskForm>> = {
  root: {
    title: 'Export the root certificate',
    text: 'The certificate that others add to their list of trusted authorities. There is no private key in it.',
    submit: 'Export',
    writes: 'groundwork-root.cer',
    fingerprint: 'Fingerprint of the workbook’s key',
  },
  certificates: {
    title: 'Export all certificates',
    text: 'The certificates of this workbook up to the root, in one PEM file. There is no private key in it.',
    submit: 'Export',
    writes: 'groundwork-workbook.pem',
    fingerprint: 'Fingerprint of the workbook’s key',
  },
  export: {
    title: 'Export the private keys',
    text: 'Whoever has this file and its passphrase can seal as this workbook. Keep both as you would keep the laptop.',
    submit: 'Export',
    passphrase: 'new',
    writes: 'groundwork-keys.p12',
    fingerprint: 'Fingerprint of the workbook’s key',
  },
  restore: {
    title: 'Bring exported keys back',
    text: 'Records are then sealed with the exported keys. Those that are here now are kept beside them, and what they sealed stays valid.',
    submit: 'Bring them back',
    passphrase: 'known',
    file: { label: 'File with the exported keys (.p12)', accept: P12 },
  },
  request: {
    title: 'Write a request',
    text: 'Send the file to whoever holds the authority. There is nothing secret in it.',
    submit: 'Write',
    writes: 'groundwork-request.csr',
    fingerprint: 'Whoever issues on this request sees the same fingerprint. Compare them, as on the telephone',
  },
  adopt: {
    title: 'Take the certificate',
    text: 'The file that was issued on this workbook’s request. Records sealed from then on stand under that authority.',
    submit: 'Take it',
    file: { label: 'Issued certificate (.pem)', accept: '.pem,.cer,.crt,application/x-pem-file' },
  },
  authority: {
    title: 'Make an authority',
    text: 'The file that is written now is the only place of the authority’s key. Keep it and its passphrase away from the laptops that seal.',
    submit: 'Make it',
    asksName: true,
    passphrase: 'new',
    writes: 'groundwork-authority.p12',
    fingerprint: 'Fingerprint of the authority’s key',
  },
  issue: {
    title: 'Issue a certificate',
    text: 'The certificate says that the authority knows this workbook, and nothing about the people who sign.',
    submit: 'Issue',
    file: { label: 'File of the authority (.p12)', accept: P12 },
    passphrase: 'known',
    request: { label: 'Request of the workbook (.csr)', accept: '.csr,.pem,application/pkcs10' },
    writes: 'groundwork-certificate.pem',
    fingerprint:
      'Issued for this fingerprint. Compare it with the one that the workbook showed, before you hand the file over',
  },
};

/** Does a task. */
export function runKeyTask(client: Client, task: KeyTask, input: KeyTaskInput): Promise<KeyTaskAnswer> {
  const { name, passphrase, file, request, target } = input;
  switch (task) {
    case 'root':
      return client['key.exportCertificates']({ which: 'root', target });
    case 'certificates':
      return client['key.exportCertificates']({ which: 'all', target });
    case 'export':
      return client['key.export']({ passphrase, target });
    case 'restore':
      return client['key.restore']({ file, passphrase });
    case 'request':
      return client['key.request']({ target });
    case 'adopt':
      return client['key.adopt']({ file });
    case 'authority':
      return client['authority.make']({ name, passphrase, target });
    case 'issue':
      return client['authority.issue']({ authority: file, passphrase, request, target });
  }
}
