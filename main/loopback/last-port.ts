import { writeDurably } from '#main/files/durable-write.ts';
import { nodeFileSystem, readIfPresent } from '#main/files/file-system.ts';

/**
 * The port that the host of a data folder used last, 0 when none is known. A browser keeps what it keeps by address, and
 * that includes the port: drafts of what could not be saved are found again only under the same one.
 */
export async function lastPort(path: string): Promise<number> {
  const bytes = await readIfPresent(nodeFileSystem, path, 16).catch(() => null);
  const port = Number(Buffer.from(bytes ?? []).toString());
  return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : 0;
}

/** Remembers a port for the next start; that the disk refuses is no reason not to run. */
export async function rememberPort(path: string, port: number): Promise<void> {
  if ((await lastPort(path)) === port) return;
  await writeDurably(nodeFileSystem, path, Buffer.from(String(port))).catch(() => undefined);
}
