import { useCallback, useEffect, useState } from 'react';
import { readTemplateFile } from '#renderer/base/read-file.ts';
import type { ActionFault } from '#renderer/components/fault-dialog.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { explainCall, type Fault } from '#renderer/host/explain-call.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { Failure, LibraryTemplate, Output, TemplateInfo } from '#shared/contract/contract.ts';
import type { Template } from '#shared/template/template.ts';
import type { PendingImport } from './import-template-dialog.tsx';

export type LibraryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly list: Exclude<Output<'template.list'>, Failure> };

/** The template library and what can be done with it; failures come back ready to show. */
export function useTemplateLibrary() {
  const { client } = useHost();
  const toast = useToast();
  const [state, setState] = useState<LibraryState>({ kind: 'loading' });
  const [fault, setFault] = useState<ActionFault | null>(null);
  const [shown, setShown] = useState<Template | null>(null);
  /** Files to look at one after the other; the first is on the screen. */
  const [pending, setPending] = useState<readonly PendingImport[]>([]);

  const reload = useCallback(async () => {
    try {
      const list = await client['template.list']({});
      setState(list.kind === 'failed' ? { kind: 'failed', fault: list } : { kind: 'ready', list });
    } catch (error) {
      setState({ kind: 'failed', fault: explainCall(error) });
    }
  }, [client]);
  useEffect(() => void reload(), [reload]);

  const failed = (title: string, { message, details }: Pick<Fault, 'message' | 'details'>) =>
    setFault({ title, message, details });

  async function look({ sha256, title }: TemplateInfo) {
    try {
      const answer = await client['template.get']({ sha256 });
      if (answer.kind === 'template') setShown(answer.template);
      else failed(`“${title}” cannot be shown`, answer);
    } catch (error) {
      failed(`“${title}” cannot be shown`, explainCall(error));
    }
  }

  async function remove({ sha256, title, version }: LibraryTemplate) {
    try {
      const answer = await client['template.remove']({ sha256 });
      if (answer.kind === 'failed') failed(`“${title}” was not removed`, answer);
      else toast({ text: `“${title}” ${version} is off the library. Reviews made from it keep it.` });
    } catch (error) {
      failed(`“${title}” was not removed`, explainCall(error));
    }
    await reload();
  }

  async function readFiles(files: readonly File[]) {
    for (const file of files) {
      const title = `“${file.name}” cannot be imported`;
      const read = await readTemplateFile(file);
      if (read.kind === 'refused') {
        failed(title, { message: read.message, details: [] });
        continue;
      }
      try {
        const answer = await client['template.preview']({ text: read.text });
        if (answer.kind === 'failed') failed(title, answer);
        else {
          const found = { file: file.name.slice(0, 200).toWellFormed(), text: read.text, preview: answer };
          setPending((before) => [...before, found]);
        }
      } catch (error) {
        failed(title, explainCall(error));
      }
    }
  }

  return {
    state,
    fault,
    dismissFault: () => setFault(null),
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
