import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '#test/support/project.ts';

const FORBIDDEN = [
  ['shared', 'node:fs'],
  ['shared', 'react'],

  ['shared/record', 'lowdb/node'],
  ['main', 'electron'],
  ['main/store', 'electron/main'],
  ['main/store', '../electron/window.ts'],
  ['main', './loopback/server.ts'],
  ['main', 'react'],
  ['main', '../renderer/editor.ts'],
  ['main/loopback', 'electron'],
  ['main/loopback', '../electron/window.ts'],
  ['main/electron', '../loopback/server.ts'],
  ['main/electron', '../../renderer/editor.ts'],
  ['renderer', 'node:path'],
  ['renderer', 'electron'],
  ['renderer/pages', '../../main/dispatch.ts'],
  ['renderer', 'jspdf'],
] as const;

const ALLOWED = [
  ['shared', 'zod'],
  ['shared/record', '#shared/review.ts'],
  ['main/store', '#shared/review.ts'],
  ['main/electron', 'electron'],
  ['main/electron', '../dispatch.ts'],
  ['main/loopback', '../dispatch.ts'],
  ['renderer', '#shared/review.ts'],
  ['renderer', 'react'],
] as const;

const all = [...FORBIDDEN, ...ALLOWED];
let folder = '';
/** Files of the probe tree that break an import rule. */
let broken: ReadonlySet<string>;

/** The tree holds one file for each import; the linter reads it with the project's own settings. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'groundwork-import-rules-'));
  copyFileSync(inProject('biome.json'), path.join(folder, 'biome.json'));
  all.forEach(([layer, specifier], index) => {
    mkdirSync(path.join(folder, layer), { recursive: true });
    const code = `import { thing } from '${specifier}';\n\nexport const copy = thing;\n`;
    writeFileSync(path.join(folder, layer, `probe-${index}.ts`), code);
  });
  const biome = inProject('node_modules/@biomejs/biome/bin/biome');
  const options = [
    'lint',
    '--vcs-enabled=false',
    '--only=style/noRestrictedImports',
    '--reporter=github',
    '--max-diagnostics=none',
  ];
  const run = spawnSync(process.execPath, [biome, ...options, '.'], { cwd: folder, encoding: 'utf8' });
  broken = new Set(run.stdout.match(/probe-\d+\.ts/g));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function probe(layer: string, specifier: string): string {
  return `probe-${all.findIndex((entry) => entry[0] === layer && entry[1] === specifier)}.ts`;
}

describe('import rules', () => {
  it.each(FORBIDDEN)('%s may not import %s', (layer, specifier) => {
    expect(broken).toContain(probe(layer, specifier));
  });

  it.each(ALLOWED)('%s may import %s', (layer, specifier) => {
    expect(broken).not.toContain(probe(layer, specifier));
  });
});
