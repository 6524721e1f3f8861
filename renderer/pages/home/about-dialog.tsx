import { Dialog } from '#renderer/components/dialog.tsx';
import { useHost } from '#renderer/host/host.tsx';

/** What the program is, where it keeps things, and what whoever manages the computer has set. */
export function AboutDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { info } = useHost();
  return (
    <Dialog title="About Groundwork" isOpen={isOpen} onClose={onClose}>
      <div className="stack">
        <p>
          Groundwork {info.version}, an offline workbook for architecture reviews. It sends nothing, and asks nobody for
          updates.
        </p>
        <p>Reviews are files in {info.dataFolder}</p>
        {info.policy === null ? (
          <p>No policy is set for this computer.</p>
        ) : (
          <>
            <h3>Set for this computer</h3>
            {info.policy.lines.length === 0 ? (
              <p>The policy {info.policy.path} sets nothing.</p>
            ) : (
              <ul>
                {info.policy.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <p className="small soft">By the policy {info.policy.path}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
