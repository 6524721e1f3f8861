import { useDeferredValue, useMemo, useState } from 'react';
import { useSaid } from '#renderer/base/use-said.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { Dependency } from '#shared/kinds/audit/answers.ts';
import { auditFromGoMod } from '#shared/kinds/audit/import-go-mod.ts';
import type { SectionOf } from '#shared/template/template.ts';
import './audit-page.css';

export interface GoModDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly section: SectionOf<'audit'>;
  readonly existing: readonly Dependency[];
  readonly newId: () => string;
  /** Adds them and closes the dialog. */
  readonly onAdd: (added: readonly Dependency[]) => void;
}

/** Fills the audit from the text of a go.mod, after a look at what was recognised. */
export function GoModDialog({ isOpen, onClose, ...form }: GoModDialogProps) {
  return (
    <Dialog title="Paste a go.mod" isOpen={isOpen} onClose={onClose} size="wide">
      <GoModForm {...form} onClose={onClose} />
    </Dialog>
  );
}

/** Longest text the field takes; the parser says where a text is too long to read. */
const PASTE_LIMIT = 1_100_000;

function GoModForm({ section, existing, newId, onAdd, onClose }: Omit<GoModDialogProps, 'isOpen'>) {
  const [text, setText] = useState('');
  const read = useDeferredValue(text);
  const result = useMemo(
    () => (read.trim() === '' ? null : auditFromGoMod(section, read, existing, newId)),
    [section, read, existing, newId],
  );
  useSaid(result?.summary ?? '');
  return (
    <form
      className="stack go-mod-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (result && result.added.length > 0) onAdd(result.added);
      }}
    >
      <TextArea
        label="Text of the go.mod"
        help="Everything of the file or only its require lines. Nothing is added before you say so."
        rows={5}
        maxLength={PASTE_LIMIT}
        placeholder={'require (\n\tgo.uber.org/zap v1.27.0\n)'}
        value={text}
        onChange={setText}
      />
      {result && <p>{result.summary}</p>}
      {result && result.problems.length > 0 && (
        <Callout tone="open" title="Some lines could not be read">
          <ul className="go-mod__problems">
            {result.problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {result && result.added.length > 0 && <Preview added={result.added} />}
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" isDisabled={!result || result.added.length === 0}>
          {result && result.added.length > 0 ? `Add ${result.added.length}` : 'Add'}
        </Button>
      </DialogActions>
    </form>
  );
}

function Preview({ added }: { readonly added: readonly Dependency[] }) {
  return (
    <section className="go-mod__preview" aria-label="What would be added">
      <table>
        <thead>
          <tr>
            <th scope="col">Module</th>
            <th scope="col">Counterpart</th>
          </tr>
        </thead>
        <tbody>
          {added.map(({ id, name, candidate, note }) => (
            <tr key={id}>
              <td>
                {name} <span className="small soft">{note}</span>
              </td>
              <td>{candidate === '' ? <Badge tone="open">Not in the table</Badge> : candidate}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
