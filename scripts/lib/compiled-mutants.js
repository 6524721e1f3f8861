// @ts-check
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from './project.js';
import { run } from './run.js';

/** Errors that say nothing of types: something is not used or not reached any more. */
const NOT_OF_TYPES = new Set(['TS6133', 'TS6192', 'TS6196', 'TS7027']);

/**
 * Which of some changed sources the compiler refuses. All of them are checked at once, in a copy of the project, each
 * as a file of its own beside the one that it is made from.
 * @param {readonly { readonly file: string, readonly code: string }[]} sources `file` is one of `main/`
 * @returns {Promise<ReadonlySet<number>>} their indexes
 */
export async function refusedByCompiler(sources) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-types-'));
  try {
    for (const part of ['main', 'shared', 'package.json', 'tsconfig.base.json']) {
      cpSync(inProject(part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith('.ttf') });
    }
    symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'dir');
    for (const [index, { file, code }] of sources.entries()) {
      writeFileSync(join(folder, file.replace(/\.ts$/, `.mutant-${index}.ts`)), code);
    }
    const compiler = inProject('node_modules/typescript/bin/tsc');
    const { output } = await run(process.execPath, [compiler, '-b', 'main', '--pretty', 'false'], { cwd: folder });
    const found = output.matchAll(/\.mutant-(\d+)\.ts\(\d+,\d+\): error (TS\d+)/g);
    return new Set([...found].flatMap(([, index, code = '']) => (NOT_OF_TYPES.has(code) ? [] : [Number(index)])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
