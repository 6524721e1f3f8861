import { ChartNoAxesColumn, FlaskConical, Gauge, Link2, type LucideIcon, MessageSquareText } from 'lucide-react';
import { useMemo } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { AboutWords } from '#renderer/components/about.tsx';
import { Button } from '#renderer/components/button.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { newEvidence } from '#shared/kinds/evidence/edit.ts';
import { measuresOf } from '#shared/kinds/evidence/measures.ts';
import type { Evidence } from '#shared/kinds/parts.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { EvidenceMeasure } from './evidence-measure.tsx';
import { EvidencePrototype } from './evidence-prototype.tsx';
import './entries.css';
import './evidence-editor.css';

export interface EvidenceEditorProps {
  readonly editor: ReviewEditor;
  readonly evidence: readonly Evidence[];
  /** `key` names the field that was typed into; hand it on to `editor.update`. */
  readonly onChange: (evidence: readonly Evidence[], key?: string) => void;
  /** Start of the ids and undo keys in here, such as the anchor of the question. */
  readonly idPrefix: string;
  /** Whether some has to be there: an empty statement then stands ready, and is kept once something is written in it. */
  readonly isOwed?: boolean;
}

const KINDS: readonly { readonly kind: Evidence['kind']; readonly word: string; readonly icon: LucideIcon }[] = [
  { kind: 'text', word: 'statement', icon: MessageSquareText },
  { kind: 'link', word: 'link', icon: Link2 },
  { kind: 'figure', word: 'figure', icon: ChartNoAxesColumn },
  { kind: 'measure', word: 'measure', icon: Gauge },
  { kind: 'prototype', word: 'prototype', icon: FlaskConical },
];

/** What backs an answer: statements, links, figures, measures of the review and results of prototypes. */
export function EvidenceEditor({ editor, evidence, onChange, idPrefix, isOwed = false }: EvidenceEditorProps) {
  const firstControl = (id: string) => `${idPrefix}.evidence.${id}`;
  const measures = useDerived(editor, measuresOf);
  const kinds = KINDS.filter(({ kind }) => kind !== 'measure' || measures.length > 0);
  const nameOf = (entry: Evidence, index: number) =>
    (entry.kind === 'measure' ? measures.find(({ id }) => id === entry.measure)?.name : entry.text) ||
    `evidence ${index + 1}`;
  // It keeps its id, so that the field stays the same one while the first letter makes an entry of it.
  const ready = useMemo(() => (isOwed ? newEvidence(editor.newId(), 'text') : null), [editor, isOwed]);
  const isEmpty = evidence.length === 0;
  const add = (kind: Evidence['kind']) => {
    const entry = newEvidence(editor.newId(), kind);
    focusAfter(
      () => onChange([...evidence, entry]),
      () => document.getElementById(firstControl(entry.id)),
    );
  };

  return (
    <div className="entries">
      <ListEditor
        label="Evidence"
        rows={isEmpty && ready ? [ready] : evidence}
        canRemove={!isEmpty}
        onChange={onChange}
        noun="evidence"
        nameOf={nameOf}
        addButtons={kinds.map(({ kind, word, icon }) => (
          <Button
            key={kind}
            size="small"
            icon={icon}
            isDisabled={evidence.length >= LIST_LIMIT}
            onPress={() => add(kind)}
          >
            Add {word}
            <AboutWords />
          </Button>
        ))}
      >
        {(entry, changeRow) => (
          <EvidenceFields
            editor={editor}
            entry={entry}
            controlId={`${idPrefix}.evidence.${entry.id}`}
            onChange={(changed, field) => changeRow(changed, `${idPrefix}.evidence.${entry.id}.${field}`)}
          />
        )}
      </ListEditor>
    </div>
  );
}

interface EvidenceFieldsProps {
  readonly editor: ReviewEditor;
  readonly entry: Evidence;
  readonly controlId: string;
  readonly onChange: (entry: Evidence, field: string) => void;
}

function EvidenceFields({ editor, entry, controlId, onChange }: EvidenceFieldsProps) {
  switch (entry.kind) {
    case 'text':
      return (
        <TextArea
          label="Statement"
          id={controlId}
          rows={1}
          value={entry.text}
          onChange={(text) => onChange({ ...entry, text }, 'text')}
        />
      );
    case 'link':
      return <EvidenceLink entry={entry} controlId={controlId} onChange={onChange} openLink={editor.openLink} />;
    case 'measure':
      return <EvidenceMeasure editor={editor} entry={entry} controlId={controlId} onChange={onChange} />;
    case 'figure':
      return (
        <div className="evidence evidence--figure">
          <LineField
            label="What was measured"
            id={controlId}
            value={entry.text}
            onChange={(text) => onChange({ ...entry, text }, 'text')}
          />
          <LineField
            isName
            label="Value"
            value={entry.value}
            onChange={(value) => onChange({ ...entry, value }, 'value')}
          />
          <LineField isName label="Unit" value={entry.unit} onChange={(unit) => onChange({ ...entry, unit }, 'unit')} />
          <LineField
            label="Where it comes from"
            value={entry.source}
            onChange={(source) => onChange({ ...entry, source }, 'source')}
          />
        </div>
      );
    case 'prototype':
      return <EvidencePrototype entry={entry} controlId={controlId} onChange={onChange} />;
    default:
      return assertNever(entry);
  }
}
