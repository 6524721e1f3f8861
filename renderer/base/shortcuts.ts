/** A key or keys that do something; the single list behind the keyboard and the sheet that explains it. */
export interface Shortcut {
  /** Any of these: modifiers and key joined with `+`, or two keys one after the other with a space. */
  readonly keys: readonly string[];
  readonly text: string;
  readonly where: 'everywhere' | 'home' | 'review';
}

const LIST = {
  sheet: { keys: ['?'], text: 'Show this sheet', where: 'everywhere' },
  home: { keys: ['G H'], text: 'Go to all reviews', where: 'everywhere' },
  search: { keys: ['/'], text: 'Search reviews', where: 'home' },
  new: { keys: ['N'], text: 'New review', where: 'home' },
  import: { keys: ['I'], text: 'Import a review file', where: 'home' },
  bringBack: { keys: ['Mod+Z'], text: 'Bring back the review deleted last', where: 'home' },
  nextSection: { keys: ['Alt+ArrowDown', 'Mod+PageDown'], text: 'Next section', where: 'review' },
  previousSection: { keys: ['Alt+ArrowUp', 'Mod+PageUp'], text: 'Previous section', where: 'review' },
  nextOpenPoint: { keys: ['Alt+O'], text: 'Next open point', where: 'review' },
  nextRisk: { keys: ['Alt+PageDown'], text: 'Next risk, in the risks', where: 'review' },
  previousRisk: { keys: ['Alt+PageUp'], text: 'Previous risk, in the risks', where: 'review' },
  findRisk: { keys: ['/'], text: 'Find a risk, in the risks', where: 'review' },
  left: { keys: ['G L'], text: 'Show what is left', where: 'review' },
  toDo: { keys: ['G T'], text: 'Show what is to be done', where: 'review' },
  agenda: { keys: ['G A'], text: 'Show the agenda', where: 'review' },
  addToDo: { keys: ['A'], text: 'Add something to do, from anywhere', where: 'review' },
  park: { keys: ['Q'], text: 'Park a question for later, from anywhere', where: 'review' },
  palette: { keys: ['Mod+K'], text: 'Go to any section, question, risk, person, action or command', where: 'review' },
  present: { keys: ['P'], text: 'Present: one thing at a time, for the room', where: 'review' },
  vote: { keys: ['V'], text: 'Put what you are at to the vote', where: 'review' },
  votes: { keys: ['G V'], text: 'Show all votes, and what you disagree on', where: 'review' },
  record: { keys: ['G R'], text: 'Show the record', where: 'review' },
  undo: { keys: ['Mod+Z'], text: 'Undo', where: 'review' },
  redo: { keys: ['Mod+Shift+Z', 'Mod+Y'], text: 'Redo', where: 'review' },
  export: { keys: ['Mod+E'], text: 'Export', where: 'review' },
  print: { keys: ['Mod+P'], text: 'Print the record', where: 'review' },
  save: { keys: ['Mod+S'], text: 'Save now (saving also happens by itself)', where: 'review' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof LIST;

export const SHORTCUTS: Readonly<Record<ShortcutId, Shortcut>> = LIST;

/** Keys that work inside controls of every page; for the sheet only, the controls handle them. */
export const CONTROL_KEYS: readonly { readonly keys: string; readonly text: string }[] = [
  { keys: 'Y N U', text: 'Answer yes, no or not sure, with the focus in an answer' },
  { keys: '1 – 5', text: 'Rate, with the focus in a rating or a score; leads on to the next that is missing' },
  { keys: '← ↑ → ↓', text: 'Move between the scores of the options; Enter opens the reason' },
  { keys: 'Delete', text: 'Take an answer back, with the focus in it' },
  { keys: 'Enter ↑ ↓', text: 'Go to the same field of the next row, in the audit (back with Shift+Enter)' },
  { keys: 'Alt+Shift+↑ ↓', text: 'Move the row of a list that has the focus' },
  { keys: 'Esc', text: 'Close a dialog or a list' },
];

/** Keys of the stage; for the sheet only, the stage handles them. */
export const STAGE_KEYS: readonly { readonly keys: string; readonly text: string }[] = [
  { keys: '← → or Page Up, Page Down', text: 'Previous or next thing; a presenter sends these' },
  { keys: '↑ ↓', text: 'Previous or next answer, where a thing has several' },
  { keys: 'Y N U or 1 – 9', text: 'Answer' },
  { keys: 'Delete', text: 'Take the answer back' },
  { keys: 'V', text: 'Put it to the vote' },
  { keys: 'T', text: 'Show the agenda with its times, then what was there before it' },
  { keys: 'M', text: 'The rest of a list that does not fit, then its beginning again' },
  { keys: 'A Q', text: 'Add something to do, park a question; in a vote, too' },
  { keys: '.', text: 'Blank the stage, and show it again' },
  { keys: 'Home End', text: 'First or last thing' },
  { keys: 'Esc', text: 'Leave the stage' },
];

/** Keys of the application menu that no shortcut has; main/electron/menu.ts answers them. */
export const MENU_KEYS: readonly { readonly keys: string; readonly macKeys?: string; readonly text: string }[] = [
  { keys: 'Mod+N', text: 'New review' },
  { keys: 'Mod+O', text: 'Import a review file' },
  { keys: 'Alt+Home', macKeys: 'Shift+Mod+H', text: 'Go to all reviews' },
  { keys: 'Mod+/', text: 'Show this sheet' },
];

/** The parts of a key press that matter; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  /** Physical key, for Alt combinations, which type other letters on some keyboards. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether a press is the combination; `Mod` is Command on a Mac and Control elsewhere. */
export function matches(combination: string, press: KeyPress, isMac: boolean): boolean {
  const parts = combination.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  if (press.ctrlKey !== (has('Mod') && !isMac)) return false;
  if (press.metaKey !== (has('Mod') && isMac)) return false;
  if (press.altKey !== has('Alt')) return false;
  const isPlainCharacter = parts.length === 1;
  if (!isPlainCharacter && press.shiftKey !== has('Shift')) return false;
  if (isPlainCharacter && /[A-Z]/.test(key) && press.shiftKey) return false;
  return press.key.toLowerCase() === key.toLowerCase() || (has('Alt') && press.code === `Key${key}`);
}

/** How a combination is written on this platform. */
export function writeKeys(combination: string, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Alt: isMac ? '⌥' : 'Alt',
    Shift: isMac ? '⇧' : 'Shift',
    ArrowUp: '↑',
    ArrowDown: '↓',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
  };
  const write = (part: string) => names[part] ?? part;
  return combination
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map(write)
        .join(isMac ? '' : '+'),
    )
    .join(' then ');
}

export const IS_MAC = typeof navigator === 'object' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The first combination of a shortcut, for the button that does the same. */
export function firstKeys(id: ShortcutId): string {
  return SHORTCUTS[id].keys[0] ?? '';
}

/** The first combination of a shortcut as this platform writes it. */
export function keysOf(id: ShortcutId): string {
  return writeKeys(firstKeys(id), IS_MAC);
}

/** A combination as `aria-keyshortcuts` names it. */
export function spokenKeys(combination: string, isMac: boolean): string {
  return combination.replace('Mod', isMac ? 'Meta' : 'Control');
}
