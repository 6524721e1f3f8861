import { memo, type ReactNode } from 'react';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { Assessment, RiskResponse } from '#shared/kinds/risks/answers.ts';
import { changeAssessment, setRiskOwner } from '#shared/kinds/risks/edit.ts';
import { inherentExposure, type ReviewRisk, residualExposure, riskGaps } from '#shared/kinds/risks/risks.ts';
import { RESPONSE_WORDS } from '#shared/kinds/risks/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { appliesValue, setApplies } from './applies.ts';
import { ExposureBadge } from './exposure-badge.tsx';
import { RiskNotKnown } from './risk-not-known.tsx';
import type { Column } from './table-keys.ts';
import './risk-table.css';

export interface RiskTableRowProps {
  readonly editor: ReviewEditor;
  readonly risk: ReviewRisk;
  /** What the row calls it, also while it has no name. */
  readonly name: string;
  readonly people: readonly string[];
  /** Opens the whole form of a risk; must stay the same. */
  readonly onOpen: (id: string) => void;
}

/** Columns between “applies” and the end of the row. */
const REST = 6;

/** One risk as a line of the table: its judgements side by side. Drawn again only for its own risk. */
export const RiskTableRow = memo(function RiskTableRow(props: RiskTableRowProps) {
  const { risk, name, editor, onOpen } = props;
  const { assessment } = risk;
  const isOpen = riskGaps(risk).length > 0;
  return (
    <tr className="risk-table__row" id={anchor('risks', risk.id)} data-risk={risk.id} data-open={isOpen || undefined}>
      <th scope="row" className="risk-table__name">
        <button type="button" className="risk-table__open" onClick={() => onOpen(risk.id)}>
          <span className="risk-table__number">{risk.number}</span> {name}
        </button>
      </th>
      <td data-column={'applies' satisfies Column} data-owed={appliesValue(assessment) === null || undefined}>
        <SelectField
          label={`Applies: ${name}`}
          isLabelHidden
          value={appliesValue(assessment)}
          options={APPLIES}
          placeholder="–"
          onChange={(value) => setApplies(editor, risk.id, value)}
        />
      </td>
      <Rest {...props} />
    </tr>
  );
});

const APPLIES = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unknown', text: '?' },
] as const;

/** What follows once it is said whether the risk applies. */
function Rest(props: RiskTableRowProps) {
  const { editor, risk, name } = props;
  const { assessment } = risk;
  const { notKnown } = assessment;
  if (notKnown) {
    return (
      <td colSpan={REST} data-column="owner">
        <RiskNotKnown editor={editor} risk={risk.id} value={notKnown} about={name} />
      </td>
    );
  }
  if (assessment.applicable === false) {
    return (
      <td colSpan={REST} data-column="owner" data-owed={assessment.reason.trim() === '' || undefined}>
        <LineField
          label={`Why it does not apply: ${name}`}
          isLabelHidden
          placeholder="Why it does not apply"
          value={assessment.reason}
          onChange={(reason) => change(editor, risk.id, { reason }, 'reason')}
        />
      </td>
    );
  }
  return <Judgement {...props} />;
}

