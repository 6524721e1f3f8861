import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkNothingYet, electronSpelling } from '#main/electron/spelling.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { SPELLING_LANGUAGES } from '#shared/contract/spelling-contract.ts';
import * as electron from '#test/support/electron-stand-in.ts';
import { inProject } from '#test/support/project.ts';

const SHIPPED = inProject('main/electron/dictionaries');
const log = { info: vi.fn(), error: vi.fn() };

beforeEach(() => vi.clearAllMocks());

async function checker(platform: NodeJS.Platform = 'linux', shipped = SHIPPED) {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork spelling ż '));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { defaultSession: session } = electron.session;
  session.removeAllListeners();
  session.words.clear();
  const dictionaries = join(folder, 'Dictionaries');
  const spelling = electronSpelling({
    platform,
    files: nodeFileSystem,
    shipped,
    dictionaries: () => dictionaries,
    session: () => session as unknown as Session,
    log,
  });
  return { spelling, session, dictionaries, folder };
}

describe('the spelling of the desktop program', () => {
  it('has a whole dictionary and its licence for each language', async () => {
    for (const language of SPELLING_LANGUAGES) {
      const bytes = await readFile(join(SHIPPED, `${language}.bdic`));
      // Form 2.0 of Chromium: name, form, where the rules and the words begin, then the MD5 of all that follows.
      expect([bytes.toString('latin1', 0, 4), bytes.readUInt16LE(4), bytes.readUInt16LE(6)], language).toEqual([
        'BDic',
        2,
        0,
      ]);
      const content = bytes.subarray(bytes.readUInt32LE(8));
      expect(createHash('md5').update(content).digest('hex')).toBe(bytes.toString('hex', 16, 32));
      expect(existsSync(join(SHIPPED, `${language}-license.txt`))).toBe(true);
    }
  });

  it('lays the chosen dictionaries where Chromium looks for them, and no other', async () => {
    const { spelling, session, dictionaries } = await checker();
    await spelling.use(['en-US', 'de'], []);
    expect((await readdir(dictionaries)).toSorted()).toEqual(['de-DE-3-0.bdic', 'en-US-10-1.bdic']);
    expect(session.setSpellCheckerLanguages).toHaveBeenLastCalledWith(['en-US', 'de']);
    expect(spelling.trouble()).toBe('');
  });

  it('replaces one that is not ours, and leaves ours as it lies', async () => {
    const { spelling, dictionaries } = await checker();
    await mkdir(dictionaries);
    const file = join(dictionaries, 'en-US-10-1.bdic');
    await writeFile(file, 'BDic of somebody');
    await spelling.use(['en-US'], []);
    expect((await readFile(file)).equals(await readFile(join(SHIPPED, 'en-US.bdic')))).toBe(true);
    const written = vi.spyOn(nodeFileSystem, 'rename');
    await spelling.use(['en-US'], []);
    expect(written).not.toHaveBeenCalled();
  });

  it('knows the words that are kept and forgets those that are not', async () => {
    const { spelling, session } = await checker();
    session.words.add('left').add('over');
    await spelling.use(['en-US'], ['over', 'Groundwork']);
    expect([...session.words].toSorted()).toEqual(['Groundwork', 'over']);
  });

  it('says when a newer Chromium looks for a dictionary elsewhere', async () => {
    const { spelling, session } = await checker();
    await spelling.use(['en-US'], []);
    await spelling.use(['en-US'], []);
    session.emit('spellcheck-dictionary-download-begin', {}, 'en-US');
    expect(spelling.trouble()).toContain('en-US');
    expect(log.error).toHaveBeenCalledOnce();
  });

  it('offers the languages whose dictionaries are there', async () => {
    const { spelling, folder } = await checker();
    expect(spelling).toMatchObject({ kind: 'own', offered: SPELLING_LANGUAGES });
    await writeFile(join(folder, 'pl.bdic'), '');
    expect((await checker('linux', folder)).spelling.offered).toEqual(['pl']);
  });

  it('leaves the languages to the system on macOS, and gives it the words', async () => {
    const { spelling, session } = await checker('darwin');
    expect(spelling).toMatchObject({ kind: 'system', offered: [] });
    await spelling.use([], ['Groundwork']);
    expect([...session.words]).toEqual(['Groundwork']);
    expect(session.setSpellCheckerLanguages).not.toHaveBeenCalled();
  });

  it('downloads nothing and checks nothing before it is told to', () => {
    const { defaultSession: session } = electron.session;
    checkNothingYet(session as unknown as Session, 'app://groundwork/dictionaries/');
    expect(session.setSpellCheckerDictionaryDownloadURL).toHaveBeenCalledWith('app://groundwork/dictionaries/');
    expect(session.setSpellCheckerLanguages).toHaveBeenCalledWith([]);
  });
});
