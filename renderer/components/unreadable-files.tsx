import type { UnreadableFile } from '#shared/contract/contract.ts';
import { Callout } from './callout.tsx';
import { FindingList } from './fault-text.tsx';

/** Files in the data folder that could not be read, with the reason for each. */
export function UnreadableFiles({ files }: { readonly files: readonly UnreadableFile[] }) {
  if (files.length === 0) return null;
  const title = files.length === 1 ? 'One file cannot be read' : `${files.length} files cannot be read`;
  return (
    <Callout tone="warning" title={title}>
      <p>{files.length === 1 ? 'It is left as it is.' : 'They are left as they are.'} Everything else works.</p>
      <FindingList>
        {files.map(({ file, reason }) => (
          <li key={file}>
            <code>{file}</code>: {reason}
          </li>
        ))}
      </FindingList>
    </Callout>
  );
}
