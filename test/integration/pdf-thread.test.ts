import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { recordPrinter } from '../../main/record/record-file.ts';
import { bundleEntry } from '../support/bundle-entry.ts';
import { sampleJob } from '../support/sample-job.ts';

const run = promisify(execFile);
const ROOT = resolve('.');
const SAMPLE = 'grab-counter-service';
const resultSchema = z.object({ sha256: z.string(), took: z.number(), stall: z.number(), problem: z.string() });

it('prints the same bytes off the main thread, in every time zone and locale', async () => {
  const worker = await bundleEntry('main/record/render-worker.ts');
  const program = await bundleEntry('test/support/print-sample.ts');
  const here = createHash('sha256')
    .update(await recordPrinter(ROOT)(sampleJob(ROOT, SAMPLE)))
    .digest('hex');
  const places = [
    { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  ];
  for (const place of places) {
    // That the program ends at all shows that a waiting thread does not keep it alive.
    const { stdout } = await run(process.execPath, [program, worker, ROOT, SAMPLE], {
      env: { ...process.env, ...place },
    });
    const result = resultSchema.parse(JSON.parse(stdout));
    expect(result.sha256).toBe(here);
    // The main thread waits for nothing but its own small part.
    expect(result.stall).toBeLessThan(result.took / 3);
    expect(result.problem).toContain('Invalid');
  }
}, 60_000);
