import { type FormEvent, useRef, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { settleText } from '#renderer/base/pending-text.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { setNoneApply } from '#shared/kinds/risks/edit.ts';
import type { RiskGroup } from './risk-view.ts';
import './risk-table.css';

/** One sentence for all risks of a group that nobody has decided on: none of them applies. */
export function NoneApplies({ editor, group }: { readonly editor: ReviewEditor; readonly group: RiskGroup }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const open = group.risks.filter(({ assessment }) => assessment.applicable === null && !assessment.notKnown);
  if (open.length === 0) return null;
  if (!isAsking) {
    const words = noneWords(open.length, group.risks.length);
    return (
      <Button
        size="small"
        kind="quiet"
        label={`${group.name}: ${words}`}
        onPress={() =>
          focusAfter(
            () => setAsking(true),
            () => form.current?.querySelector('input'),
          )
        }
      >
        {words}
      </Button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settleText();
    if (reason.trim() === '') return;
    const ids = open.map(({ id }) => id);
    editor.update((review) => setNoneApply(review, ids, reason.trim()));
    say(`${ids.length} risks of “${group.name}” do not apply.`);
    setAsking(false);
    setReason('');
  };
  return (
    <form
      ref={form}
      className="none-applies"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <TextField
        label={`Why none of “${group.name}” applies`}
        isLabelHidden
        placeholder="Why none of them applies"
        value={reason}
        onChange={setReason}
      />
      <Button size="small" type="submit" isDisabled={reason.trim() === ''}>
        None applies
      </Button>
    </form>
  );
}

function noneWords(open: number, all: number): string {
  if (open === all) return all === 1 ? 'It does not apply…' : 'None of these applies…';
  return open === 1 ? 'The other one does not apply…' : `None of the other ${open} applies…`;
}
