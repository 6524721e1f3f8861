import type { WorkStep } from '#shared/contract/work-step.ts';

export interface WorkOptions {
  /** Ends the work early; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how far the work has come. */
  readonly onStep?: ((step: WorkStep) => void) | undefined;
}

/** Passes steps on, and ends the work at the next one when that is wanted. */
export function stepsOf({ signal, onStep }: WorkOptions = {}): (step: WorkStep) => void {
  return (step) => {
    signal?.throwIfAborted();
    onStep?.(step);
  };
}
