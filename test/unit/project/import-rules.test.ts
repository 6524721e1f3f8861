import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '#test/support/project.ts';

/** Folders from the ground up: none may import one that stands after it. */
const FLOORS = {
  main: [
    'files',
    'page',
    'pdf',
    'certificates',
    'templates',
    'store',
    'record',
    'seal',
    'verify',
    'workers',
    'reviews',
    'api',
    'cli',
    'electron',
    'loopback',
  ],
  renderer: ['base', 'host', 'components', 'review', 'pages', 'app'],
} as const;

/** Folders that stand side by side: neither may import the other. */
const SIDE_BY_SIDE = [
  ['main/pdf', 'main/certificates'],
  ['main/seal', 'main/verify'],
  ['main/api', 'main/cli'],
  ['main/electron', 'main/loopback'],
  ['main/record/forms', 'main/record/pages'],
  ['renderer/base', 'renderer/host'],
  ['renderer/pages/home', 'renderer/pages/verify'],
  ['renderer/pages/sections/risks', 'renderer/pages/sections/rule'],
] as const;

type Probe = readonly [folder: string, specifier: string];

const upwards = Object.entries(FLOORS).flatMap(([area, floors]) =>
  floors.flatMap((lower, at) =>
    floors.slice(at + 1).map((upper): Probe => [`${area}/${lower}`, `#${area}/${upper}/thing.ts`]),
  ),
);
const across = SIDE_BY_SIDE.flatMap(([one, other]): readonly Probe[] => [
  [one, `#${other}/thing.ts`],
  [other, `#${one}/thing.ts`],
]);

/** Only `main/record/writer/pdf-writer.ts` knows jsPDF, and the rest of the project knows only that file. */
const jsPdf = [...FLOORS.main, 'record/pages', 'record/words', 'record/forms', 'record/writer'].map(
  (folder): Probe => [`main/${folder}`, 'jspdf'],
);

const FORBIDDEN: readonly Probe[] = [
  ...upwards,
  ...across,
  ...jsPdf,
  ['shared/review', 'node:fs'],
  ['shared/review', 'react'],
  ['shared/review', '#main/files/hash.ts'],
  ['shared/record', 'lowdb/node'],
  ['shared/base', '#shared/review/review.ts'],
  ['shared/kinds/rule', '../risks/risks.ts'],
  ['main/store', 'electron'],
  ['main/store', 'electron/main'],
  ['main/store', '../electron/window.ts'],
  ['main/api', 'react'],
  ['main/api', '#renderer/review/editor.ts'],
  ['main/loopback', 'electron'],
  ['main/record/pages', '#main/record/render-pdf.ts'],
  ['main/record/pages', '#main/record/writer/patch-bytes.ts'],
  ['main/record/writer', '#main/record/pages/tag.ts'],
  ['main/record/writer', '#main/record/words/visible.ts'],
  ['main/record', './writer/patch-bytes.ts'],
  ['main/verify', '#main/record/writer/pdf-writer.ts'],
  ['renderer/base', 'node:path'],
  ['renderer/base', 'electron'],
  ['renderer/pages/home', '#main/api/dispatch.ts'],
  ['renderer/review', 'jspdf'],
];

const ALLOWED: readonly Probe[] = [
  ['shared/review', 'zod'],
  ['shared/review', '#shared/base/fields.ts'],
  ['main/store', '#shared/review/review.ts'],
  ['main/store', '#main/templates/template-library.ts'],
  ['main/record/writer', '#main/pdf/pdf-syntax.ts'],
  ['main/record/pages', '#main/record/writer/pdf-writer.ts'],
  ['main/record', './writer/pdf-writer.ts'],
  ['main/electron', 'electron'],
  ['main/electron', '#main/api/dispatch.ts'],
  ['main/loopback', '#main/api/dispatch.ts'],
  ['main/cli', '#main/reviews/new-review.ts'],
  ['renderer/review', '#shared/review/review.ts'],
  ['renderer/review', 'react'],
  ['renderer/pages/sections/risks', '#renderer/pages/sections/parts/known-people.ts'],
];

const all = [...FORBIDDEN, ...ALLOWED];
let folder = '';
/** Files of the probe tree that break an import rule. */
let broken: ReadonlySet<string>;

/** The tree holds one file for each import; the linter reads it with the project's own settings. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'groundwork-import-rules-'));
  for (const settings of ['biome.json', 'import-rules.json']) {
    copyFileSync(inProject(settings), path.join(folder, settings));
  }
  all.forEach(([place, specifier], index) => {
    mkdirSync(path.join(folder, place), { recursive: true });
    const code = `import { thing } from '${specifier}';\n\nexport const copy = thing;\n`;
    writeFileSync(path.join(folder, place, `probe-${index}.ts`), code);
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

function probe(place: string, specifier: string): string {
  return `probe-${all.findIndex((entry) => entry[0] === place && entry[1] === specifier)}.ts`;
}

describe('import rules', () => {
  it.each(FORBIDDEN)('%s may not import %s', (place, specifier) => {
    expect(broken).toContain(probe(place, specifier));
  });

  it.each(ALLOWED)('%s may import %s', (place, specifier) => {
    expect(broken).not.toContain(probe(place, specifier));
  });

  it.each(Object.entries(FLOORS))('give every folder of %s its floor', (area, floors) => {
    const folders = readdirSync(inProject(area), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      folders
        .map(({ name }) => name)
        .filter((name) => name !== 'styles')
        .toSorted(),
    ).toEqual(floors.toSorted((left, right) => (left < right ? -1 : 1)));
  });
});
