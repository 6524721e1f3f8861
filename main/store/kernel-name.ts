import { createServer, type Server } from 'node:net';
import { systemCode } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';

/** A name that the kernel gives to one process at a time. */
export interface KernelName {
  release(): Promise<void>;
}

/**
 * Takes a name for a folder that lies in no file system: an abstract socket on Linux, a named pipe on Windows. Nobody frees
 * it by deleting or replacing a file, and it is free again whatever way its holder ends. Null where another process
 * has it. On other systems nothing is taken, and the lock on the file stands alone.
 */
export async function takeKernelName(files: FileSystem, folder: string): Promise<KernelName | null> {
  const name = nameFor(await files.stat(folder, { bigint: true }));
  if (name === null) return { release: async () => undefined };
  // Nothing is ever said on it: what connects is hung up on.
  const server = createServer((socket) => socket.destroy());
  try {
    await listening(server, name);
  } catch (error) {
    if (systemCode(error) === 'EADDRINUSE') return null;
    throw error;
  }
  // A connection that could not be taken is no loss.
  server.on('error', () => undefined);
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** By what the system calls the folder, so that another path to it leads to the same name. */
function nameFor({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string | null {
  if (process.platform === 'linux') return `\0groundwork-${dev}-${ino}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\groundwork-${dev}-${ino}` : null;
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
