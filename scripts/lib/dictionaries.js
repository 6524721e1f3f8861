import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { DICTIONARIES, DICTIONARY_FOLDER } from './dictionary-list.js';
import { inProject, wordsOf } from './project.js';
import { mustRun } from './run.js';

/** Where Debian puts Chromium's converter. */
const CONVERTERS = ['/usr/lib/qt6/libexec/qwebengine_convert_dict', '/usr/lib/qt5/bin/qwebengine_convert_dict'];

/** The same sources give the same archive, whenever it is made. */
const MOMENT = new Date(2026, 0, 1);

/**
 * `npm run dictionaries`: fetches the sources, converts them to the form that Chromium reads, and puts the result with its licences
 * into the project. The same sources give the same bytes.
 * @returns {Promise<number>} the exit status
 */
export async function makeDictionaries() {
  const converter = process.env.GROUNDWORK_CONVERT_DICT ?? CONVERTERS.find((file) => existsSync(file));
  if (converter === undefined) {
    console.error(
      'Chromium’s converter of dictionaries is not here. On Debian: apt-get install qt6-webengine-dev-tools. Elsewhere, set GROUNDWORK_CONVERT_DICT to the path of convert_dict.',
    );
    return 1;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'groundwork-dictionaries-'));
  try {
    for (const dictionary of DICTIONARIES) await makeOne(dictionary, converter, folder);
    return 0;
  } catch (error) {
    console.error(wordsOf(error));
    return 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {import('./dictionary-list.js').Dictionary} dictionary
 * @param {string} converter
 * @param {string} folder for what is only needed meanwhile
 */
async function makeOne({ language, name, version, integrity, withSource = false }, converter, folder) {
  const target = (/** @type {string} */ file) => inProject(DICTIONARY_FOLDER, file);
  await mustRun('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`], { cwd: folder });
  const archive = path.join(folder, `${name}-${version}.tgz`);
  const hash = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (hash !== integrity) throw new Error(`${name} ${version} is not the package that the list names.`);
  await mustRun('tar', ['xzf', archive, '-C', folder]);
  const source = (/** @type {string} */ file) => path.join(folder, 'package', file);
  await mustRun(converter, [source('index.dic'), path.join(folder, 'made.bdic')]);
  await copyFile(path.join(folder, 'made.bdic'), target(`${language}.bdic`));
  await copyFile(source('license'), target(`${language}-license.txt`));
  if (withSource) {
    const files = {
      [`${language}.aff`]: await readFile(source('index.aff')),
      [`${language}.dic`]: await readFile(source('index.dic')),
    };
    await writeFile(target(`${language}-source.zip`), zipSync(files, { level: 9, mtime: MOMENT }));
  }
  await rm(path.join(folder, 'package'), { recursive: true });
  console.log(`${language} from ${name} ${version}`);
}
