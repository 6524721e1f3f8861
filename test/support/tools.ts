import { execFileSync } from 'node:child_process';

/** Programs that check what we make, and the Debian package of each. */
const PACKAGES = {
  certutil: 'libnss3-tools',
  mkfifo: 'coreutils',
  openssl: 'openssl',
  pdfdetach: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfsig: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfseparate: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfunite: 'poppler-utils',
  qpdf: 'qpdf',
} as const;

export type Tool = keyof typeof PACKAGES;

/**
 * Runs a program and gives what it writes.
 * @throws with what it complains about when it fails, and with what to install when it is absent.
 */
export function tool(name: Tool, ...options: readonly string[]): Buffer {
  try {
    return execFileSync(name, options, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `This test needs ${name}. Install the Debian package ${PACKAGES[name]} (apt-get install ${PACKAGES[name]}).`,
      );
    }
    throw error;
  }
}
