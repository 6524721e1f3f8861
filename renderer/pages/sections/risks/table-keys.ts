/** Columns of the table of risks, in the order that keys go through them. */
export const COLUMNS = [
  'applies',
  'likelihood',
  'impact',
  'response',
  'owner',
  'after-likelihood',
  'after-impact',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The parts of a key press that matter here; a `KeyboardEvent` is one. */
export interface TableKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key does at a cell. `then`: where the focus goes once the value is there. */
export type TableCommand =
  | { readonly kind: 'move'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | { readonly kind: 'applies'; readonly value: boolean | 'unknown' | null }
  | { readonly kind: 'rate'; readonly value: number | null }
  | { readonly kind: 'respond'; readonly value: 'mitigate' | 'accept' | 'transfer' | 'avoid' | null };

const RESPONSES = { m: 'mitigate', a: 'accept', t: 'transfer', v: 'avoid' } as const;

/**
 * What a key does in a column; null when it means nothing there. In a text only the keys that write nothing count.
 * Y, N and ? say whether a risk applies from every cell that takes no text.
 */
export function tableCommand(press: TableKey, column: Column, isText: boolean): TableCommand | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === 'Enter') return { kind: 'move', rows: press.shiftKey ? -1 : 1, columns: 0 };
  if (isText) return null;
  const moved = MOVES[press.key];
  if (moved && !press.shiftKey) return { kind: 'move', ...moved };
  return entry(press.key.toLowerCase(), column);
}

const MOVES: Readonly<Record<string, { readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** Keys that say whether a risk applies, in every column. */
const APPLIES: Readonly<Record<string, boolean | 'unknown'>> = { y: true, n: false, '?': 'unknown', u: 'unknown' };

function entry(key: string, column: Column): TableCommand | null {
  const applies = APPLIES[key];
  if (applies !== undefined) return { kind: 'applies', value: applies };
  const isCleared = key === 'delete' || key === 'backspace';
  if (column === 'response') {
    const value = RESPONSES[key as keyof typeof RESPONSES] ?? null;
    return value || isCleared ? { kind: 'respond', value } : null;
  }
  // Who rates says that it applies: the first digit is the likelihood.
  if (/^[1-5]$/.test(key)) return { kind: 'rate', value: Number(key) };
  if (!isCleared) return null;
  return column === 'applies' ? { kind: 'applies', value: null } : { kind: 'rate', value: null };
}
