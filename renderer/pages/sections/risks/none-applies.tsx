import { say } from '#renderer/base/voice.ts';
import { OneForAll } from '#renderer/pages/sections/parts/one-for-all.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { setNoneApply } from '#shared/kinds/risks/edit.ts';
import type { RiskGroup } from './risk-view.ts';

/** One sentence for all risks of a group that nobody has decided on: none of them applies. */
export function NoneApplies({ editor, group }: { readonly editor: ReviewEditor; readonly group: RiskGroup }) {
  const open = group.risks.filter(({ assessment }) => assessment.applicable === null && !assessment.notKnown);
  if (open.length === 0) return null;
  const words = noneWords(open.length, group.risks.length);
  return (
    <OneForAll
      words={words}
      label={`${group.name}: ${words}`}
      field={`Why none of “${group.name}” applies`}
      placeholder="Why none of them applies"
      submit="None applies"
      onSubmit={(reason) => {
        const ids = open.map(({ id }) => id);
        editor.update((review) => setNoneApply(review, ids, reason));
        say(`${ids.length} risks of “${group.name}” do not apply.`);
      }}
    />
  );
}

function noneWords(open: number, all: number): string {
  if (open === all) return all === 1 ? 'It does not apply…' : 'None of these applies…';
  return open === 1 ? 'The other one does not apply…' : `None of the other ${open} applies…`;
}
