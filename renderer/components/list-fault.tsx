import type { Fault } from '#renderer/host/fault.ts';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';

/** Why a page has nothing to show, and the way to try again. */
export function ListFault({
  title,
  fault,
  onRetry,
}: {
  readonly title: string;
  readonly fault: Fault;
  readonly onRetry: () => void;
}) {
  return (
    <Callout tone="warning" title={title} role="alert">
      <p>{fault.message}</p>
      <div className="row">
        <Button onPress={onRetry}>Try again</Button>
      </div>
    </Callout>
  );
}
