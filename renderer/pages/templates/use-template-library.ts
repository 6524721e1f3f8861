import { useCallback, useEffect, useState } from 'react';
import { readTemplateFile } from '#renderer/base/read-file.ts';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { Answer, LibraryTemplate, TemplateInfo } from '#shared/contract/contract.ts';
import type { Template } from '#shared/template/template.ts';
import type { PendingImport } from './import-template-dialog.tsx';

export type LibraryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly list: Answer<'template.list'> };

/** The template library and what can be done with it; failures come back ready to show. */
export function useTemplateLibrary() {
  const { client } = useHost();
  const toast = useToast();
  const [state, setState] = useState<LibraryState>({ kind: 'loading' });
  const { fault, attempt, show, dismiss } = useAttempt();
  const [shown, setShown] = useState<Template | null>(null);
  /** Files to look at one after the other; the first is on the screen. */
  const [pending, setPending] = useState<readonly PendingImport[]>([]);

  const reload = useCallback(async () => {
    const list = await client['template.list']({});
    setState(list.kind === 'failed' ? { kind: 'failed', fault: list } : { kind: 'ready', list });
  }, [client]);
  useEffect(() => void reload(), [reload]);

  async function look({ sha256, title }: TemplateInfo) {
    const answer = await attempt(() => client['template.get']({ sha256 }), `“${title}” cannot be shown`);
    if (answer) setShown(answer.template);
  }

  async function remove({ sha256, title, version }: LibraryTemplate) {
    const removed = await attempt(() => client['template.remove']({ sha256 }), `“${title}” was not removed`);
    if (removed) toast({ text: `“${title}” ${version} is off the library. Reviews made from it keep it.` });
    await reload();
  }

  async function preview(file: File): Promise<PendingImport | Fault> {
    const read = await readTemplateFile(file);
    if (read.kind === 'failed') return read;
    const answer = await client['template.preview']({ text: read.text });
    if (answer.kind === 'failed') return answer;
    return { kind: 'pending', file: file.name.slice(0, 200).toWellFormed(), text: read.text, preview: answer };
  }

  async function readFiles(files: readonly File[]) {
    for (const file of files) {
      const found = await preview(file);
      // Shown rather than attempted: a file that can be read does not take away why an earlier one could not.
      if (found.kind === 'failed') show(found, `“${file.name}” cannot be imported`);
      else setPending((before) => [...before, found]);
    }
  }

  return {
    state,
    fault,
    dismissFault: dismiss,
    shown,
    closeShown: () => setShown(null),
    pending: pending[0] ?? null,
    nextPending: () => setPending((before) => before.slice(1)),
    reload: () => void reload(),
    look: (template: TemplateInfo) => void look(template),
    remove: (template: LibraryTemplate) => void remove(template),
    readFiles: (files: readonly File[]) => void readFiles(files),
  };
}
