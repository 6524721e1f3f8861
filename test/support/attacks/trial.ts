import { verifyRecord } from '#main/verify/verify-record.ts';
import type { HarmlessFile } from '../harmless/files.ts';
import { recordFiles } from '../harmless/records.ts';
import { signedFiles } from '../harmless/signed.ts';
import { type Attack, type AttackBase, attackBase, sparingComparer } from './attack-base.ts';
import { decisionRecords } from './decisions.ts';
import { ATTACK_FAMILIES } from './families.ts';

/** What is wrong with the verdict on an attack, in a line; empty when it is as it has to be. */
export async function wrongVerdict(
  { options, verdict, codes, oneOf }: Attack,
  bytes: Uint8Array,
  comparePages: ReturnType<typeof sparingComparer>,
): Promise<string> {
  const report = await verifyRecord(bytes, { comparePages, ...options });
  const found = report.findings.map(({ code }) => code);
  const isTold = codes.every((code) => found.includes(code)) && (!oneOf || found.some((code) => oneOf.has(code)));
  if (report.verdict === verdict && isTold) return '';
  const said = report.findings.map(({ code, detail }) => `${code}${detail === '' ? '' : ` (${detail.slice(0, 80)})`}`);
  return `${report.verdict} by ${said.join(', ')}; not ${verdict} by ${[...codes, ...(oneOf ? [`one of ${[...oneOf].join(', ')}`] : [])].join(', ')}`;
}

interface Trial {
  readonly name: string;
  /** What is wrong with the verdict, in a line; empty when it is as it has to be. */
  readonly run: () => Promise<string>;
}

/**
 * All attacks and what nobody bent, made and ready to be tried again and again; of the families whose name has a word
 * in it. @param folder where files are made.
 */
export async function prepare(folder: string, family = ''): Promise<readonly Trial[]> {
  const base = await attackBase();
  const comparePages = sparingComparer(process.cwd());
  const trials: Trial[] = [];
  for (const { name, bytes, verdict, codes = [] } of family === '' ? harmless(base, folder) : []) {
    const file = await bytes();
    trials.push({
      name: `harmless: ${name}`,
      run: async () => {
        const report = await verifyRecord(file, { comparePages });
        const found = report.findings.map(({ code }) => code);
        const isRight = report.verdict === verdict && codes.every((code) => found.includes(code));
        return isRight ? '' : `${report.verdict} by ${found.join(', ')}, not ${verdict}`;
      },
    });
  }
  for (const [title, attacksOf] of Object.entries(ATTACK_FAMILIES)) {
    if (!title.includes(family)) continue;
    for (const attack of await attacksOf(base)) {
      const bytes = await Promise.resolve(attack.bytes()).catch((cause: unknown) => {
        throw new Error(`The attack “${attack.name}” cannot be made`, { cause });
      });
      trials.push({ name: `${title}: ${attack.name}`, run: () => wrongVerdict(attack, bytes, comparePages) });
    }
  }
  return trials;
}

/** Files of which a guard must not tell anything, the record itself first. */
function harmless(base: AttackBase, folder: string): readonly HarmlessFile[] {
  const decisions = Object.entries(decisionRecords(base)).map(
    ([name, bytes]): HarmlessFile => ({ name, bytes, verdict: 'intact' }),
  );
  return [...recordFiles(base, folder), ...decisions, ...signedFiles(folder)];
}
