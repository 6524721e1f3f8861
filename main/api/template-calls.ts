import { explaining, FailureError } from '#main/files/failure.ts';
import { type ApiContext, remember } from '#main/reviews/context.ts';
import { type LoadedTemplate, printTemplate } from '#main/templates/parse-template.ts';
import { type ReadTemplate, readTemplateText } from '#main/templates/read-template-text.ts';
import { newerVersion, type OfferedTemplate } from '#main/templates/template-library.ts';
import { templateLength } from '#shared/agenda/agenda.ts';
import type { Answer, Api, LibraryTemplate, TemplateInfo, TemplatePreview } from '#shared/contract/contract.ts';
import { HANDOUT_WORDS } from '#shared/handout/model.ts';
import { handedReview } from '#shared/handout/run-sheet.ts';
import { exportLens } from '#shared/lens/export.ts';
import { printLens } from '#shared/lens/print.ts';
import { sectionOf } from '#shared/template/template.ts';
import { compareVersions, nextMinor } from '#shared/template/version.ts';
import type { ExportPlacer } from './place-export.ts';

/** The calls of the template library. */
export function templateCalls(context: ApiContext, placer: ExportPlacer) {
  const { store, templates, now, work } = context;

  const found = async (sha256: string): Promise<LoadedTemplate> => {
    const loaded = await templates.find(sha256);
    if (!loaded) throw new FailureError('not-found', 'This template is not in the data folder any more.');
    return loaded;
  };
  const offered = async () => (await templates.offered()).templates;
  /** Changes of the library, one after the other; closing waits for them. */
  const alone = <T>(work: () => Promise<T>) =>
    context.exports.run('templates', () => explaining('The template library could not be changed', work));

  return {
    'template.list': () => list(context),
    'template.get': async ({ sha256 }) => ({ kind: 'template', template: (await found(sha256)).template }),
    'template.preview': async ({ text }) => {
      const library = await offered();
      const { kind: form, loaded, findings } = readFor(library, text);
      const { template, sha256 } = loaded;
      return { kind: 'preview', form, template, sha256, standing: standingOf(library, loaded), findings };
    },
    'template.import': ({ text, file }) =>
      alone(async () => {
        const { loaded } = readFor(await offered(), text);
        await templates.add(loaded, file, now().toISOString());
        return { kind: 'imported', template: templateInfo(loaded) } as const;
      }),
    'template.remove': ({ sha256 }) =>
      alone(async () => {
        await templates.remove(sha256);
        return { kind: 'removed' } as const;
      }),
    'template.export': async ({ sha256, form, target }) => {
      const loaded = await found(sha256);
      const { text, findings } = printed(loaded, form);
      const { title, version } = loaded.template;
      const path = await placer.choose(target, 'json', `${title} ${form === 'lens' ? 'lens' : version}`);
      if (path === null) return { kind: 'cancelled' };
      await placer.write(path, target, async () => Buffer.from(text));
      return { kind: 'exported', path, findings };
    },
    'template.print': async ({ sha256, handout: kind, review: id, paper = 'a4', target }) => {
      const review = id === undefined ? null : (await store.open(id)).document;
      const { template } = await found(sha256);
      const path = await placer.choose(target, 'pdf', `${review?.title ?? template.title} ${HANDOUT_WORDS[kind]}`);
      if (path === null) return { kind: 'cancelled' };
      await placer.write(path, target, () =>
        work.printHandout({ kind, template, sha256, review: handedReview(review), paper, at: now().toISOString() }),
      );
      await remember(context, { paper });
      return { kind: 'exported', path, findings: [] };
    },
    'review.templateOffer': async ({ id }) => {
      const { template: from } = await store.open(id);
      const to = newerVersion(await offered(), from.template);
      return to ? { kind: 'offer', from: templateInfo(from), to: templateInfo(to) } : { kind: 'none' };
    },
    'review.applyTemplate': async ({ id, baseRevision, templateSha256 }) =>
      store.changeTemplate(id, baseRevision, await found(templateSha256)),
  } satisfies Partial<Api>;
}

