import type { ReactNode } from 'react';
import { Badge } from '#renderer/components/badge.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { NO_REASON } from '#shared/record/departures.ts';
import { NOT_FILLED_IN, type RecordModel } from '#shared/record/model.ts';
import { Checks, keyed } from './record-blocks.tsx';
import { RecordSignatureView } from './record-signature.tsx';
import '#renderer/components/tone.css';
import './record-blocks.css';
import './record-page.css';
import './record-signature.css';

/** The first page of the record, where a busy reader can stop. */
export function RecordSummaryPage({ record }: { readonly record: RecordModel }) {
  const { summary } = record;
  return (
    <section className="paper__summary" aria-label="Summary">
      <p className="paper__kind">
        Decision record · {record.templateTitle}
        {record.draft && <strong className="paper__draft-word"> · DRAFT</strong>}
      </p>
      <h2 className="paper__name">{record.title}</h2>
      {record.subtitle !== '' && <p className="paper__subtitle">{record.subtitle}</p>}
      <p className="paper__edition soft small">{record.edition.text}</p>
      {record.conflict && (
        <Callout tone="warning" title={record.conflict.title}>
          {record.conflict.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Callout>
      )}
      <p className="paper__standing">{record.signOffText}</p>
      {record.reconstruction !== '' && (
        <Callout tone="neutral" title="Reconstruction">
          <p className="preserve-lines">{record.reconstruction}</p>
        </Callout>
      )}
      <Decision record={record} />
      <Departures record={record} />
      <TopRisks record={record} />
      {summary.conditions.length > 0 && (
        <Part title="Conditions">
          <Checks items={summary.conditions} />
        </Part>
      )}
      <Part title="Looked at again">
        <p className={summary.reviewAgain === '' ? 'paper__empty' : 'preserve-lines'}>
          {summary.reviewAgain || NOT_FILLED_IN}
        </p>
      </Part>
      <Part title="Signatures">
        {summary.signatures.length === 0 && <p className="paper__empty">Nobody is named to approve</p>}
        <div className="paper__signatures">
          {keyed(summary.signatures, (signature) => signature.name).map(([key, signature]) => (
            <RecordSignatureView key={key} signature={signature} />
          ))}
        </div>
      </Part>
    </section>
  );
}

function Decision({ record }: { readonly record: RecordModel }) {
  const { decision, outcome, fit, split, answers, wayBack } = record.summary;
  return (
    <div className="paper__verdicts">
      <Part title="Decision">
        {decision ? (
          <>
            <p className={`paper__verdict tone--${decision.tone}`}>
              {decision.name}
              {decision.stage !== '' && <span className="paper__stage"> for {decision.stage}</span>}
            </p>
            <p className="preserve-lines">{decision.statement}</p>
            {split !== '' && <p>Split: {split}</p>}
            {wayBack !== '' && <p>{wayBack}</p>}
          </>
        ) : (
          <p className="paper__empty">Not made yet</p>
        )}
      </Part>
      <Part title="Rule">
        {outcome ? (
          <>
            <p className={`paper__verdict tone--${outcome.tone}`}>{outcome.name}</p>
            <p>{outcome.explanation}</p>
          </>
        ) : (
          <p className="paper__empty">Not answered</p>
        )}
        <ul className="paper__answers">
          {answers.map(({ name, answer, tone }) => (
            <li key={name}>
              <span>{name}</span>
              <Badge tone={tone}>{answer}</Badge>
            </li>
          ))}
        </ul>
        {fit && <p className="soft">Screening: {fit.explanation}</p>}
      </Part>
    </div>
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
            {text} <span className="soft">({place})</span>
            <span className="soft preserve-lines"> {reason === '' ? NO_REASON : `Why: ${reason}`}</span>
          </li>
        ))}
      </ol>
    </Callout>
  );
}

function TopRisks({ record }: { readonly record: RecordModel }) {
  const { topRisks, riskCount } = record.summary;
  return (
    <Part title="Key risks">
      <p className="soft">{riskCount}</p>
      {topRisks.length > 0 && (
        <table className="paper__table">
          <thead>
            <tr>
              <th scope="col">Risk</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">Response</th>
            </tr>
          </thead>
          <tbody>
            {topRisks.map(({ number, name, before, after, response }) => (
              <tr key={number}>
                <td data-label="Risk">
                  {number}. {name}
                </td>
                <td data-label="Before">
                  <Badge tone={before.tone}>{before.text}</Badge>
                </td>
                <td data-label="After">
                  {after ? <Badge tone={after.tone}>{after.text}</Badge> : <span className="soft">–</span>}
                </td>
                <td data-label="Response">{response || <span className="soft">–</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="paper__part">
      <h3 className="paper__label">{title}</h3>
      {children}
    </section>
  );
}
