import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

/** What of an entry is loaded in one go: the chunks it imports, down to the last, and the libraries they ask for. */
interface Loaded {
  /** Own files by their path in the project. */
  readonly files: readonly string[];
  readonly libraries: readonly string[];
}

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

/** Bundles an entry of the program as the build does, and writes nothing. */
async function chunksOf(entry: string): Promise<Chunks> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: resolve(entry), write: false, target: 'node20', minify: false },
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return new Map(output.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
}

/** Follows imports, not those that are made when something is needed. */
function loadedWith(chunks: Chunks, entry: string): Loaded {
  const first = [...chunks.values()].find((chunk) => chunk.moduleIds.includes(resolve(entry)));
  if (!first) throw new Error(`${entry} is in no chunk`);
  const files = new Set<string>();
  const libraries = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    const chunk = chunks.get(name);
    if (seen.has(name)) return;
    seen.add(name);
    if (!chunk) {
      if (!name.startsWith('node:')) libraries.add(name);
      return;
    }
    for (const file of chunk.moduleIds) files.add(file.replace(`${resolve('.')}/`, ''));
    for (const other of chunk.imports) follow(other);
  };
  follow(first.fileName);
  return { files: [...files], libraries: [...libraries].toSorted() };
}

/** What only an export, a seal or a check needs. */
const HEAVY = /^main\/(?:record\/pages|seal|certificates|verify)\//;
/** Small ones of these folders that hold no library: names of things, and what loads the rest when it is needed. */
const LIGHT = /key-protection|key-store|own-keys|key-fingerprint|finding|signatures|visible/;

describe('what is loaded before the program is there', () => {
  it('holds no library and nothing that answers calls, in the loopback host', async () => {
    const chunks = await chunksOf('main/loopback/main.ts');
    expect(loadedWith(chunks, 'main/loopback/main.ts').libraries).toEqual(['env-paths']);
    const { files, libraries } = loadedWith(chunks, 'main/loopback/host.ts');
    // The lock's own library is loaded when the lock is taken; no build can put it into a chunk.
    expect(libraries).toEqual(['env-paths']);
    expect(files).toContain('main/store/lock.ts');
    expect(
      files.filter((file) => /^main\/(?:api\/.*-calls|record|seal|verify|pdf|templates|workers)/.test(file)),
    ).toEqual([]);
    expect(files.filter((file) => /^shared\/(?:kinds|review|record|template)\//.test(file))).toEqual([]);
  });

  it('holds no library but what reads where the window was, in the Electron host', async () => {
    const chunks = await chunksOf('main/electron/main.ts');
    // Nothing of it is loaded before its compiled code is kept.
    expect(loadedWith(chunks, 'main/electron/main.ts').libraries).toEqual(['env-paths']);
    expect(loadedWith(chunks, 'main/electron/desktop.ts').libraries).toEqual(['electron', 'env-paths', 'zod']);
  });

  it('holds nothing that only an export, a seal or a check needs, when calls are answered', async () => {
    const chunks = await chunksOf('main/loopback/main.ts');
    const { files, libraries } = loadedWith(chunks, 'main/api/load-workbook.ts');
    expect(libraries).toEqual(['env-paths', 'lowdb', 'zod']);
    expect(files.filter((file) => HEAVY.test(file) && !LIGHT.test(file))).toEqual([]);
    // They are there, behind an import of their own.
    const rest = [...chunks.values()].flatMap((chunk) => chunk.imports);
    expect(rest).toEqual(expect.arrayContaining(['jspdf', 'pkijs', 'harfbuzzjs', 'fflate']));
  });
});