/** What a list shows of a template. */
export function templateInfo({ sha256, template }: LoadedTemplate): TemplateInfo {
  const { id, version, title, summary, candidate } = template;
  return { id, version, sha256, title, summary, candidate, minutes: templateLength(template) };
}

/** The library first, then what only old reviews still hold. */
async function list({ store, templates }: ApiContext): Promise<Answer<'template.list'>> {
  const [offered, stored, { reviews }] = await Promise.all([templates.offered(), templates.stored(), store.list()]);
  const used = new Map<string, number>();
  for (const { templateSha256 } of reviews) used.set(templateSha256, (used.get(templateSha256) ?? 0) + 1);
  const row = (loaded: LoadedTemplate, origin: LibraryTemplate['origin']): LibraryTemplate => ({
    ...templateInfo(loaded),
    origin,
    reviews: used.get(loaded.sha256) ?? 0,
    hasQuestions: sectionOf(loaded.template, 'questions') !== undefined,
  });
  const inLibrary = new Set(offered.templates.map(({ loaded }) => loaded.sha256));
  // A file that both lists name is reported once.
  const unreadable = new Map([...offered.unreadable, ...stored.unreadable].map((entry) => [entry.file, entry]));
  return {
    kind: 'list',
    templates: [
      ...offered.templates
        .toSorted(byPlace)
        .map(({ loaded, entry }) =>
          row(
            loaded,
            entry ? { kind: 'imported', file: entry.file, importedAt: entry.importedAt } : { kind: 'built-in' },
          ),
        ),
      ...stored.templates
        .filter(({ sha256 }) => !inLibrary.has(sha256) && used.has(sha256))
        .map((loaded) => row(loaded, { kind: 'kept' })),
    ],
    unreadable: [...unreadable.values()],
  };
}

/** Built-in first, as they ship; then imported ones by title, and of each the newest version first. */
function byPlace(left: OfferedTemplate, right: OfferedTemplate): number {
  const [mine, theirs] = [left.loaded.template, right.loaded.template];
  if (left.entry === null || right.entry === null) return Number(left.entry !== null) - Number(right.entry !== null);
  return mine.title.localeCompare(theirs.title, 'en') || compareVersions(theirs.version, mine.version);
}

/**
 * Reads a file for the library. A custom lens has no version, so one that differs from what the
 * library made of it earlier becomes the next version of it.
 */
function readFor(library: readonly OfferedTemplate[], text: string): ReadTemplate {
  const read = readTemplateText(text);
  if (read.kind !== 'lens') return read;
  const earlier = library
    .map(({ loaded }) => loaded)
    .filter(({ template }) => template.id === read.loaded.template.id)
    .toSorted((left, right) => compareVersions(right.template.version, left.template.version));
  const [newest] = earlier;
  if (!newest) return read;
  const asVersion = (lensVersion: string) => readTemplateText(text, { lensVersion });
  const same = earlier.find(({ sha256, template }) => asVersion(template.version).loaded.sha256 === sha256);
  return asVersion(same?.template.version ?? nextMinor(newest.template.version));
}

function standingOf(
  library: readonly OfferedTemplate[],
  { sha256, template }: LoadedTemplate,
): TemplatePreview['standing'] {
  if (library.some(({ loaded }) => loaded.sha256 === sha256)) return 'here';
  const others = library.filter(({ loaded }) => loaded.template.id === template.id);
  if (others.length === 0) return 'new';
  return newerVersion(library, template) ? 'older' : 'newer';
}

/** The file of a template, or of the custom lens that holds its questions. */
function printed(
  loaded: LoadedTemplate,
  form: 'template' | 'lens',
): { readonly text: string; readonly findings: readonly string[] } {
  if (form === 'template') return { text: printTemplate(loaded), findings: [] };
  const made = exportLens(loaded.template);
  if (made.kind === 'refused') {
    throw new FailureError('unsupported', 'This template cannot be written as a custom lens.', {
      details: made.problems,
    });
  }
  const { text, findings } = printLens(made.lens);
  return { text, findings: [...made.findings, ...findings] };
}
