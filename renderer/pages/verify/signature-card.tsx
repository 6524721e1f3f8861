import { writeMoment } from '#renderer/base/dates.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import type { CheckedSignature } from '#shared/verify/verify.ts';
import {
  coverageText,
  groupedFingerprint,
  keyText,
  SIGNATURE_KIND_MEANING,
  SIGNATURE_KIND_WORDS,
  SIGNATURE_STATE_WORDS,
} from '#shared/verify/verify-words.ts';
import '#renderer/components/facts.css';
import './signature-card.css';

const STATE_TONES = { valid: 'for', broken: 'warning', unchecked: 'neutral' } as const;

/** One signature: who, when, with what kind of key, and what it covers. */
export function SignatureCard({ signature }: { readonly signature: CheckedSignature }) {
  const { number, name, reason, signedAt, kind, state, isKnown, certificate } = signature;
  return (
    <li className="signature-card">
      <p className="signature-card__head">
        <span className="signature-card__number">{number}</span>
        <strong className="signature-card__name">{name || 'No name given'}</strong>
        <span className="soft">{signedAt === null ? 'No time given' : writeMoment(signedAt)}</span>
      </p>
      <p className="signature-card__badges">
        <Badge tone={STATE_TONES[state]}>{SIGNATURE_STATE_WORDS[state]}</Badge>
        <Badge tone={coverageTone(signature)}>{coverageText(signature)}</Badge>
        <Badge tone="neutral">{SIGNATURE_KIND_WORDS[kind]}</Badge>
        {state === 'valid' && <Badge tone={isKnown ? 'for' : 'open'}>{keyText(signature)}</Badge>}
      </p>
      {reason !== '' && <p className="preserve-lines">{reason}</p>}
      <p className="small soft">{SIGNATURE_KIND_MEANING[kind]}</p>
      {certificate && kind !== 'witnessed' && (
        <p>
          Certificate of {certificate.subject}, issued by {certificate.issuer}
        </p>
      )}
      {certificate && (
        <>
          <p className="signature-card__fingerprint">
            <span className="small soft">Key fingerprint</span>
            <code>{groupedFingerprint(certificate.keySha256)}</code>
          </p>
          <Disclosure summary="Certificate">
            <dl className="facts">
              <dt>Issued to</dt>
              <dd>{certificate.subject}</dd>
              <dt>Issued by</dt>
              <dd>{certificate.issuer}</dd>
              <dt>Valid</dt>
              <dd>
                {writeMoment(certificate.validFrom)} to {endOf(certificate.validTo)}
              </dd>
              <dt>Fingerprint</dt>
              <dd>
                <code>{groupedFingerprint(certificate.sha256)}</code>
              </dd>
            </dl>
          </Disclosure>
        </>
      )}
    </li>
  );
}

/** What a signature covers says something good only when it is valid. */
function coverageTone({ state, coversRevision }: CheckedSignature): Tone {
  if (!coversRevision) return 'warning';
  return state === 'valid' ? 'for' : 'neutral';
}

/** The year 9999 is how a certificate says that it has no end. */
function endOf(instant: string): string {
  return instant.startsWith('9999') ? 'no end' : writeMoment(instant);
}
