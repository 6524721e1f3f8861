import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { keysOf } from '#renderer/base/shortcuts.ts';
import { Button } from '#renderer/components/button.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { DissentEditor } from '#renderer/pages/sections/parts/dissent-editor.tsx';
import { PutToVote } from '#renderer/pages/sections/parts/put-to-vote.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { TakeAsTripwire } from '#renderer/review/take-as-tripwire.tsx';
import { isBlank } from '#shared/base/limits.ts';
import { cameTrue } from '#shared/follow-up/suggestions.ts';
import type { Dissent } from '#shared/kinds/parts.ts';
import type { Assessment } from '#shared/kinds/risks/answers.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { type ReviewRisk, riskGaps, UNNAMED_RISK } from '#shared/kinds/risks/risks.ts';
import { RESPONSE_WORDS } from '#shared/kinds/risks/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { setViews } from '#shared/stage/differing-views.ts';
import type { SectionOf } from '#shared/template/template.ts';
import type { AppliesValue } from './applies.ts';
import { Rating } from './rating.tsx';
import { RiskActions } from './risk-actions.tsx';
import { RiskNotKnown } from './risk-not-known.tsx';
import { RiskSubject } from './risk-subject.tsx';
import './risk-form.css';

/** What a risk does to the list it stands in. */
export interface RiskListActions {
  readonly toggle: (id: string) => void;
  readonly setApplies: (id: string, applies: AppliesValue) => void;
  /** Moves to the risk before or after. */
  readonly step: (by: -1 | 1) => void;
  readonly remove: (id: string, name: string) => void;
  /** Shows the whole form of a risk. */
  readonly open: (id: string) => void;
}

export interface RiskFormProps {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'risks'>;
  readonly risk: ReviewRisk;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Must stay the same, or every letter draws every row. */
  readonly actions: RiskListActions;
}

/** The same list each time, so that what is drawn from it need not be drawn again. */
const NO_VIEWS: readonly Dissent[] = [];

const RESPONSE_MEANINGS = {
  mitigate: 'make it less likely or less bad.',
  accept: 'live with it, and say why.',
  transfer: 'somebody else carries it.',
  avoid: 'change the plan so that it cannot happen.',
} as const;

const RESPONSES = (['mitigate', 'accept', 'transfer', 'avoid'] as const).map((value) => ({
  value,
  text: RESPONSE_WORDS[value],
  meaning: RESPONSE_MEANINGS[value],
  // “a” is taken by “accept”.
  key: value === 'avoid' ? 'v' : value.charAt(0),
}));

const RESPONSE_HELP = RESPONSES.map(({ text, meaning }) => `${text}: ${meaning}`).join(' ');

/** Everything a team says about one risk. */
export function RiskForm(props: RiskFormProps) {
  const { editor, risk } = props;
  const { applicable } = risk.assessment;
  const gaps = riskGaps(risk);
  return (
    <div className="risk-form">
      <RiskSubject editor={editor} risk={risk} />
      {risk.assessment.notKnown && (
        <RiskNotKnown editor={editor} risk={risk.id} value={risk.assessment.notKnown} about="" />
      )}
      {applicable === true && <Assessed {...props} />}
      {applicable !== true && !isBlank(risk.assessment.note) && (
        // Such as the words of a premortem, which help to decide whether it applies.
        <p>
          <span className="soft">Noted: </span>
          <span className="preserve-lines">{risk.assessment.note}</span>
        </p>
      )}
      {applicable === false && (
        <div data-owed={gaps.length > 0 || undefined}>
          <TextArea
            label="Why it does not apply"
            isRequired
            rows={2}
            value={risk.assessment.reason}
            onChange={(reason) => change(editor, risk.id, { reason }, 'reason')}
          />
        </div>
      )}
      <p className={`risk-form__gaps small ${gaps.length > 0 ? 'risk-form__gaps--open' : ''}`} role="status">
        {gaps.length > 0 ? `Still to do: ${gaps.join(', ')}.` : 'Worked through.'}
      </p>
      <RiskFormButtons {...props} />
    </div>
  );
}

