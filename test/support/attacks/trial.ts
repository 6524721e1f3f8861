import { verifyRecord } from '#main/verify/verify-record.ts';
import { type Attack, attackBase, sparingComparer } from './attack-base.ts';
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

/** All attacks, made and ready to be tried again and again; of the families whose name has a word in it. */
export async function prepare(family = '') {
  const base = await attackBase();
  const comparePages = sparingComparer(process.cwd());
  const trials: { readonly name: string; readonly run: () => Promise<string> }[] = [];
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
