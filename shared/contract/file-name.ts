import { utf8Length } from '#shared/base/utf8-length.ts';
import type { ExportForm, FileForm } from './contract.ts';

/** How the file of a review ends, so that the system knows which program opens it. */
const REVIEW_EXTENSION = '.groundwork';

const EXPORT_EXTENSIONS: Readonly<Record<FileForm, string>> = {
  review: REVIEW_EXTENSION,
  pdf: '.pdf',
  markdown: '.md',
  json: '.json',
  csv: '.csv',
  structurizr: '.json',
  issues: '.csv',
  calendar: '.ics',
  pem: '.pem',
  cer: '.cer',
  p12: '.p12',
  csr: '.csr',
};

/** Longest suggested name without extension, in bytes of UTF-8; most disks stop at 255. */
const SUGGESTION_LIMIT = 120;
/** Longest file name, in bytes of UTF-8. */
const NAME_LIMIT = 255;
/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Forms of text that records of decisions are written in. */
export const ADR_EXTENSIONS = /\.(md|markdown|mdown|mkd|mdx|rst|adoc|asciidoc)$/i;
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]/u;

/** What the file of an export is: the review itself has a kind of its own. */
export function fileFormOf(form: ExportForm): FileForm {
  return form === 'json' ? 'review' : form;
}

/** A file name made from a review's title that every platform takes, letters of any script kept. */
export function suggestedFileName(title: string, form: FileForm): string {
  // The review itself ends in .json too, and the table of risks in .csv.
  const kind = form === 'structurizr' || form === 'issues' ? `-${form}` : '';
  return `${titleWithDashes(title)}${kind}${EXPORT_EXTENSIONS[form]}`;
}

/** A title as part of a file name: its words in lower case with dashes between. */
export function titleWithDashes(title: string): string {
  const words = titleWords(title).map((word) => word.toLowerCase());
  const slug = cutToBytes(words.join('-'), SUGGESTION_LIMIT).replace(/-+$/, '');
  return slug === '' || RESERVED.test(slug) ? `review-${slug}`.replace(/-$/, '') : slug;
}

/** The words of a title that a file name can hold, as they were typed; as many as are short enough for one. */
export function titleWords(title: string): readonly string[] {
  const words = title.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return cutToBytes(words.join(' '), SUGGESTION_LIMIT).split(' ').filter(Boolean);
}

/** What is wrong with a file name typed for an export, and what to do; null when it can be used. */
export function fileNameProblem(name: string, form: FileForm): string | null {
  const extension = EXPORT_EXTENSIONS[form];
  const ending = name.toLowerCase();
  // A review is JSON, and may be called that.
  const isEnded = ending.endsWith(extension) || (form === 'review' && ending.endsWith('.json'));
  return namePartProblem(name) ?? (isEnded ? null : `The file name has to end in ${extension}.`);
}

/** What is wrong with a name typed for a record in a folder of them, or in one of its own; null when it can be used. */
export function adrNameProblem(name: string): string | null {
  const parts = name.split('/');
  const problem = parts.map(namePartProblem).find((found) => found !== null);
  if (problem !== undefined) return problem;
  if (parts.length > 2) return 'A record lies in the folder or in one folder below it.';
  return ADR_EXTENSIONS.test(name) ? null : 'The file name has to end in .md, or in .rst or .adoc.';
}

function namePartProblem(name: string): string | null {
  if (name === '') return 'The file name cannot be empty.';
  if (FORBIDDEN.test(name))
    return 'The file name holds a character that file names cannot have, such as / \\ : * ? " < > |.';
  if (name.startsWith('.') || name.trim() !== name) return 'The file name cannot begin with a dot or a space.';
  if (RESERVED.test(name)) return 'Windows keeps this name for itself. Use another one.';
  if (utf8Length(name) > NAME_LIMIT) return 'The file name is too long. Use a shorter one.';
  return null;
}

function cutToBytes(text: string, limit: number): string {
  let kept = '';
  for (const character of text) {
    if (utf8Length(kept + character) > limit) break;
    kept += character;
  }
  return kept;
}
