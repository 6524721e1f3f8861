import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '#test/support/command-line.ts';
import { readinessJson } from '#test/support/lens.ts';
import { pageTexts } from '#test/support/pdf.ts';
import { smallTemplate } from '#test/support/small-review.ts';

describe.each([
  ['run-sheet', 'Run sheet'],
  ['blank', 'Blank workbook'],
])('groundwork %s', (command, name) => {
  it('prints a built-in template', async () => {
    const { run, workingFolder } = await commandLine();
    expect(await run(command, 'small', '--pdf', 'out.pdf')).toEqual({ status: 0, out: '', err: '' });
    const text = (await pageTexts(await readFile(join(workingFolder, 'out.pdf')))).join('\n');
    expect(text).toContain(name);
    expect(text).toContain('Small review 1.0.0');
  });

  it('prints a template and a lens from a file', async () => {
    const { run, workingFolder } = await commandLine();
    for (const [file, json, title] of [
      ['mine.json', smallTemplate, 'Small review'],
      ['lens.json', readinessJson, 'Service Readiness Lens'],
    ] as const) {
      await writeFile(join(workingFolder, file), JSON.stringify(json));
      expect(await run(command, file, '--pdf', `${file}.pdf`, '--paper', 'letter')).toMatchObject({ status: 0 });
      const [first] = await pageTexts(await readFile(join(workingFolder, `${file}.pdf`)));
      expect(first).toContain(title);
    }
  });

  it('replaces nothing unless told to, and says what it lacks', async () => {
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'out.pdf'), 'mine');
    const taken = await run(command, 'small', '--pdf', 'out.pdf');
    expect(taken).toMatchObject({ status: 1, err: expect.stringContaining('--force') });
    expect(await readFile(join(workingFolder, 'out.pdf'), 'utf8')).toBe('mine');
    expect(await run(command, 'small')).toMatchObject({ status: 2, err: expect.stringContaining('--pdf OUT') });
    expect(await run(command, '--pdf', 'a.pdf')).toMatchObject({
      status: 2,
      err: expect.stringContaining('Name a template'),
    });
    expect(await run(command, 'nothing', '--pdf', 'a.pdf')).toMatchObject({
      status: 2,
      err: expect.stringContaining('There is no template “nothing”'),
    });
  });
});
