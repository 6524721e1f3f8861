import { say } from '#renderer/base/voice.ts';
import { OneForAll } from '#renderer/pages/sections/parts/one-for-all.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { setNoneApply } from '#shared/kinds/risks/edit.ts';
import type { RiskGroup } from './risk-view.ts';

/** One sentence for all risks of a group that nobody has decided on: none of them applies. */
export function NoneApplies({ editor, group }: { readonly editor: ReviewEditor; readonly group: RiskGroup }) {
  const open = openIn(group);
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

/**
 * The same for all that is left of the list: offered once something was judged in it, and where more than one group
 * has something left.
 */
export function NoneOfTheRest({
  editor,
  groups,
}: {
  readonly editor: ReviewEditor;
  readonly groups: readonly RiskGroup[];
}) {
  const open = groups.map(openIn).filter((risks) => risks.length > 0);
  const ids = open.flat().map(({ id }) => id);
  const isUntouched = ids.length === groups.flatMap(({ risks }) => risks).length;
  if (open.length < 2 || isUntouched) return null;
  const words = `None of the other ${ids.length} risks applies…`;
  return (
    <OneForAll
      words={words}
      field={`Why none of the other ${ids.length} risks applies`}
      placeholder="Why none of them applies"
      submit="None applies"
      onSubmit={(reason) => {
        editor.update((review) => setNoneApply(review, ids, reason));
        say(`${ids.length} risks do not apply.`);
      }}
    />
  );
}

/** Risks of a group that nobody has decided on. */
function openIn({ risks }: RiskGroup): RiskGroup['risks'] {
  return risks.filter(({ assessment }) => assessment.applicable === null && !assessment.notKnown);
}

function noneWords(open: number, all: number): string {
  if (open === all) return all === 1 ? 'It does not apply…' : 'None of these applies…';
  return open === 1 ? 'The other one does not apply…' : `None of the other ${open} applies…`;
}
