import { keyFingerprint, keyId } from '#main/certificates/key-fingerprint.ts';
import { FailureError } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { Api, FileForm } from '#shared/contract/contract.ts';
import type { ExportPlacer, ExportTarget } from './place-export.ts';

/** A passphrase guards private keys, and so do the permissions of their file. */
const OWNER_ONLY = 0o600;

/** A file to write: what it is, its suggested name, and what it holds. */
interface KeyFile {
  readonly form: FileForm;
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

/** The calls about the workbook's own keys. What makes certificates is large, so it is loaded at the first use. */
export function keyCalls(context: ApiContext, placer: ExportPlacer) {
  const { keys: store, exports, now } = context;

  const place = async (target: ExportTarget, keySha256: string, { form, name, bytes }: KeyFile) => {
    // Before anybody is asked for a place: what cannot be made needs none.
    const made = await bytes();
    const path = await placer.choose(target, form, name);
    if (path === null) return { kind: 'cancelled' } as const;
    await placer.write(path, target, async () => made, form === 'p12' ? OWNER_ONLY : undefined);
    return { kind: 'exported', path, keySha256 } as const;
  };
  const shown = async () => {
    const keys = await store.facts();
    if (!keys) throw new FailureError('not-found', 'The keys of this workbook are gone. Look again.');
    return { kind: 'keys', keys } as const;
  };
  /** One change after the other; closing waits for them. */
  const alone = <T>(work: () => Promise<T>) => exports.run('keys', work);

  return {
    'key.show': () =>
      alone(async () => {
        const keys = await store.facts();
        return keys ? { kind: 'keys', keys } : { kind: 'none' };
      }),
    'key.exportCertificates': async ({ which, target }) => {
      const keys = await store.keys();
      const { certificatePem, trustedCertificate } = await import('#main/seal/key-export.ts');
      const name = `Groundwork workbook ${keyId(keys.signingKey)}`;
      return place(
        target,
        keyFingerprint(keys.signingKey),
        which === 'all'
          ? { form: 'pem', name, bytes: () => Buffer.from(certificatePem(keys)) }
          : { form: 'cer', name: `${name} root`, bytes: () => trustedCertificate(keys) },
      );
    },
    'key.export': async ({ passphrase, target }) => {
      const keys = await store.keys();
      const { keysPkcs12 } = await import('#main/seal/key-export.ts');
      return place(target, keyFingerprint(keys.signingKey), {
        form: 'p12',
        name: `Groundwork workbook ${keyId(keys.signingKey)} private`,
        bytes: () => keysPkcs12(keys, passphrase),
      });
    },
    'key.restore': ({ file, passphrase }) =>
      alone(async () => {
        const { readKeysPkcs12 } = await import('#main/seal/key-export.ts');
        await store.restore(await readKeysPkcs12(Buffer.from(file, 'base64'), passphrase));
        return shown();
      }),
    'key.renew': ({ counts }) =>
      alone(async () => {
        await store.renew(counts ? now().toISOString() : null, 'Others may have read it.');
        return shown();
      }),
    'key.keep': () =>
      alone(async () => {
        await store.keepExposed();
        return shown();
      }),
    'key.request': async ({ target }) => {
      const keys = await store.keys();
      const { printRequest } = await import('#main/seal/certificate-request.ts');
      return place(target, keyFingerprint(keys.authority.key), {
        form: 'csr',
        name: `Groundwork workbook ${keyId(keys.signingKey)}`,
        bytes: () => Buffer.from(printRequest(keys)),
      });
    },
    'key.adopt': ({ file }) =>
      alone(async () => {
        await store.adopt(Buffer.from(file, 'base64'));
        return shown();
      }),
    'authority.make': async ({ name, passphrase, target }) => {
      const { authorityPkcs12, newAuthority } = await import('#main/seal/authority.ts');
      const authority = newAuthority(name, now());
      return place(target, keyFingerprint(authority.key), {
        form: 'p12',
        name: `${name} authority`,
        bytes: () => authorityPkcs12(authority, passphrase),
      });
    },
    'authority.issue': async ({ authority, passphrase, request, target }) => {
      const { issueCertificate, readAuthority } = await import('#main/seal/authority.ts');
      const issuer = await readAuthority(Buffer.from(authority, 'base64'), passphrase, now());
      const { pem, keySha256 } = issueCertificate(Buffer.from(request, 'base64'), issuer, now());
      return place(target, keySha256, {
        form: 'pem',
        name: `Groundwork certificate ${keySha256.slice(0, 8)}`,
        bytes: () => Buffer.from(pem),
      });
    },
  } satisfies Partial<Api>;
}
