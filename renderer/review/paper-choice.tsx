import { useSyncExternalStore } from 'react';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { useHost } from '#renderer/host/host.tsx';
import type { Paper } from '#shared/contract/contract.ts';

const PAPERS = [
  { value: 'a4', text: 'A4' },
  { value: 'letter', text: 'US Letter' },
] as const satisfies readonly { readonly value: Paper; readonly text: string }[];

/** What was chosen in this window; the host remembers what was used. */
let chosen: Paper | null = null;
const watchers = new Set<() => void>();

/** The paper that records are set on, the same all over the window. */
export function usePaper(): Paper {
  const { info } = useHost();
  return useSyncExternalStore(watch, () => chosen) ?? info.paper;
}

/** Where a person says which paper they print on. */
export function PaperChoice({ label, help }: { readonly label: string; readonly help?: string | undefined }) {
  return (
    <ChoiceGroup
      label={label}
      help={help}
      value={usePaper()}
      choices={PAPERS}
      onChange={(paper) => {
        chosen = paper ?? chosen;
        for (const tell of watchers) tell();
      }}
      isClearable={false}
    />
  );
}

/** A paper by its name. */
export function paperName(paper: Paper): string {
  return PAPERS.find(({ value }) => value === paper)?.text ?? paper;
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}
