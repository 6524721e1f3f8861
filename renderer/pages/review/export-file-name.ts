import type { ExportForm } from '#shared/contract.ts';

export const EXTENSIONS: Readonly<Record<ExportForm, string>> = {
  pdf: 'pdf',
  markdown: 'md',
  json: 'json',
  csv: 'csv',
  structurizr: 'json',
};

/** Longest name without its extension; file systems take 255 bytes, and a letter may need four. */
const LONGEST = 60;

/** A file name made from a title: letters and digits of any script, hyphens for the rest. */
export function exportFileName(title: string, form: ExportForm): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+/, '');
  const name = [...words].slice(0, LONGEST).join('').replace(/-+$/, '');
  // The review itself ends in .json too.
  const kind = form === 'structurizr' ? '-structurizr' : '';
  return `${name || 'review'}${kind}.${EXTENSIONS[form]}`;
}
