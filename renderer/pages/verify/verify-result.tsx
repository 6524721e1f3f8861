import { CircleCheck, CircleDashed, CircleHelp, CirclePlus, CircleX, Download, type LucideIcon } from 'lucide-react';
import { writeMoment } from '#renderer/base/dates.ts';
import { download } from '#renderer/base/download.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { type Finding, type Verdict, type VerifyReport, weightOf } from '#shared/verify/verify.ts';
import { reportLines } from '#shared/verify/verify-text.ts';
import {
  checkLines,
  findingText,
  listedFindings,
  SIGNING_TIME_WORDS,
  verdictWords,
} from '#shared/verify/verify-words.ts';
import { VERDICT_TONES } from './checked-files.tsx';
import { SignatureCard } from './signature-card.tsx';
import '#renderer/components/facts.css';
import './verdict.css';
import '#renderer/components/tone.css';
import './verify-page.css';

const ICONS: Readonly<Record<Verdict, LucideIcon>> = {
  intact: CircleCheck,
  altered: CircleX,
  unsigned: CircleDashed,
  unreadable: CircleHelp,
  uncompared: CircleDashed,
  'added-to': CirclePlus,
};

interface ResultProps {
  readonly file: string;
  readonly report: VerifyReport;
  /** The file itself, to take the sealed part out of; null where it lies in the data folder. */
  readonly source: Blob | null;
}

/** What checking a file gave: the verdict first, then what it rests on. */
export function VerifyResult({ file, report, source }: ResultProps) {
  const { signatures } = report;
  return (
    <div className="verify__result">
      <VerdictBanner file={file} report={report} source={source} />
      {signatures.length > 0 && (
        <section className="verify__part">
          <h2>{signatures.length === 1 ? 'One signature' : `${signatures.length} signatures, in this order`}</h2>
          <p className="small soft">{SIGNING_TIME_WORDS}</p>
          <ol className="verify__signatures">
            {signatures.map((signature) => (
              <SignatureCard key={signature.number} signature={signature} />
            ))}
          </ol>
        </section>
      )}
      {report.record && <ReviewInside report={report} record={report.record} />}
    </div>
  );
}

function VerdictBanner({ file, report, source }: ResultProps) {
  const tone = VERDICT_TONES[report.verdict];
  const Icon = ICONS[report.verdict];
  const { word, meaning, advice } = verdictWords(report);
  const listed = listedFindings(report);
  const reasons = listed.filter((finding) => weightOf(finding) !== 'note');
  const notes = listed.filter((finding) => weightOf(finding) === 'note');
  return (
    <section className={`verdict tone--${tone}`} aria-label="Verdict">
      <Icon aria-hidden size={44} className="verdict__icon" />
      <div className="verdict__body">
        <p className="verdict__file">{file}</p>
        <h2 className="verdict__word">{word}</h2>
        <p className="verdict__meaning">{meaning}</p>
        <FindingList findings={reasons} />
        <p>{advice}</p>
        <FindingList findings={notes} />
        <div className="row">
          <Button icon={Download} onPress={() => saveReport(file, report)}>
            Save this report
          </Button>
          {report.sealedBytes !== null && source !== null && (
            <Button icon={Download} onPress={() => saveSealedPart(file, source, report.sealedBytes)}>
              Save the sealed part
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

/** The record as it was sealed, without what was added later. */
function saveSealedPart(file: string, source: Blob, length: number | null): void {
  if (length === null) return;
  download(`${file.replace(/\.pdf$/i, '')}-sealed.pdf`, source.slice(0, length), 'application/pdf');
}

/** The report as text, to keep beside the record. */
function saveReport(file: string, report: VerifyReport): void {
  const lines = [`${file}, checked ${new Date().toISOString()}`, '', ...reportLines(report), ''];
  download(`${file.replace(/\.pdf$/i, '')}-verified.txt`, lines.join('\n'), 'text/plain');
}

function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="verdict__findings">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.signature} ${finding.detail}`}>{findingText(finding)}</li>
      ))}
    </ul>
  );
}

type Inside = NonNullable<VerifyReport['record']>;

function ReviewInside({ report, record }: { readonly report: VerifyReport; readonly record: Inside }) {
  return (
    <section className="verify__part">
      <h2>Review inside</h2>
      <Card title={record.title} level={3}>
        <dl className="facts">
          {record.component !== '' && (
            <>
              <dt>Component</dt>
              <dd>{record.component}</dd>
            </>
          )}
          <dt>Revision</dt>
          <dd>
            {record.edition}, saved {writeMoment(record.savedAt)}
          </dd>
          <dt>Document hash</dt>
          <dd>
            <strong>{shortHash(record.contentSha256)}</strong> <code className="soft">{record.contentSha256}</code>
          </dd>
          {checkLines(report).map(({ label, text, ok }) => (
            <div key={label} className="facts__row">
              <dt>{label}</dt>
              <dd>
                <Badge tone={ok === null ? 'neutral' : ok ? 'for' : 'warning'}>{text}</Badge>
              </dd>
            </div>
          ))}
        </dl>
        {record.approvers.length > 0 && (
          <ul className="verify__approvers" aria-label="Approvers whom the review names">
            {record.approvers.map(({ name, role, isSealed }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two approvers may have the same name; the list never changes.
              <li key={index}>
                <span>
                  {name || 'Unnamed approver'}
                  {role !== '' && <span className="soft">, {role}</span>}
                </span>
                <Badge tone={isSealed ? 'for' : 'open'}>{isSealed ? 'Valid signature' : 'No valid signature'}</Badge>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}