function Judgement({ editor, risk, name, people }: RiskTableRowProps) {
  const { assessment } = risk;
  const { response } = assessment;
  const applies = assessment.applicable === true;
  return (
    <>
      <RatingCell
        column="likelihood"
        value={assessment.likelihood}
        label={`Likelihood: ${name}`}
        isOwed={applies}
        {...rater(editor, risk, 'likelihood')}
      />
      <RatingCell
        column="impact"
        value={assessment.impact}
        label={`Impact: ${name}`}
        isOwed={applies}
        {...rater(editor, risk, 'impact')}
      >
        <RatedAs value={inherentExposure(assessment)} />
      </RatingCell>
      <td data-column={'response' satisfies Column} data-owed={(applies && response === null) || undefined}>
        <SelectField
          label={`Response: ${name}`}
          isLabelHidden
          value={response}
          options={RESPONSES}
          placeholder="–"
          onChange={(chosen) => change(editor, risk.id, { response: chosen })}
        />
      </td>
      {response === 'accept' ? (
        <td colSpan={3} data-column="owner" data-owed={assessment.responseNote.trim() === '' || undefined}>
          <LineField
            label={`Why it is accepted: ${name}`}
            isLabelHidden
            placeholder="Why it is accepted"
            value={assessment.responseNote}
            onChange={(responseNote) => change(editor, risk.id, { responseNote }, 'response-note')}
          />
        </td>
      ) : (
        <>
          <td data-column={'owner' satisfies Column} data-owed={owesOwner(assessment) || undefined}>
            <ComboField
              label={`Owner: ${name}`}
              isLabelHidden
              isLazy
              value={assessment.actions[0]?.owner ?? ''}
              suggestions={people}
              onChange={(owner) =>
                editor.update((review) => setRiskOwner(review, risk, owner, editor.newId()), `risk.${risk.id}.owner`)
              }
            />
            {assessment.actions[0] && (
              <p className="risk-table__action small soft">{assessment.actions.map(({ text }) => text).join('; ')}</p>
            )}
          </td>
          <RatingCell
            column="after-likelihood"
            value={assessment.residualLikelihood}
            label={`Likelihood after the response: ${name}`}
            isOwed={response !== null}
            {...rater(editor, risk, 'residualLikelihood')}
          />
          <RatingCell
            column="after-impact"
            value={assessment.residualImpact}
            label={`Impact after the response: ${name}`}
            isOwed={response !== null}
            {...rater(editor, risk, 'residualImpact')}
          >
            <RatedAs value={residualExposure(assessment)} />
          </RatingCell>
        </>
      )}
    </>
  );
}

const RESPONSES = (['mitigate', 'accept', 'transfer', 'avoid'] as const satisfies readonly RiskResponse[]).map(
  (value) => ({
    value,
    text: RESPONSE_WORDS[value],
  }),
);

const SCALE = (['1', '2', '3', '4', '5'] as const).map((value) => ({ value, text: value }));

type RatingField = 'likelihood' | 'impact' | 'residualLikelihood' | 'residualImpact';

function rater(editor: ReviewEditor, risk: ReviewRisk, field: RatingField) {
  return { onRate: (value: number | null) => change(editor, risk.id, { applicable: true, [field]: value }) };
}

interface RatingCellProps {
  readonly column: Column;
  readonly value: number | null;
  readonly label: string;
  readonly isOwed: boolean;
  readonly onRate: (value: number | null) => void;
  readonly children?: ReactNode;
}

function RatingCell({ column, value, label, isOwed, onRate, children }: RatingCellProps) {
  return (
    <td data-column={column} data-owed={isOwed && value === null ? true : undefined}>
      <div className="risk-table__rating">
        <SelectField
          label={label}
          isLabelHidden
          value={value === null ? null : (String(value) as '1')}
          options={SCALE}
          placeholder="–"
          onChange={(chosen) => onRate(chosen === null ? null : Number(chosen))}
        />
        {children}
      </div>
    </td>
  );
}

function change(editor: ReviewEditor, risk: string, part: Partial<Assessment>, textField?: string): void {
  const key = textField === undefined ? undefined : `risk.${risk}.${textField}`;
  editor.update((document) => changeAssessment(document, risk, part), key);
}

/** A mitigated risk needs an action, and an action somebody who does it. */
function owesOwner({ response, actions }: Assessment): boolean {
  const [first] = actions;
  return first ? first.status !== 'dropped' && first.owner.trim() === '' : response === 'mitigate';
}

/** The exposure, once there is one: in a table, what is not rated says so by its gaps. */
function RatedAs({ value }: { readonly value: number | null }) {
  return value === null ? null : <ExposureBadge value={value} />;
}
