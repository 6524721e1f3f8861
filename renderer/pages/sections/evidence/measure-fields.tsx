import type { ReactNode } from 'react';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { Note } from '#renderer/components/note.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { Measure } from '#shared/kinds/evidence/answers.ts';
import type { ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import type { Figure } from '#shared/kinds/evidence/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import './evidence-page.css';

export interface MeasureFieldsProps {
  readonly people: readonly string[];
  readonly measure: ReviewMeasure;
  readonly templateUnit: string;
  /** What others gained, in words; empty for nothing. */
  readonly range: string;
  readonly isOwed: boolean;
  /** `key` names the field that was typed into. */
  readonly onChange: (change: Partial<Measure>, key?: string) => void;
  readonly onFigure: (figure: Figure, value: number | null) => void;
  /** What belongs below the numbers. */
  readonly children: ReactNode;
}

/** The numbers of a measure and how they came about. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { people, measure, templateUnit, range, isOwed, onChange, onFigure } = props;
  const { entry } = measure;
  return (
    <>
      <div className="measure__numbers">
        <NumberField
          label="Baseline"
          help={entry.baseline === null ? 'The value today' : undefined}
          isRequired={isOwed}
          value={entry.baseline}
          onChange={(baseline) => onFigure('baseline', baseline)}
        />
        <NumberField
          label="Target"
          help={range === '' ? undefined : `Others report: ${range}`}
          value={entry.target}
          onChange={(target) => onFigure('target', target)}
        />
        <NumberField
          label="Measured"
          help={entry.measured === null ? 'The value reached, once there is one' : undefined}
          value={entry.measured}
          onChange={(measured) => onFigure('measured', measured)}
        />
        <LineField
          label="Unit"
          isName
          {...(templateUnit !== '' && { placeholder: templateUnit })}
          value={entry.unit}
          onChange={(unit) => onChange({ unit }, 'unit')}
        />
      </div>
      {props.children}
      <TextArea
        label="How it is measured"
        rows={1}
        isRequired={isOwed}
        value={entry.method}
        onChange={(method) => onChange({ method }, 'method')}
      />
      <div className="grid">
        <ComboField
          label="Measured by"
          value={entry.by}
          suggestions={people}
          onChange={(by) => onChange({ by }, 'by')}
        />
        <DateField label="Measured on" value={entry.on} onChange={(on) => onChange({ on })} />
      </div>
      <Note
        label="Note"
        id={anchor('evidence', measure.id, 'note')}
        value={entry.note}
        onChange={(note) => onChange({ note }, 'note')}
      />
    </>
  );
}
