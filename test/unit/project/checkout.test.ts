import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inProject, ROOT } from '#test/support/project.ts';

it('a checkout leaves every byte as it is, whatever Git is told about ends of lines', () => {
  expect(readFileSync(inProject('.gitattributes'), 'utf8')).toMatch(/^\* -text$/m);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', ROOT, '-c', 'core.autocrlf=true', ...args], { encoding: 'utf8', maxBuffer: 1e8 });
  // How each file lies in the repository, and what is done to it: ends of lines of the other kind are there for a reason.
  const files = git('ls-files', '--eol').trim().split('\n');
  expect(files.filter((line) => !/attr\/-text\s/.test(line))).toEqual([]);
  const foreign = files.filter((line) => /^i\/(crlf|mixed)/.test(line)).map((line) => line.split('\t')[1]);
  expect(foreign).toEqual(['exec.cmd']);
});

it('no two files of the project differ only by capitals, and none has a name that Windows refuses', () => {
  const names = execFileSync('git', ['-C', ROOT, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\0')
    .filter(Boolean);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const refused = /[<>:"|?*\\]|(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(\/|$)|[. ](\/|$)/i;
  expect(names.filter((name) => refused.test(name))).toEqual([]);
  // A clone in a folder of some length has to stay below 260 characters, which Git for Windows takes by itself.
  expect(names.filter((name) => name.length > 160)).toEqual([]);
});
