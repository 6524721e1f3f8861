/** A file that some program or person made of a review's file, as its name tells. */
export interface CopyName {
  readonly file: string;
  /** Id of the review. */
  readonly id: string;
  /** Which program names copies so; empty where the name does not say. */
  readonly program: string;
  /** Who or which computer the copy comes from; empty where the name does not say. */
  readonly by: string;
}

const REVIEW_NAME = /^(.*?)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(.*)$/is;
/** Beginnings of names that no program gives to what it has finished. */
const UNFINISHED = /^(?:\.|~\$)/;
// cspell:disable
/** Ends of names of files that are still on their way. */
const ON_ITS_WAY = /\.(?:tmp|temp|part|partial|crdownload|download|swp|lock)$/i;

/**
 * What stands around the id of a review where a known program made the copy. `by`: the group with whose it is. Programs that
 * translate the name keep its form; only the words differ.
 */
const FORMS: readonly (readonly [program: string, form: RegExp])[] = [
  ['Syncthing', /^\.sync-conflict-\d{8}-\d{6}(?:-(?<by>[A-Z0-9]{7}))?$/i],
  ['ownCloud', /^_conflict-(?:(?<by>.+)-)?\d{8}-\d{6}$/i],
  ['Seafile', /^ \(SFConflict (?<by>.+?) \d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}\)$/i],
  ['Nextcloud', /^ \(conflicted copy (?:(?<by>.+?) )?\d{4}-\d{2}-\d{2} \d{6}\)$/i],
  ['Synology Drive', /^_(?<by>.+)_[A-Z][a-z]{2}-\d{2}-\d{4,6}-\d{4}_Conflict$/],
  // In English, in languages that put the person behind the word, and in those that have no spaces. A day always ends it.
  ['Dropbox', /^ \((?<by>.+?)['’]s conflicted copy(?: \d{4}-\d{2}-\d{2})?(?: \(\d+\))?\)$/i],
  ['Dropbox', /^ \((?:(?:case|white ?space|unicode encoding|selective sync) conflict)(?: \(\d+\))?\)$/i],
  [
    'Dropbox',
    /^ \((?:in konflikt stehende kopie von|konfliktkopie von|copie en conflit de|copia en conflicto de|copia in conflitto di|cópia em conflito de|conflicterende kopie van|konfliktkopia av|kopia powodująca konflikt użytkownika|конфликтующая копия пользователя|salinan berkonflik dari) (?<by>.+?) \d{4}-\d{2}-\d{2}(?: \(\d+\))?\)$/i,
  ],
  [
    'Dropbox',
    /^ \((?<by>.+?) ?(?:の競合コピー|的冲突副本|的衝突複本|의 충돌된 사본|motstridende kopi|modstridende kopi) ?\d{4}-\d{2}-\d{2}(?: \(\d+\))?\)$/i,
  ],
  ['Git', /^_(?:BASE|LOCAL|REMOTE|BACKUP)_\d+$/],
  ['Git', /^~(?<by>[^~]+)$/],
  ['Google Drive', /^_conf\((?:\d+|(?<by>.+))\)$/i],
  // The name of a computer, as OneDrive appends it: nothing else comes with a dash and without spaces.
  ['OneDrive', /^-(?<by>[\p{L}\p{N}][\p{L}\p{N}_-]*?)(?:-\d{1,2})?$/u],
  // A number behind a space, as iCloud and macOS give it.
  ['iCloud', /^ \d{1,3}$/],
];
// cspell:enable

/**
 * Reads the name of a file in the folder of reviews that is not one of its own. The id of a review is in it, so whatever stands
 * around, in whatever language, makes it a copy of that review; the forms of known programs also tell where it comes from. Null for a review's own file
 * and for any other one.
 */
export function copyName(file: string): CopyName | null {
  const [, before = '', name = '', after = ''] = REVIEW_NAME.exec(file) ?? [];
  const id = name.toLowerCase();
  if (id === '' || file === `${id}.json` || UNFINISHED.test(file) || ON_ITS_WAY.test(file)) return null;
  // Some write behind the ending, such as “.json~HEAD” and “.json.orig”.
  const ending = /\.json(?![\p{L}\p{N}])/iu.exec(after);
  if (!ending) return null;
  const around = `${after.slice(0, ending.index)}${after.slice(ending.index + '.json'.length)}`;
  const found = before === '' ? FORMS.flatMap(([program, form]) => matchOf(program, form.exec(around))) : [];
  return { file, id, ...(found[0] ?? { program: '', by: '' }) };
}

function matchOf(program: string, match: RegExpExecArray | null) {
  return match ? [{ program, by: match.groups?.by?.trim() ?? '' }] : [];
}
