import { useEffect, useState } from 'react';
import { ConfirmDialog } from '#renderer/components/dialog.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useMenuCommands } from '#renderer/host/use-menu-commands.ts';
import { useWorkspace } from '#renderer/review/use-workspace.ts';

/**
 * Writes what is unsaved when the window is hidden or closed. One that can close itself waits and does so
 * afterwards; a browser asks the person with its own words.
 */
export function CloseGuard() {
  const { info } = useHost();
  const workspace = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  useMenuCommands({ save: () => void workspace.flush() });

  useEffect(() => {
    const flush = () => void workspace.flush();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    const onBeforeUnload = async (event: BeforeUnloadEvent) => {
      if (workspace.unsaved().length === 0) return;
      event.preventDefault();
      // Chromium before 119, which fleets still have as a browser, stays for this one only.
      event.returnValue = true;
      const isSaved = await workspace.flush();
      if (!info.closesItself) return;
      if (isSaved) window.close();
      else setAsking(true);
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', flush);
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('beforeunload', onBeforeUnload);
    };
  }, [workspace, info.closesItself]);

  return (
    <ConfirmDialog
      title="Close without saving?"
      isOpen={isAsking}
      onClose={() => setAsking(false)}
      onConfirm={() => {
        workspace.giveUp();
        window.close();
      }}
      cancel="Stay"
      confirm="Close and lose the changes"
      isDanger
    >
      <p>
        The latest changes could not be written to disk. Stay to see why and to try again; if you close now, they are
        lost.
      </p>
    </ConfirmDialog>
  );
}
