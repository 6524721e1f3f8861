import { Callout } from '#renderer/components/callout.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { StagePlan } from '#shared/kinds/path/answers.ts';
import { exitCriteriaMet } from '#shared/kinds/path/path.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { PathStage } from '#shared/template/template.ts';
import { StageCriteria } from './stage-criteria.tsx';

export interface StagePlanFieldsProps {
  readonly editor: ReviewEditor;
  readonly stage: PathStage;
  readonly plan: StagePlan;
  readonly onChange: (change: Partial<StagePlan>, key?: string) => void;
}

/** The plan for a stage: work item, owner, date, and how its exit criteria stand. */
export function StagePlanFields({ editor, stage, plan, onChange }: StagePlanFieldsProps) {
  const id = anchor('path', stage.id);
  const isPlanned = plan.state !== 'open' && plan.state !== 'skipped';
  const { met, of } = exitCriteriaMet(plan, stage);
  const people = useDerived(editor, knownPeople);
  return (
    <>
      <TextArea
        label="Work item"
        rows={2}
        isRequired={isPlanned}
        value={plan.workItem}
        onChange={(text) => onChange({ workItem: text }, `${id}.work-item`)}
      />
      <div className="grid">
        <ComboField
          label="Owner"
          isRequired={isPlanned}
          value={plan.owner}
          suggestions={people}
          onChange={(owner) => onChange({ owner }, `${id}.owner`)}
        />
        <DateField
          label="Target date"
          value={plan.targetDate}
          onChange={(targetDate) => onChange({ targetDate }, `${id}.target-date`)}
        />
      </div>
      {of > 0 && <StageCriteria editor={editor} stage={stage} plan={plan} />}
      {plan.state === 'done' && met < of && (
        <Callout
          tone="open"
          title={`Marked done, but ${of - met} of its exit criteria ${of - met === 1 ? 'is' : 'are'} not met`}
        >
          <p>Tick what is met, or set the stage back to “in progress”.</p>
        </Callout>
      )}
      {plan.state !== 'skipped' && !isBlank(plan.skipReason) && (
        <TextArea
          label="Why this stage was to be skipped"
          rows={1}
          help="Kept from before; the stage is not skipped now."
          value={plan.skipReason}
          onChange={(text) => onChange({ skipReason: text }, `${id}.skip-reason`)}
        />
      )}
    </>
  );
}
