import { Callout } from '#renderer/components/callout.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { RaisedRisk } from '#renderer/pages/sections/parts/raised-risk.tsx';
import { isBlank } from '#shared/base/limits.ts';
import { skipRiskId } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';
import { StagePlanFields, type StagePlanFieldsProps } from './stage-plan-fields.tsx';

/** What skipping a stage asks for and leads to; a plan made before is kept and can be looked at. */
export function SkippedStage(props: StagePlanFieldsProps) {
  const { editor, stage, plan, onChange } = props;
  const hasPlan =
    !isBlank(plan.workItem) ||
    !isBlank(plan.owner) ||
    plan.targetDate !== null ||
    Object.values(plan.criteria).some((criterion) => criterion.met || !isBlank(criterion.note));

  return (
    <>
      <TextArea
        label="Why this stage is skipped"
        isRequired
        rows={2}
        value={plan.skipReason}
        onChange={(text) => onChange({ skipReason: text }, `${anchor('path', stage.id)}.skip-reason`)}
      />
      {stage.skipRisk && (
        <Callout tone="open" title="Skipping this stage has a price">
          <p>{stage.skipRisk.help}</p>
          <RaisedRisk editor={editor} risk={skipRiskId(stage.id)} name={stage.skipRisk.name} />
        </Callout>
      )}
      {hasPlan && (
        <Disclosure summary={<span className="small">The plan made before it was skipped</span>}>
          <div className="stack">
            <StagePlanFields {...props} />
          </div>
        </Disclosure>
      )}
    </>
  );
}
