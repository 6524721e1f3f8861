import { prepare } from './trial.ts';

declare global {
  /** Set by the script that takes guards out; modules can only be loaded while this one is. */
  var judgeAttacks: ((ready: typeof prepare) => Promise<void>) | undefined;
}

await globalThis.judgeAttacks?.(prepare);
