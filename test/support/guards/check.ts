/** What a part of the verifier has to say of one small thing: a test of one guard of it. */
export interface GuardCheck {
  readonly name: string;
  /** Whether it takes so long that a test run leaves it to `npm run test:attacks`. */
  readonly isSlow?: boolean;
  readonly said: () => unknown;
  readonly is: unknown;
}
