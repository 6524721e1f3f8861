import { Fragment } from 'react';

/** An arrow, or the number of a source as `withReferences` puts it behind a text. */
const SIGNS = /(→|(?<=^|\s)\[\d+\])/u;

/** A text whose arrows and numbers of sources are seen as they are, and heard as words. */
export function SpokenSigns({ text }: { readonly text: string }) {
  return text.split(SIGNS).map((part, index) => {
    const words = wordsFor(part);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which never change places
      <Fragment key={index}>
        {words === null ? (
          part
        ) : (
          <span role="img" aria-label={words}>
            {part}
          </span>
        )}
      </Fragment>
    );
  });
}

/** The same for a name, which is heard only. */
export function spokenSigns(text: string): string {
  return text
    .split(SIGNS)
    .map((part) => wordsFor(part) ?? part)
    .join('');
}

function wordsFor(part: string): string | null {
  if (part === '→') return 'then';
  return SIGNS.test(part) && part.startsWith('[') ? `source ${part.slice(1, -1)}` : null;
}
