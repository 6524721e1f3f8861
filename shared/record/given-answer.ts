import type { RecordCell } from './model.ts';

/** An answer as the register of the record prints it. */
export interface GivenAnswer {
  readonly question: string;
  readonly answer: RecordCell;
  readonly reason: string;
}
