import { useDeferredValue, useMemo, useState } from 'react';
import { readManifestFile } from '#renderer/base/read-file.ts';
import { useFileDrop } from '#renderer/base/use-file-drop.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { Dependency } from '#shared/kinds/audit/answers.ts';
import { auditFromManifest } from '#shared/kinds/audit/import-manifest.ts';
import type { SectionOf } from '#shared/template/template.ts';
import './audit-page.css';

export interface ManifestDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly section: SectionOf<'audit'>;
  readonly existing: readonly Dependency[];
  readonly newId: () => string;
  /** Adds them and closes the dialog. */
  readonly onAdd: (added: readonly Dependency[]) => void;
}

/** Fills the audit from the text of a manifest, pasted or dropped, after a look at what was recognised. */
export function ManifestDialog({ isOpen, onClose, ...form }: ManifestDialogProps) {
  return (
    <Dialog title="Paste a dependency file" isOpen={isOpen} onClose={onClose} size="wide">
      <ManifestForm {...form} onClose={onClose} />
    </Dialog>
  );
}

/** Longest text the field takes; the parser says where a text is too long to read. */
const PASTE_LIMIT = 1_100_000;

const KINDS = 'go.mod, package.json, pom.xml, requirements.txt, pyproject.toml or Cargo.toml';

interface Given {
  readonly text: string;
  /** Empty for text that was pasted. */
  readonly fileName: string;
}

const NOTHING: Given = { text: '', fileName: '' };

function ManifestForm({ section, existing, newId, onAdd, onClose }: Omit<ManifestDialogProps, 'isOpen'>) {
  const [{ text, fileName }, setGiven] = useState<Given>(NOTHING);
  const [withDevelopment, setWithDevelopment] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isDropping = useFileDrop(async ([file]) => {
    if (!file) return;
    const read = await readManifestFile(file);
    setFault(read.kind === 'failed' ? read.message : null);
    if (read.kind === 'read') setGiven({ text: read.text, fileName: file.name });
  });
  const read = useDeferredValue(text);
  const result = useMemo(
    () =>
      read.trim() === ''
        ? null
        : auditFromManifest(section, { text: read, fileName, withDevelopment }, existing, newId),
    [section, read, fileName, withDevelopment, existing, newId],
  );
  useSaid(result?.summary ?? '');
  return (
    <form
      className="stack manifest-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (result && result.added.length > 0) onAdd(result.added);
      }}
    >
      <TextArea
        label="Text of the file"
        help={
          isDropping
            ? 'Let go to read the file.'
            : `Paste or drop a ${KINDS}. Only direct dependencies are taken, and nothing is added before you say so.`
        }
        rows={5}
        maxLength={PASTE_LIMIT}
        placeholder={'require (\n\tgo.uber.org/zap v1.27.0\n)'}
        value={text}
        onChange={(typed) => {
          setFault(null);
          setGiven({ text: typed, fileName: '' });
        }}
      />
      {fault !== null && <Callout tone="open" title={fault} />}
      {result && <p>{result.summary}</p>}
      {result && result.development > 0 && (
        <Checkbox isSelected={withDevelopment} onChange={setWithDevelopment}>
          Also add what is for development and tests only ({result.development})
        </Checkbox>
      )}
      {result && result.problems.length > 0 && (
        <Callout tone="open" title="Some lines could not be read">
          <ul className="manifest__problems">
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
    <section className="manifest__preview" aria-label="What would be added">
      <table>
        <thead>
          <tr>
            <th scope="col">Dependency</th>
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
