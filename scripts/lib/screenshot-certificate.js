import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mustRun } from './run.js';

const PASSPHRASE = 'only for a picture';
const ISSUER = 'Example Staff Certificates';

/** An authority of OpenSSL as small as it can be: `openssl req` cannot say from when on a certificate is valid. */
const CONFIG = `[ca]
default_ca = pictures
[pictures]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = names
[names]
commonName = supplied
`;

/**
 * A PKCS#12 file for somebody who signs with an own certificate, valid in the year of the pictures.
 * @param {string} folder for what is made on the way
 * @param {string} name
 * @returns {Promise<import('./screenshot-signing.js').Certificate>}
 */
export async function makeCertificate(folder, name) {
  /**
   * @param {string} options
   * @param {string[]} last those that may hold a space
   */
  const openssl = (options, ...last) => mustRun('openssl', [...options.split(' '), ...last], { cwd: folder });
  await writeFile(path.join(folder, 'ca.cnf'), CONFIG);
  await writeFile(path.join(folder, 'index.txt'), '');
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';
  await openssl(`req -x509 ${newKey} -keyout issuer.key -out issuer.pem -subj`, `/CN=${ISSUER}`);
  await openssl(`req -new ${newKey} -keyout own.key -out own.csr -subj`, `/CN=${name}`);
  const issue = 'ca -batch -notext -create_serial -config ca.cnf -cert issuer.pem -keyfile issuer.key';
  await openssl(`${issue} -startdate 20260101000000Z -enddate 20270101000000Z -in own.csr -out own.pem`);
  await openssl('pkcs12 -export -inkey own.key -in own.pem -out own.p12 -passout', `pass:${PASSPHRASE}`);
  return { name, file: await readFile(path.join(folder, 'own.p12')), passphrase: PASSPHRASE };
}
