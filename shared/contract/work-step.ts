import * as z from 'zod';

/** How far a long piece of work has come. */
export const workStepSchema = z.strictObject({
  /**
   * `prepare`: reading and laying out; `page`: drawing one; `compare`: drawing one again for a comparison;
   * `seal`: adding a digital signature; `check`: reading a record back; `write`: putting the file in its place.
   */
  kind: z.enum(['prepare', 'page', 'compare', 'seal', 'check', 'write']),
  /** Which one is under way, from 1; 0 when they are not counted. */
  at: z.int().min(0),
  /** Of how many; 0 when they are not counted. */
  of: z.int().min(0),
});

export type WorkStep = Readonly<z.output<typeof workStepSchema>>;

/** A step that is not counted. */
export function uncounted(kind: WorkStep['kind']): WorkStep {
  return { kind, at: 0, of: 0 };
}
