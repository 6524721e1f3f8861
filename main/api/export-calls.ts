import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { exportToAdrFolder } from '#main/record/forms/adr-folder.ts';
import { exportStarter, placedLines } from '#main/record/forms/starter-folder.ts';
import { safeUrl } from '#main/record/words/safe-url.ts';
import { type ApiContext, remember } from '#main/reviews/context.ts';
import type { Platform } from '#main/reviews/platform.ts';
import { sealedExport, sealLane } from '#main/reviews/sealed-state.ts';
import { stale } from '#main/store/review-writer.ts';
import type { Api } from '#shared/contract/contract.ts';
import { adrNameProblem, fileFormOf, suggestedFileName } from '#shared/contract/file-name.ts';
import { uncounted } from '#shared/contract/work-step.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { ExportPlacer } from './place-export.ts';

/** The calls that leave the data folder. */
export function exportCalls(context: ApiContext, placer: ExportPlacer) {
  const { files, store, exports, jobs, platform, render } = context;
  return {
    'record.export': async ({ id, revision, form, paper, length, target, job: jobId }) => {
      const asked = await store.open(id);
      if (asked.revision !== revision) return stale(asked);
      const path = await placer.choose(target, fileFormOf(form), asked.document.title);
      if (path === null) return { kind: 'cancelled' };
      return jobs.cancellable(jobId, async (job) => {
        // A dialog may have been open for long; what is written is what the disk holds now.
        const review = await store.open(id);
        if (review.revision !== revision) return stale(review);
        // A sealed record is never made a second time; where sealing is under way, its end is awaited.
        const signed =
          form === 'pdf' ? await exports.run(sealLane(id), () => sealedExport(context, review, length, job)) : null;
        if (form === 'pdf' && !signed?.bytes && paper) await remember(context, { paper });
        await placer.write(path, target, async () => {
          const bytes = signed?.bytes ?? (await render(form, review, { paper, length, ...job }));
          job.commit();
          job.onStep(uncounted('write'));
          return bytes;
        });
        return { kind: 'exported', path, findings: [...(signed?.findings ?? [])] } as const;
      });
    },
    'record.print': async ({ id, revision, length }) => {
      const review = await store.open(id);
      if (review.revision !== revision) return stale(review);
      const { paper } = context.settings.data;
      // In the lane of sealing, whose end closing waits for as well.
      const bytes = await exports.run(
        sealLane(id),
        async () =>
          (await sealedExport(context, review, length))?.bytes ?? (await render('pdf', review, { paper, length })),
      );
      const path = await explaining('The record could not be put where it can be printed from', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'groundwork-print-'));
        const file = join(folder, suggestedFileName(review.document.title, 'pdf'));
        await writeDurably(files, file, bytes);
        return file;
      });
      await opening(platform, path);
      return { kind: 'opened', path };
    },
    'record.exportAdr': async ({ id, revision, target, replace, name, extendIndex }) => {
      const problem = name === undefined ? null : adrNameProblem(name);
      if (problem !== null) throw new FailureError('invalid', problem);
      const folder = await placer.chooseFolder(target);
      if (folder === null) return { kind: 'cancelled' };
      const { document, template, ...stored } = await store.open(id);
      if (stored.revision !== revision) return stale(stored);
      const record = buildRecord(document, template.template, stored);
      const added = await placer.addTo(folder, () =>
        exportToAdrFolder(files, folder, { reviewId: id, record, replace, name, extendIndex }),
      );
      if (added.kind === 'exported') return { ...added, folder };
      const { kind, reason, names } = added;
      return { kind, folder, reason, names };
    },
    'record.exportStarter': async ({ id, revision, target }) => {
      const folder = await placer.chooseFolder(target);
      if (folder === null) return { kind: 'cancelled' };
      const review = await store.open(id);
      if (review.revision !== revision) return stale(review);
      const write = async () => ({
        path: folder,
        placed: await exportStarter(files, folder, review.document, review.template.template),
      });
      const { path, placed } = await placer.addTo(folder, write, 'exportFolder');
      return { kind: 'exported', path, findings: [...placedLines(placed)] };
    },
    'file.reveal': async ({ path }) => {
      if (!placer.has(path)) {
        throw new FailureError('unsupported', 'Only files exported since Groundwork started can be shown.');
      }
      await platform.revealFile(path).catch((cause: unknown) => {
        throw new FailureError('io', `The file manager could not be opened. The file is ${path}`, { cause });
      });
      return { kind: 'revealed' };
    },
    'file.open': async ({ path }) => {
      if (!placer.has(path)) {
        throw new FailureError('unsupported', 'Only files exported since Groundwork started can be opened.');
      }
      await opening(platform, path);
      return { kind: 'opened' };
    },
    'link.open': async ({ url }) => {
      if (!context.policy.links) {
        throw new FailureError('unsupported', 'Whoever manages this computer has switched links off.');
      }
      const link = safeUrl(url);
      if (link === null) {
        throw new FailureError(
          'unsupported',
          'Only web and mail links (https, mailto) can be opened. Copy this one to open it yourself.',
        );
      }
      await platform.openLink(link).catch((cause: unknown) => {
        throw new FailureError('io', 'The link could not be opened. Copy it into your browser instead.', { cause });
      });
      return { kind: 'opened' };
    },
  } satisfies Partial<Api>;
}

async function opening(platform: Platform, path: string): Promise<void> {
  await platform.openFile(path).catch((cause: unknown) => {
    throw new FailureError('io', `No program could be opened for this file. It is ${path}`, { cause });
  });
}
