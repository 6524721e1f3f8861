import { LineField } from '#renderer/components/line-field.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { Evidence } from '#shared/kinds/parts.ts';
import './evidence-editor.css';

type Prototype = Extract<Evidence, { kind: 'prototype' }>;

/** The result of a prototype: it counts as evidence once it says what was found. */
export function EvidencePrototype({
  entry,
  controlId,
  onChange,
}: {
  readonly entry: Prototype;
  readonly controlId: string;
  readonly onChange: (entry: Prototype, field: string) => void;
}) {
  return (
    <div className="evidence evidence--prototype">
      <LineField
        label="What was tried"
        id={controlId}
        value={entry.text}
        onChange={(text) => onChange({ ...entry, text }, 'text')}
      />
      <NumberField
        label="Hours of work"
        value={entry.hours}
        limits={{ min: 0, max: 100_000 }}
        onChange={(hours) => onChange({ ...entry, hours }, 'hours')}
      />
      <div className="evidence__finding">
        <TextArea
          label="What it showed"
          rows={1}
          value={entry.finding}
          onChange={(finding) => onChange({ ...entry, finding }, 'finding')}
        />
      </div>
    </div>
  );
}
