import { Badge } from '#renderer/components/badge.tsx';
import { SignatureDrawing } from '#renderer/components/signature-drawing.tsx';
import { formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { conditionNote } from '#shared/kinds/decision/record.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { sealText, VERDICT_TONES } from '#shared/kinds/sign-off/record.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import './sign-off-page.css';

/** A signature as it was given: verdict, comment, name as typed, drawing, moment and content. */
export function SignatureView({
  review,
  signature,
}: {
  readonly review: ReviewDocument;
  readonly signature: Signature;
}) {
  const { typedName, drawing, conditions = [] } = signature;
  return (
    <div className="signature">
      <div className="signature__sheet">
        {drawing.length > 0 && <SignatureDrawing drawing={drawing} label={`Drawn signature of ${signature.name}`} />}
        <p className="signature__name">{typedName}</p>
      </div>
      <div className="signature__words">
        <Badge tone={VERDICT_TONES[signature.verdict]}>{VERDICT_WORDS[signature.verdict]}</Badge>
        {!isBlank(signature.comment) && <p className="preserve-lines">{signature.comment}</p>}
        {conditions.length > 0 && (
          <ul className="open-point-links small">
            {conditions.map((condition) => (
              <li key={condition.id} className="preserve-lines">
                {[condition.text, conditionNote(condition)].filter(Boolean).join(' – ')}
              </li>
            ))}
          </ul>
        )}
        <p className="small soft">
          {formatInstant(signature.signedAt)}, for <code>{shortHash(signature.contentSha256)}</code>
        </p>
        <p className="small soft">{sealText(review, signature)}</p>
      </div>
    </div>
  );
}
