import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { callersFolder } from '../project.js';

/**
 * Reads the command line of a benchmark: `[--sizes 1,100] [--rounds N] [--keys N] [--sections decision,risks] [--places stage,palette]
 * [--against CHECKOUT | CHECKOUT …]`.
 * @param {{ readonly sizes: readonly number[], readonly rounds: number, readonly keys?: number }} usual
 */
export function optionsOf(usual) {
  const { values, positionals } = parseArgs({
    options: {
      sizes: { type: 'string' },
      rounds: { type: 'string' },
      keys: { type: 'string' },
      sections: { type: 'string' },
      places: { type: 'string' },
      against: { type: 'string', multiple: true },
    },
    allowPositionals: true,
  });
  return {
    sizes: values.sizes?.split(',').map(Number) ?? usual.sizes,
    rounds: Number(values.rounds ?? usual.rounds),
    keys: Number(values.keys ?? usual.keys),
    sections: values.sections?.split(','),
    places: values.places?.split(','),
    others: [...(values.against ?? []), ...positionals].map((folder) => path.resolve(callersFolder(), folder)),
  };
}

/**
 * Says on which machine this was measured and whether each aim is met; a missed one is a failure.
 * @param {readonly string[]} aims
 */
export function finish(aims) {
  const [processor] = cpus();
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}, load ${load} at the end\n`,
  );
  console.log(aims.join('\n'));
  if (aims.some((line) => !line.startsWith('met '))) process.exitCode = 1;
}
