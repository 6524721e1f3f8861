import { useEffect, useState } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import type { TemplateInfo } from '#shared/contract/contract.ts';

/** What a new review can start from, asked anew whenever the dialog opens. */
export function useOfferedTemplates(isOpen: boolean): readonly TemplateInfo[] {
  const { client, info } = useHost();
  const [templates, setTemplates] = useState<readonly TemplateInfo[]>(info.templates);

  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    void client['template.list']({}).then((answer) => {
      // Without an answer, those that ship are known already; making the review says what else is wrong.
      if (!isGone && answer.kind === 'list')
        setTemplates(answer.templates.filter(({ origin }) => origin.kind !== 'kept'));
    });
    return () => {
      isGone = true;
    };
  }, [client, isOpen]);

  return templates;
}
