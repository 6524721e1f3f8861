import type { Mending } from '#main/files/checked-file.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { TemplateLibrary } from '#main/templates/template-library.ts';
import type { BuiltIn } from './built-in.ts';
import type { DataLayout } from './data-folder.ts';
import { ReviewStore } from './review-store.ts';
import type { SumElsewhere } from './sum-up.ts';

/**
 * The reviews of a data folder; reading them needs no lock.
 * @param mending null unless the lock is held
 * @param sums where a long list is summed up; null: here
 */
export function openStore(
  files: FileSystem,
  layout: DataLayout,
  builtIn: BuiltIn,
  mending: Mending | null = null,
  sums: SumElsewhere | null = null,
): { readonly store: ReviewStore; readonly templates: TemplateLibrary } {
  const templates = new TemplateLibrary(files, layout, builtIn.templates, mending);
  return { store: new ReviewStore(files, layout, templates, undefined, sums), templates };
}
