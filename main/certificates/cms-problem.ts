/** The signature is of a kind that is not checked here, so nothing is known about it; the message says which. */
export class UncheckedSignature extends Error {
  override readonly name = 'UncheckedSignature';
}

/** The signature does not fit the content, or was changed itself. */
export class BrokenSignature extends Error {
  override readonly name = 'BrokenSignature';
}
