import type { GivenUpKey } from '#main/certificates/given-up.ts';
import { FailureError } from '#main/files/failure.ts';
import type { WorkOptions } from '#main/files/work-options.ts';
import type { AttachedReview } from '#main/pdf/attachment.ts';
import type { HandoutPrinter } from '#main/record/handout-file.ts';
import type { RecordPrinter } from '#main/record/record-file.ts';
import type { SealJob } from '#main/seal/sealed-record.ts';
import type { Sum, SumJob } from '#main/store/sum-up.ts';
import type { SealedCheck, SealedJob } from '#main/verify/check-sealed.ts';
import type { Failure } from '#shared/contract/contract.ts';
import type { VerifyReport } from '#shared/verify/verify.ts';

/** A file to check; see `VerifyOptions`. */
export interface VerifyJob {
  readonly bytes: Uint8Array;
  readonly known: ReadonlySet<string>;
  readonly givenUp?: readonly GivenUpKey[];
}

/**
 * What takes longer than a window may stand still. Each piece gets and gives plain data (and handles of
 * keys), so that it can be done in a thread of its own.
 */
export interface Work {
  /** Makes the PDF of a record, with its review inside. */
  readonly print: RecordPrinter;
  /** Makes the PDF of a run sheet or of a blank workbook. */
  readonly printHandout: HandoutPrinter;
  /** The same, with a digital signature for each approver who signed. */
  seal(job: SealJob, options?: WorkOptions): Promise<Uint8Array>;
  /** Checks a file that may come from anywhere. @throws {StoppedWork} when that takes unreasonably long */
  verify(job: VerifyJob, options?: WorkOptions): Promise<VerifyReport>;
  /** Takes the review out of a file that may come from anywhere. @throws {StoppedWork} as `verify` does */
  takeOut(job: { readonly bytes: Uint8Array }, options?: WorkOptions): Promise<AttachedReview>;
  /** Checks a sealed record of the data folder against its review. @throws {StoppedWork} as `verify` does */
  checkSealed(job: SealedJob, options?: WorkOptions): Promise<SealedCheck>;
}

/** What a thread can do. */
export interface ThreadWork extends Work {
  /** Sums up reviews for the list; keeps the templates that it is sent. */
  sumUp(job: SumJob): Promise<readonly Sum[]>;
}

/** The work took longer, or more memory, than is reasonable, and was ended. */
export class StoppedWork extends Error {
  override readonly name = 'StoppedWork';
}

/** The work took more memory than a thread is given. */
export class OutOfMemory extends StoppedWork {}

/** For `catch`: a failure that says what to do when work was ended; every other error goes on. */
export function ifStopped(code: Failure['code'], message: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof StoppedWork ? new FailureError(code, message, { cause: error }) : error;
  };
}
