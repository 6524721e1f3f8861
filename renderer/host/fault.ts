import type { CallFailure } from '#shared/contract/contract.ts';

/** Something that went wrong, ready to show: the failure of a call, or what the screen itself found. */
export type Fault = Pick<CallFailure, 'kind' | 'message'> & Partial<Pick<CallFailure, 'code' | 'details'>>;

/**
 * Whether what was asked may have been done although there was a failure: the answer got lost, or a fault inside the
 * host came before it. Every other failure says that nothing was changed.
 */
export function isOutcomeUnknown({ code }: Fault): boolean {
  return code === 'unreachable' || code === 'internal';
}
