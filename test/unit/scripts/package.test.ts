import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bundledIn, heldBy, LEFT_OUT, packagedBill } from '../../../scripts/lib/bill-of-materials.js';
import { writeChecksums } from '../../../scripts/lib/package.js';

it('packages get checksums as sha256sum reads them, and nothing else does', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork release ż '));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeChecksums(folder);
  expect(await readdir(folder)).toEqual([]);
  for (const name of ['b.deb', 'a ż.AppImage', 'builder-debug.yml', 'a.exe'])
    await writeFile(path.join(folder, name), name);
  await writeChecksums(folder);
  const sum = (name: string) => `${createHash('sha256').update(name).digest('hex')}  ${name}\n`;
  expect(await readFile(path.join(folder, 'SHA256SUMS'), 'utf8')).toBe(
    ['a ż.AppImage', 'a.exe', 'b.deb'].map(sum).join(''),
  );
});

it('a list of licences names what was built in', () => {
  expect(bundledIn('# L\n\n## @a/b - 1.2.3 (MIT)\n\ntext\n\n## zod - 4.0.0 (MIT)\n')).toEqual([
    '@a/b@1.2.3',
    'zod@4.0.0',
  ]);
});

it('a bill of materials holds what is in the package, and nothing of the computer that made it', () => {
  const component = (name: string, version = '1.0.0') => ({ name, version });
  const bill = (...components: ReturnType<typeof component>[]) => ({
    bomFormat: 'CycloneDX',
    serialNumber: 'urn:uuid:x',
    metadata: { timestamp: 'now', component: { name: 'folder' } },
    components,
    dependencies: [],
  });
  const all = bill(
    component('electron'),
    component('zod'),
    component('react'),
    component('react', '0.9.0'),
    component('vitest'),
    component('core-js'),
  );
  const made = packagedBill(all, { held: ['zod@1.0.0'], bundled: ['react@1.0.0'], version: '9.9.9' });
  expect(made.metadata).toMatchObject({ component: { name: 'Groundwork', version: '9.9.9' } });
  expect(JSON.stringify(made)).not.toMatch(/urn:uuid|folder|timestamp/);
  const libraries = made.components.filter((one) => !('type' in one));
  expect(libraries.map(({ name, version }) => `${name}@${version}`)).toEqual([
    'electron@1.0.0',
    'zod@1.0.0',
    'react@1.0.0',
  ]);
});

it('a package holds what the lock file does not keep for tools, wherever it lies', () => {
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/lowdb': { version: '7.0.0' },
    'node_modules/@a/b/node_modules/c': { version: '2.0.0' },
    'node_modules/vitest': { version: '4.0.0', dev: true },
    'node_modules/core-js': { version: '3.0.0' },
    'node_modules/zod': { version: '4.0.0' },
  };
  expect(heldBy(packages)).toEqual(['lowdb@7.0.0', 'c@2.0.0']);
});

it('a package leaves out what is in its own files, or never asked for, and the bill of materials knows', async () => {
  const text = await readFile('electron-builder.yml', 'utf8');
  const lists = [...text.matchAll(/'!\*\*\/node_modules\/\{([^}]+)\}\/\*\*'/g)].map(([, names = '']) =>
    names.split(','),
  );
  expect(lists.flat().toSorted()).toEqual([...LEFT_OUT].toSorted());
});
