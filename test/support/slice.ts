/** Days since the epoch, in UTC. */
const TODAY = Math.floor(Date.now() / (24 * 60 * 60 * 1000));

/** Whether long suites run whole, as their own commands do (`npm run test:attacks`, `test:heard`, `test:screens`). */
export const IS_WHOLE = process.env.GROUNDWORK_WHOLE !== undefined;

/**
 * Whether a case of a long suite has its turn: one of `parts` does on a day, another one the next day, so that as many
 * days in a row try all of them. Every case has it where long suites run whole.
 */
export function isDue(index: number, parts: number): boolean {
  return IS_WHOLE || (index + TODAY) % parts === 0;
}

/** The cases of a long suite that have their turn, see `isDue`. */
export function dueToday<Case>(cases: readonly Case[], parts: number): readonly Case[] {
  return cases.filter((_, index) => isDue(index, parts));
}

/** A seed for a suite that tries things by chance: another one each day, the same all day. */
export function ofToday(): number {
  return TODAY;
}
