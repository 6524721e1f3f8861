import { filesOf, type HostileFile, nested, noise } from './hostile-file.ts';

const CONTENTS = {
  'arrays without end': () => nested(500_000),
  'objects that are nested': () => nested(200_000, '{"a":', '}', '1'),
  'a million keys': () => `{${Array.from({ length: 400_000 }, (_, at) => `"k${at}":0`).join()}}`,
  'an own __proto__': () => '{"__proto__":{"version":1},"constructor":{"prototype":{}}}',
  'zero bytes': () => Buffer.alloc(1_000_000),
  noise: () => noise(1_000_000),
  null: () => 'null',
  'fifty megabytes of spaces': () => Buffer.alloc(50_000_000, ' '),
};

const PATHS = [
  'settings.json',
  'index.json',
  'search-index.json',
  'imported-templates.json',
  'signed-elsewhere.json',
  'own-words.json',
  `templates/${'0'.repeat(64)}.json`,
];

/** Files that lie beside the reviews when the program starts. */
export const HOSTILE_SIDE_FILES: readonly HostileFile[] = PATHS.flatMap((path) =>
  filesOf('side file', CONTENTS).map((file) => ({ ...file, path, name: `${path}: ${file.name}` })),
);
