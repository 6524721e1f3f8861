import { useHost } from '#renderer/host/host.tsx';
import { Callout } from './callout.tsx';

/** Says that the data folder can only be read, and why; nothing where it can be changed. */
export function ReadOnlyNote() {
  const { readOnly } = useHost().info;
  if (!readOnly) return null;
  return (
    <Callout tone="neutral" title="Changes cannot be saved here">
      <p>{readOnly}</p>
    </Callout>
  );
}
