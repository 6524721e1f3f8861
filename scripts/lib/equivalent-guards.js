// @ts-check

/**
 * Guards of the verifier whose absence no file can show, or that only decide what is displayed, each with why.
 * @type {readonly { readonly file: string, readonly kind: string, readonly text: string, readonly why: string }[]}
 */
const EQUIVALENT = [];

/** @param {{ readonly file: string, readonly kind: string, readonly text: string } | undefined} place */
export function isEquivalent(place) {
  return EQUIVALENT.some(({ file, kind, text }) => file === place?.file && kind === place.kind && text === place.text);
}