function Assessed({ editor, section, risk }: RiskFormProps) {
  const { assessment } = risk;
  const { response } = assessment;
  const accepted = response === 'accept';
  const showsActions = !accepted || assessment.actions.length > 0;
  return (
    <>
      <TextArea
        label="What it means here"
        rows={1}
        value={assessment.note}
        onChange={(note) => change(editor, risk.id, { note }, 'note')}
      />
      <Rating
        section={section}
        title="Before the response"
        likelihood={assessment.likelihood}
        impact={assessment.impact}
        isOwed
        onLikelihood={(likelihood) => change(editor, risk.id, { likelihood })}
        onImpact={(impact) => change(editor, risk.id, { impact })}
      />
      <div data-owed={response === null || undefined}>
        <ChoiceGroup
          label="Response"
          value={response}
          choices={RESPONSES}
          help={RESPONSE_HELP}
          onChange={(chosen) => change(editor, risk.id, { response: chosen })}
        />
      </div>
      <div data-owed={(accepted && assessment.responseNote.trim() === '') || undefined}>
        <TextArea
          label={accepted ? 'Why it is accepted' : 'About the response'}
          isRequired={accepted}
          rows={1}
          value={assessment.responseNote}
          onChange={(responseNote) => change(editor, risk.id, { responseNote }, 'response-note')}
        />
      </div>
      {showsActions && <RiskActions editor={editor} risk={risk} />}
      <div className="row">
        <TakeAsTripwire
          editor={editor}
          about={risk.name === UNNAMED_RISK ? '' : risk.name}
          sign={cameTrue(risk.name)}
        />
        <PutToVote review={editor.id} thing={anchor('risks', risk.id)} name={risk.name} />
      </div>
      <DepartureNotes editor={editor} at={anchor('risks', risk.id)} />
      <div className="stack stack--tight">
        <h4>Differing views</h4>
        <DissentEditor
          editor={editor}
          thing={anchor('risks', risk.id)}
          dissent={assessment.dissent ?? NO_VIEWS}
          idPrefix={anchor('risks', risk.id)}
          onChange={(views, key) => editor.update((review) => setViews(review, 'risk', risk.id, views), key)}
        />
      </div>
      {accepted ? (
        <p className="soft">Accepting leaves the exposure as it is.</p>
      ) : (
        <Rating
          section={section}
          title="After the response"
          likelihood={assessment.residualLikelihood}
          impact={assessment.residualImpact}
          isOwed={response !== null}
          onLikelihood={(residualLikelihood) => change(editor, risk.id, { residualLikelihood })}
          onImpact={(residualImpact) => change(editor, risk.id, { residualImpact })}
        />
      )}
    </>
  );
}

function RiskFormButtons({ editor, risk, isFirst, isLast, actions }: RiskFormProps) {
  const isOwn = risk.origin === 'own';
  return (
    <div className="risk-form__buttons">
      <Button size="small" icon={ArrowUp} isDisabled={isFirst} onPress={() => actions.step(-1)}>
        Previous risk
      </Button>
      <Button size="small" icon={ArrowDown} isDisabled={isLast} onPress={() => actions.step(1)}>
        Next risk
      </Button>
      <span className="small soft">
        {keysOf('previousRisk')}, {keysOf('nextRisk')}
      </span>
      <span className="risk-form__end">
        {!isOwn && risk.assessment.applicable !== null && (
          <Button kind="quiet" size="small" onPress={() => change(editor, risk.id, { applicable: null })}>
            Set back to undecided
          </Button>
        )}
        {isOwn && (
          <Button kind="danger" size="small" icon={Trash2} onPress={() => actions.remove(risk.id, risk.name)}>
            Remove this risk
          </Button>
        )}
      </span>
    </div>
  );
}

function change(editor: ReviewEditor, risk: string, part: Partial<Assessment>, textField?: string) {
  const key = textField === undefined ? undefined : `risk.${risk}.${textField}`;
  editor.update((document) => changeAssessment(document, risk, part), key);
}
