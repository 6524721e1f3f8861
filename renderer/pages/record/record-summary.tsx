import { Badge } from '#renderer/components/badge.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { SpokenSigns } from '#renderer/components/spoken-signs.tsx';
import { formatDate } from '#shared/base/dates.ts';
import { NO_REASON } from '#shared/record/departures.ts';
import { NOT_FILLED_IN, type RecordModel } from '#shared/record/model.ts';
import { stateBadge } from '#shared/record/state-badge.ts';
import { actionNote, isDisputed, reasonsText } from '#shared/record/summary.ts';
import { keyed } from './record-blocks.tsx';
import { RecordSignatureView } from './record-signature.tsx';
import { Part } from './summary-part.tsx';
import { TopRisks } from './top-risks.tsx';
import '#renderer/components/tone.css';
import './record-blocks.css';
import './record-page.css';
import './record-signature.css';
import './record-summary.css';

/** The first page of the record, where a busy reader can stop: what the PDF says there, in its order. */
export function RecordSummaryPage({ record }: { readonly record: RecordModel }) {
  const { summary } = record;
  return (
    <section className="paper__summary" aria-label="Summary">
      <p className="paper__kind">
        Decision record · {record.templateTitle}
        {record.draft && <strong className="paper__draft-word"> · DRAFT</strong>}
      </p>
      <h2 className="paper__name">{record.title}</h2>
      {record.reconstruction !== '' && (
        <Callout tone="neutral" title="Reconstruction">
          <p className="preserve-lines">
            <SpokenSigns text={record.reconstruction} />
          </p>
        </Callout>
      )}
      <Decision record={record} />
      <div className="paper__verdicts">
        <Glance record={record} />
        <Rule record={record} />
      </div>
      <Options record={record} />
      <Departures record={record} />
      <TopRisks summary={summary} />
      <div className="paper__verdicts">
        <Part title="Next actions">
          {summary.nextActions.length === 0 && <p className="paper__empty">None open</p>}
          <ul className="paper__list">
            {keyed(summary.nextActions, ({ text }) => text).map(([key, action]) => (
              <li key={key}>
                <SpokenSigns text={action.text} /> <span className="soft">({actionNote(action)})</span>
              </li>
            ))}
          </ul>
        </Part>
        <Part title="Looked at again">
          <p className={summary.reviewAgain === '' ? 'paper__empty' : 'preserve-lines'}>
            {summary.reviewAgain || NOT_FILLED_IN}
          </p>
        </Part>
      </div>
      <SignOff record={record} />
    </section>
  );
}

/** What was decided and where that stands; who objects stands in the same box. */
function Decision({ record }: { readonly record: RecordModel }) {
  const { decision, wayBack, objections } = record.summary;
  const tone = isDisputed(record) ? 'warning' : (decision?.tone ?? 'neutral');
  const name = decision ? [decision.name, decision.stage].filter(Boolean).join(': ') : 'No decision yet';
  return (
    <div className={`paper__decision tone--${tone}`}>
      <h3 className="paper__label">Decision · {stateBadge(record).text}</h3>
      <p className="paper__verdict">{name}</p>
      {decision && decision.statement !== '' && (
        <p className="preserve-lines">
          <SpokenSigns text={decision.statement} />
        </p>
      )}
      {keyed(objections, (text) => text).map(([key, text]) => (
        <p key={key} className="paper__objection">
          {text}
        </p>
      ))}
      {wayBack !== '' && <p className="soft">{wayBack}</p>}
    </div>
  );
}

function Glance({ record }: { readonly record: RecordModel }) {
  const { summary, heldOn, facilitator, edition, shortHash } = record;
  const rows = [
    ['Component', summary.component],
    ['Candidate', summary.candidate],
    ...(summary.current === '' ? [] : [['Built with today', summary.current]]),
    ['Workshop', [formatDate(heldOn), facilitator].filter(Boolean).join(', ')],
    ['Revision', edition.text.replace(/^Revision /, '')],
    ['Open', summary.open || 'Nothing'],
    ['Document', shortHash],
  ];
  return (
    <Part title="At a glance">
      <dl className="paper__fields">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text || <span className="paper__empty">{NOT_FILLED_IN}</span>}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Rule({ record }: { readonly record: RecordModel }) {
  const { outcome, split, answers } = record.summary;
  if (answers.length === 0 && split === '') return null;
  return (
    <Part title="What the rule says">
      {answers.length > 0 && (
        <p className={`paper__verdict tone--${outcome?.tone ?? 'neutral'}`}>{outcome?.name ?? 'No outcome yet'}</p>
      )}
      <ul className="paper__answers">
        {answers.map(({ name, answer, tone }) => (
          <li key={name}>
            <span>{name}</span>
            <Badge tone={tone}>{answer}</Badge>
          </li>
        ))}
      </ul>
      {outcome && (
        <p className="soft">
          <SpokenSigns text={outcome.explanation} />
        </p>
      )}
      {split !== '' && <p className="soft">Split: {split}.</p>}
    </Part>
  );
}

/** The options, and why the chosen one won and the others lost. */
function Options({ record }: { readonly record: RecordModel }) {
  const { options } = record.summary;
  if (options.length < 2) return null;
  return (
    <Part title="Options">
      <table className="paper__table">
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Choice</th>
            <th scope="col">What speaks for the chosen one, and against the others</th>
          </tr>
        </thead>
        <tbody>
          {keyed(options, ({ name }) => name).map(([key, option]) => (
            <tr key={key}>
              <th scope="row" data-label="Option">
                {option.name}
              </th>
              <td data-label="Choice">
                <Badge tone={option.chosen ? 'for' : 'neutral'}>{option.chosen ? 'Chosen' : 'Not chosen'}</Badge>
              </td>
              <td data-label={option.chosen ? 'For it' : 'Against it'}>
                <SpokenSigns text={reasonsText(option)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** Where the decision or the plan departs from the review, with the reasons given. */
function Departures({ record }: { readonly record: RecordModel }) {
  const { departures } = record.summary;
  if (departures.length === 0) return null;
  return (
    <Callout
      tone="warning"
      title={
        departures.length === 1 ? 'One departure from the review' : `${departures.length} departures from the review`
      }
    >
      <ol className="paper__departures">
        {departures.map(({ number, text, place, reason }) => (
          <li key={number}>
            <SpokenSigns text={text} /> <span className="soft">({place})</span>
            <span className="soft preserve-lines"> {reason === '' ? NO_REASON : `Why: ${reason}`}</span>
          </li>
        ))}
      </ol>
    </Callout>
  );
}

/** Where the sign-off stands; signatures that were given, then who has not signed. */
function SignOff({ record }: { readonly record: RecordModel }) {
  const { signatures } = record.summary;
  const given = signatures.filter(({ standing }) => standing !== 'unsigned');
  const waiting = signatures.filter(({ standing }) => standing === 'unsigned');
  return (
    <Part title="Sign-off">
      <p className="paper__standing">{record.draft ? `Draft. ${record.signOffText}` : record.signOffText}</p>
      <div className="paper__signatures">
        {keyed(given, (signature) => signature.name).map(([key, signature]) => (
          <RecordSignatureView key={key} signature={signature} />
        ))}
      </div>
      {waiting.length > 0 && (
        <p>Not signed: {waiting.map(({ name, role }) => [name, role].filter(Boolean).join(', ')).join('; ')}</p>
      )}
    </Part>
  );
}
