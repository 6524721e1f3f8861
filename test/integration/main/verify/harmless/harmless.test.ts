import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { verifyReportSchema } from '#shared/verify/verify.ts';
import { attackBase, sparingComparer } from '#test/support/attacks/attack-base.ts';
import { type HarmlessFile, unsignedFiles } from '#test/support/harmless/files.ts';
import { recordFiles } from '#test/support/harmless/records.ts';
import { signedFiles } from '#test/support/harmless/signed.ts';
import { dueToday } from '#test/support/slice.ts';

const comparePages = sparingComparer(process.cwd());
let folder: string;
let groups: Readonly<Record<string, readonly HarmlessFile[]>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-test-'));
  groups = {
    unsigned: unsignedFiles(folder),
    signed: signedFiles(folder),
    records: recordFiles(await attackBase(), folder),
  };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A run takes one file in so many, others each day; `npm run test:attacks` takes all. */
const PARTS = 4;

describe('a file that nobody bent', () => {
  it.each(['unsigned', 'signed', 'records'])('is never called altered: %s', { timeout: 600_000 }, async (group) => {
    const wrong: string[] = [];
    for (const { name, bytes, verdict, codes = [] } of dueToday(groups[group] ?? [], PARTS)) {
      const report = await verifyRecord(await bytes(), { comparePages });
      expect(() => verifyReportSchema.parse(report), name).not.toThrow();
      const found = report.findings.map(({ code }) => code);
      const isRight = report.verdict === verdict && codes.every((code) => found.includes(code));
      const said = report.findings.map(({ code, detail }) => `${code} (${detail.slice(0, 80)})`);
      if (!isRight)
        wrong.push(`${name}: ${report.verdict} by ${said.join(', ')}, not ${verdict} by ${codes.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it('stands for 60 and more', () => {
    expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(60);
  });
});
