import { useSaid } from '#renderer/base/use-said.ts';
import { About } from '#renderer/components/about.tsx';
import { type Choice, ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Help } from '#renderer/components/help.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { type StagePlan, type StageState, stagePlan } from '#shared/kinds/path/answers.ts';
import { editStage } from '#shared/kinds/path/edit.ts';
import { exitCriteriaMet } from '#shared/kinds/path/path.ts';
import { STAGE_STATE_WORDS } from '#shared/kinds/path/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { PathStage } from '#shared/template/template.ts';
import { SkippedStage } from './skipped-stage.tsx';
import { StagePlanFields } from './stage-plan-fields.tsx';
import '#renderer/components/card.css';
import './path-page.css';

const CHOICES: readonly Choice<StageState>[] = [
  { value: 'open', text: STAGE_STATE_WORDS.open },
  { value: 'planned', text: STAGE_STATE_WORDS.planned },
  { value: 'in-progress', text: STAGE_STATE_WORDS['in-progress'] },
  { value: 'done', text: STAGE_STATE_WORDS.done, tone: 'for' },
  { value: 'skipped', text: STAGE_STATE_WORDS.skipped, tone: 'open' },
];

export interface StageCardProps {
  readonly editor: ReviewEditor;
  readonly stage: PathStage;
  /** Place on the path, from 1. */
  readonly number: number;
}

/** One stage of the path: what it is for, and the team's plan for it. */
export function StageCard({ editor, stage, number }: StageCardProps) {
  const plan = useDocument(editor, (review) => stagePlan(review, stage.id));
  const { met, of } = exitCriteriaMet(plan, stage);
  const edit = (change: Partial<StagePlan>, key?: string) =>
    editor.update((review) => editStage(review, stage.id, change), key);

  const raised = plan.state === 'skipped' ? stage.skipRisk?.name : undefined;
  useSaid(raised === undefined ? '' : `This puts a risk on the list: ${raised}.`);

  return (
    <section
      className={`stage stage--${plan.state}`}
      id={anchor('path', stage.id)}
      aria-labelledby={`stage-${stage.id}`}
    >
      <span className="stage__number" aria-hidden>
        {number}
      </span>
      <div className="card stage__card">
        <About subject={`stage ${number}`}>
          <header className="card__header">
            <h3 className="card__title" id={`stage-${stage.id}`}>
              <span className="visually-hidden">Stage {number}: </span>
              {stage.name}
            </h3>
            {of > 0 && plan.state !== 'skipped' && (
              <span className="soft small">
                {met} of {of} exit criteria met
              </span>
            )}
          </header>
          <div className="stack stack--tight stage__about">
            <p>{stage.help}</p>
            <p className="soft">{stage.why}</p>
            <Help
              summary="Examples and sources"
              texts={[stage.examples.length === 0 ? '' : `For example: ${stage.examples.join(', ')}`]}
              sources={stage.sources}
              template={editor.template}
              openLink={editor.openLink}
            />
          </div>
        </About>
        <ChoiceGroup
          label={`State of stage ${number}, ${stage.name}`}
          isLabelHidden
          isClearable={false}
          value={plan.state}
          choices={CHOICES}
          onChange={(state) => edit({ state: state ?? 'open' })}
        />
        <About subject={`stage ${number}`}>
          <DepartureNotes editor={editor} at={anchor('path', stage.id)} />
          {plan.state === 'skipped' ? (
            <SkippedStage editor={editor} stage={stage} plan={plan} onChange={edit} />
          ) : (
            <StagePlanFields editor={editor} stage={stage} plan={plan} onChange={edit} />
          )}
        </About>
      </div>
    </section>
  );
}
