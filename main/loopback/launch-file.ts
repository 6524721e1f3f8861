import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A page on disk that leads a browser to the launch address. */
export interface LaunchFile {
  /** Its own address, which holds no secret. */
  readonly url: string;
  remove(): Promise<void>;
}

/**
 * Writes the page that leads to an address in a folder that only its owner may read. Command lines are open to everybody on a
 * computer, so a browser is told this file and not the address itself.
 */
export async function writeLaunchFile(address: string): Promise<LaunchFile> {
  // Made with 0700. The temporary folder and not the data folder, which a service may be copying elsewhere.
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-launch-'));
  const file = path.join(folder, 'groundwork.html');
  // The address is made of letters, digits and `:/#=._-` only.
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Groundwork</title>
<script>location.replace(${JSON.stringify(address)})</script>
<p><a href="${address}">Open Groundwork</a></p>
</html>
`;
  await writeFile(file, page, { mode: 0o600, flag: 'wx' });
  return { url: pathToFileURL(file).href, remove: () => rm(folder, { recursive: true, force: true }) };
}
