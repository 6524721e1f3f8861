import { Fragment } from 'react';

/** A text whose arrows are seen as arrows and heard as a word. */
export function ArrowWords({ text }: { readonly text: string }) {
  return text.split('→').map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which never change places
    <Fragment key={index}>
      {index > 0 && (
        <span role="img" aria-label="then">
          →
        </span>
      )}
      {part}
    </Fragment>
  ));
}
