import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { verifyRecord } from '#main/verify/verify-record.ts';
import type { VerifyReport } from '#shared/verify/verify.ts';
import { guardChecks } from '../guards/checks.ts';
import { type HarmlessFile, unsignedFiles } from '../harmless/files.ts';
import { recordFiles } from '../harmless/records.ts';
import { signedFiles } from '../harmless/signed.ts';
import { inProject } from '../project.ts';
import { type Attack, type AttackBase, attackBase, sparingComparer } from './attack-base.ts';
import { decisionRecords } from './decisions.ts';
import { ATTACK_FAMILIES } from './families.ts';
import { outcomeOf } from './outcome.ts';

/** What is wrong with the verdict on an attack, in a line; empty when it is as it has to be. */
export async function wrongVerdict(
  attack: Attack,
  bytes: Uint8Array,
  comparePages: ReturnType<typeof sparingComparer>,
  pinned?: string,
): Promise<string> {
  return wrongReport(attack, await verifyRecord(bytes, { comparePages, ...attack.options }), pinned);
}

function wrongReport({ verdict, codes, oneOf }: Attack, report: VerifyReport, pinned: string | undefined): string {
  const found = report.findings.map(({ code }) => code);
  const isTold = codes.every((code) => found.includes(code)) && (!oneOf || found.some((code) => oneOf.has(code)));
  if (report.verdict === verdict && isTold) return differenceFrom(pinned, report);
  const said = report.findings.map(({ code, detail }) => `${code}${detail === '' ? '' : ` (${detail.slice(0, 80)})`}`);
  return `${report.verdict} by ${said.join(', ')}; not ${verdict} by ${[...codes, ...(oneOf ? [`one of ${[...oneOf].join(', ')}`] : [])].join(', ')}`;
}

/** How a report differs from what is kept of the same one, in a line; empty when it does not. */
function differenceFrom(pinned: string | undefined, report: VerifyReport): string {
  const outcome = outcomeOf(report);
  return pinned === undefined || pinned === outcome ? '' : `${outcome}\nnot ${pinned}`;
}

/** What is kept of the report on each attack and each harmless file, by its name. */
export function pinnedOutcomes(): ReadonlyMap<string, string> {
  const kept = z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(inProject(PINNED), 'utf8')));
  return new Map(Object.entries(kept).flatMap(([outcome, names]) => names.map((name) => [name, outcome] as const)));
}

/** Whether the report on an attack is kept: not what is up to chance, nor what is named after places in the file. */
export function isKept({ name, oneOf }: Pick<Attack, 'name' | 'oneOf'>): boolean {
  return !oneOf && !/\d{4}/.test(name);
}

/** By outcome, as many are the same; `GROUNDWORK_PIN=1 npm run test:mutation -- --attacks` writes it anew. */
const PINNED = 'test/fixtures/attacks/outcomes.json';

interface Trial {
  readonly name: string;
  readonly by: 'attack' | 'unit test' | 'harmless file';
  /** Those of one group are about one thing. */
  readonly group: string;
  /** What is wrong with the verdict, in a line, which is empty when it is as it has to be; and what is kept of the report, if it is. */
  readonly run: () => Promise<{ readonly wrong: string; readonly outcome: string | null }>;
}

/**
 * All attacks and what nobody bent, made and ready to be tried again and again; of the families whose name has a word
 * in it; `unit tests` are one, too. @param folder where files are made.
 */
export async function prepare(folder: string, family = ''): Promise<readonly Trial[]> {
  const base = await attackBase();
  const comparePages = sparingComparer(process.cwd());
  const pinned = pinnedOutcomes();
  const trials: Trial[] = [];
  for (const { name, bytes, verdict, codes = [] } of family === '' ? harmless(base, folder) : []) {
    const file = await bytes();
    trials.push({
      name: `harmless: ${name}`,
      by: 'harmless file',
      group: `${verdict} ${codes.join()}`,
      run: async () => {
        const report = await verifyRecord(file, { comparePages });
        const found = report.findings.map(({ code }) => code);
        const isRight = report.verdict === verdict && codes.every((code) => found.includes(code));
        const wrong = isRight
          ? differenceFrom(pinned.get(`harmless: ${name}`), report)
          : `${report.verdict} by ${found.join(', ')}, not ${verdict}`;
        return { wrong, outcome: outcomeOf(report) };
      },
    });
  }
  for (const [title, attacksOf] of Object.entries(ATTACK_FAMILIES)) {
    if (!title.includes(family)) continue;
    for (const attack of await attacksOf(base)) {
      const bytes = await Promise.resolve(attack.bytes()).catch((cause: unknown) => {
        throw new Error(`The attack “${attack.name}” cannot be made`, { cause });
      });
      const name = `${title}: ${attack.name}`;
      trials.push({
        name,
        by: 'attack',
        group: `${attack.verdict} ${attack.oneOf ? 'by chance' : attack.codes.join()}`,
        run: async () => {
          const report = await verifyRecord(bytes, { comparePages, ...attack.options });
          const outcome = isKept(attack) ? outcomeOf(report) : null;
          return { wrong: wrongReport(attack, report, pinned.get(name)), outcome };
        },
      });
    }
  }
  for (const { name, run } of 'unit tests'.includes(family) ? guardChecks() : []) {
    trials.push({ name, by: 'unit test', group: name, run: async () => ({ wrong: await run(), outcome: null }) });
  }
  return trials;
}

/** Files of which a guard must not tell anything, the record itself first. */
function harmless(base: AttackBase, folder: string): readonly HarmlessFile[] {
  const decisions = Object.entries(decisionRecords(base)).map(
    ([name, bytes]): HarmlessFile => ({ name, bytes, verdict: 'intact' }),
  );
  return [...recordFiles(base, folder), ...decisions, ...signedFiles(folder), ...unsignedFiles(folder).slice(0, 6)];
}
