import type { ExportForm } from '#shared/contract.ts';
import { recordRenderer } from '../api/render-record.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';
import { loadReview } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';
import { writeOut } from './write-out.ts';

export const EXPORT_HELP = `groundwork export FILE|ID [--pdf OUT] [--md OUT] [--json OUT] [--data DIR]

Writes the decision record of a review: of a file, or of one in the data folder by its id.

  --pdf OUT     as a PDF
  --md OUT      as Markdown (MADR)
  --json OUT    as a review file that can be imported again, template included
  --force       replace OUT if it exists
  --data DIR    data folder in which ID is looked up

OUT may be - for the standard output.
`;

export async function runExport(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    pdf: { type: 'string' },
    md: { type: 'string' },
    json: { type: 'string' },
    force: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const name = onlyOperand(positionals, 'a review file or the id of a review');
  const wanted: readonly (readonly [ExportForm, string | undefined])[] = [
    ['pdf', values.pdf],
    ['markdown', values.md],
    ['json', values.json],
  ];
  const outs = wanted.flatMap(([form, out]) => (out === undefined ? [] : [{ form, out }]));
  if (outs.length === 0) throw new UsageError('Say what to write: --pdf OUT, --md OUT or --json OUT.');
  if (outs.some(({ out }) => out === '')) throw new UsageError('OUT cannot be empty.');
  if (new Set(outs.map(({ out }) => out)).size < outs.length) throw new UsageError('Each form needs its own OUT.');
  const review = await loadReview(io, name, values);
  const render = recordRenderer(io.appFolder);
  for (const { form, out } of outs) await writeOut(io, out, await render(form, review), values.force);
  return 0;
}
