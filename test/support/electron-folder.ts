import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPackage } from '@electron/asar';

/** Marks the fuses in Electron's binary; version and length of the list come next, then one character for each. */
// cspell:disable-next-line
export const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A folder as Electron's download has it. Its binary does nothing; it is a real one where packers look at it, and holds the fuses as delivered. */
export async function standInElectron(folder: string, binary?: string): Promise<string> {
  const electron = path.join(folder, 'electron');
  await mkdir(path.join(electron, 'resources'), { recursive: true });
  await mkdir(path.join(electron, 'locales'));
  const wire = Buffer.concat([Buffer.from(FUSES), Buffer.from([1, 9]), Buffer.from('101100011')]);
  const program = binary === undefined ? Buffer.alloc(200) : await readFile(binary);
  await writeFile(path.join(electron, 'electron'), Buffer.concat([program, wire, Buffer.alloc(50)]), { mode: 0o755 });
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/en-US.pak']) {
    await writeFile(path.join(electron, name), name);
  }
  const source = path.join(folder, 'default-app');
  await mkdir(source);
  await writeFile(path.join(source, 'main.js'), '');
  await createPackage(source, path.join(electron, 'resources/default_app.asar'));
  return electron;
}
