import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nextAdrName } from '#main/record/forms/adr-convention.ts';
import type { FolderName } from '#main/record/forms/adr-members.ts';

const RECORD = { title: 'Which way?', date: '2026-11-29' };

/** A name that ends in `/` is a folder; what follows the slash lies in it. */
function names(...entries: readonly string[]): readonly FolderName[] {
  const folders = new Map<string, string[]>();
  const files: FolderName[] = [];
  for (const entry of entries) {
    const [name = '', inside] = entry.split('/');
    if (inside === undefined) files.push({ name, inside: null });
    else folders.set(name, [...(folders.get(name) ?? []), ...(inside === '' ? [] : [inside])]);
  }
  return [...files, ...[...folders].map(([name, inside]) => ({ name, inside }))];
}

function next(entries: readonly string[], title = RECORD.title, below: readonly string[] = []) {
  const found = nextAdrName(names(...entries), below, { ...RECORD, title });
  return found.kind === 'clear' ? found.name : { reason: found.reason, names: found.names };
}

describe('the name of the next record', () => {
  it.each([
    ['06-adr-prefixed', 'adr-031-which-way.md'],
    ['08-adr-other-extension', '0020-which-way.rst'],
    ['09-adr-padding-3', '013-which-way.md'],
    ['09-adr-underscore', '0015_which_way.md'],
  ])('of the field, %s, is %s', (folder, expected) => {
    expect(next(readdirSync(`test/fixtures/field/${folder}/adr`))).toBe(expected);
  });

  it.each([
    // prefix
    [['adr-119-a.md', 'adr-001-b.md', 'adr-1-c.md'], 'adr-120-which-way.md'],
    [['adr001-a.md', 'adr015-b.md'], 'adr016-which-way.md'],
    [['ADR053-Use-It.md', 'ADR001-Record.md'], 'ADR054-Which-Way.md'],
    [['ADR-001-a.md', 'adr-002-b.md'], 'adr-003-which-way.md'],
    [['RFC-0007-a.md'], 'RFC-0008-which-way.md'],
    [['shop-adr-0003-a.md'], 'shop-adr-0004-which-way.md'],
    [['lead-01-a.md', 'lead-02-b.md'], 'lead-03-which-way.md'],
    // separator, padding
    [['0001-a.md', '0009-b.md'], '0010-which-way.md'],
    [['00041-a.md', '00007-b.md'], '00042-which-way.md'],
    [['1-a.md', '9-b.md'], '10-which-way.md'],
    [['099-a.md', '001-b.md'], '100-which-way.md'],
    [['9999-last.md'], '10000-which-way.md'],
    [['0001.use.it.md', '0002.do.so.md'], '0003.which.way.md'],
    [['1. Use it.md', '2. Do so.md'], '3. Which way.md'],
    [['ADR 001 - Use It.md', 'ADR 002 - Do So.md'], 'ADR 003 - Which Way.md'],
    [['0001 use it.md'], '0002 which way.md'],
    [['ADR_001_USE_IT.md', 'ADR_002_DO_SO.md'], 'ADR_003_WHICH_WAY.md'],
    [['0001_use-this-one.md', '0002_do-so.md'], '0003_which-way.md'],
    [['ADR-001.md', 'ADR-002.md'], 'ADR-003.md'],
    // extension
    [['0001-a.markdown'], '0002-which-way.markdown'],
    [['0001-a.adoc', '0012-b.adoc'], '0013-which-way.adoc'],
    [['0001-a.MD'], '0002-which-way.MD'],
    // a folder for each record
    [['0001-a/README.md', '0002-b/README.md', '0002-b/picture.png'], '0003-which-way/README.md'],
    [['adr-007-a/adr-007-a.md', 'adr-008-b/adr-008-b.md'], 'adr-009-which-way/adr-009-which-way.md'],
    [['0001-a/index.md', '0001-a/notes.md', 'README.md'], '0002-which-way/index.md'],
    // dates
    [['2024-01-02-a.md', '2026-03-04-b.md'], '2026-11-29-which-way.md'],
    [['20240102-a.md', '20260304-b.md', 'README.md', 'template.md'], '20261129-which-way.md'],
    [['2024_01_02_use_it.md'], '2026_11_29_which_way.md'],
    [['adr-2024-01-02-a.md'], 'adr-2026-11-29-which-way.md'],
    [['2024.01.02 Use it.md'], '2026.11.29 Which way.md'],
    // what is no record
    [[], '0001-which-way.md'],
    [['README.md', 'index.md', 'template.md', 'adr-template.md', 'PROCESS.md'], '0001-which-way.md'],
    [['adr-012-a.md', 'adr-template.md', 'README.md', 'glossary.md', 'PROCESS.md'], 'adr-013-which-way.md'],
    [['0001-a.md', '0002-b.md', '0001-pictures/', 'notes.md'], '0003-which-way.md'],
    [['0001-a.md', '0002-b.md', '0003-c.md', '0004_d.md', 'scan.pdf'], '0005-which-way.md'],
    // a year among numbers is no number
    [['0001-a.md', '0002-b.md', '0003-c.md', '2024-review.md'], '0004-which-way.md'],
    [['1998-a.md', '1999-b.md', '2000-c.md', '1899-d.md', '1950-e.md'], '2001-which-way.md'],
  ])('beside %j is %s', (entries, expected) => {
    expect(next(entries)).toBe(expected);
  });

  it.each([
    [
      ['0001-a.md', 'adr-002-b.md'],
      ['adr-003-which-way.md', '0003-which-way.md'],
    ],
    [
      ['20240102-dated.md', '12-twelve.md'],
      ['20261129-which-way.md', '13-which-way.md'],
    ],
    [
      ['0001-a.md', '0002-b.md', '0003_c.md', '0004_d.md'],
      ['0005-which-way.md', '0005_which_way.md'],
    ],
    [
      ['0001-a.md', '0002-b.rst'],
      ['0003-which-way.md', '0003-which-way.rst'],
    ],
    [
      ['0001-a.md', '0002-b/README.md'],
      ['0003-which-way.md', '0003-which-way/README.md'],
    ],
  ])('is asked for beside %j, of two conventions', (entries, expected) => {
    const found = next(entries);
    expect(found).toMatchObject({ reason: expect.stringContaining('named in several ways') });
    expect((found as { names: readonly string[] }).names.toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    [
      ['use-rust.md', 'pick-a-queue.md'],
      ['which-way.md', '0001-which-way.md'],
    ],
    [['Use Rust.md'], ['Which Way.md', '0001-which-way.md']],
    [
      ['use_rust.rst', 'README.rst'],
      ['which_way.rst', '0001-which-way.md'],
    ],
    [['phase-2-plan.md'], ['which-way.md', '0001-which-way.md']],
  ])('is asked for beside %j, without a convention', (entries, expected) => {
    expect(next(entries)).toEqual({ reason: expect.stringContaining('no number and no date'), names: expected });
  });

  it('is asked for where most files count nothing', () => {
    expect(next(['0001-a.md', 'use-rust.md', 'pick-a-queue.md'])).toMatchObject({
      reason: expect.stringContaining('Most files'),
      names: ['0002-which-way.md'],
    });
  });

  it.each([
    [
      ['2023-use-rust.md', '2024-pick.md'],
      ['2026-which-way.md', '2026-11-29-which-way.md', '2025-which-way.md'],
    ],
    [['2024-03-use-rust.md'], ['2026-which-way.md', '2026-11-29-which-way.md', '2025-which-way.md']],
    [
      ['2024-001-use-rust.md', '2024-002-pick.md'],
      ['2026-which-way.md', '2026-11-29-which-way.md', '2025-which-way.md'],
    ],
  ])('is asked for beside %j, which may be years', (entries, expected) => {
    expect(next(entries)).toEqual({ reason: expect.stringContaining('may be years'), names: expected });
  });

  it('counts the records that were moved into folders, unless those count for themselves', () => {
    expect(
      next(['0001-a.md', 'superseded/0002-b.md', 'superseded/0003-c.md'], 'New', [
        'superseded/0002-b.md',
        'superseded/0003-c.md',
      ]),
    ).toBe('0004-new.md');
    expect(
      next(['0001-a.md', 'backend/0001-b.md', 'backend/0002-c.md'], 'New', ['backend/0001-b.md', 'backend/0002-c.md']),
    ).toBe('0002-new.md');
  });

  it.each([
    [
      ['backend/0001-a.md', 'frontend/adr-07-b.md'],
      ['backend/0002-new.md', 'frontend/adr-08-new.md'],
    ],
    [['2024/0001-a.md', '2024/0002-b.md', 'README.md'], ['2024/0003-new.md']],
    [['old/2024-01-02-a.md'], ['old/2026-11-29-new.md']],
  ])('is asked for where all records lie below: %j', (entries, expected) => {
    const below = entries.filter((entry) => entry.includes('/'));
    expect(next(entries, 'New', below)).toEqual({ reason: expect.stringContaining('folders below'), names: expected });
  });

  it.each([
    ['---', '0002-review.md'],
    ['CON', '0002-review-con.md'],
    ['Größe & Maß', '0002-größe-maß.md'],
    ['x'.repeat(300), `0002-${'x'.repeat(120)}.md`],
  ])('holds what a file name can hold of the title %j', (title, expected) => {
    expect(next(['0001-a.md'], title)).toBe(expected);
  });
});
