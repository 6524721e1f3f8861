import type { FileSystem } from '#main/files/file-system.ts';
import { TemplateLibrary } from '#main/templates/template-library.ts';
import type { BuiltIn } from './built-in.ts';
import type { DataLayout } from './data-folder.ts';
import { ReviewStore } from './review-store.ts';

/** The reviews of a data folder; reading them needs no lock. */
export function openStore(
  files: FileSystem,
  layout: DataLayout,
  builtIn: BuiltIn,
): { readonly store: ReviewStore; readonly templates: TemplateLibrary } {
  const templates = new TemplateLibrary(files, layout, builtIn.templates);
  return { store: new ReviewStore(files, layout, templates), templates };
}
