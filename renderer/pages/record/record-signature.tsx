import { Badge } from '#renderer/components/badge.tsx';
import { SignatureDrawing } from '#renderer/components/signature-drawing.tsx';
import type { RecordSignature } from '#shared/record/model.ts';
import './record-signature.css';

/** One approver with the signature given, or the empty line for it. */
export function RecordSignatureView({ signature }: { readonly signature: RecordSignature }) {
  const { name, role, verdict, tone, comment, typedName, drawing, signedAt, shortHash, standing } = signature;
  return (
    <div className="paper__signature">
      <div className="paper__ink">
        {drawing.length > 0 && <SignatureDrawing drawing={drawing} label={`Drawn signature of ${name}`} />}
        {typedName !== '' && <p className="paper__typed">{typedName}</p>}
      </div>
      <p>
        <strong>{name}</strong>
        {role !== '' && <span className="soft">, {role}</span>}
      </p>
      <p className="row">
        {verdict !== '' && <Badge tone={tone}>{verdict}</Badge>}
        {standing !== 'signed' && (
          <Badge tone={standing === 'stale' ? 'warning' : 'neutral'}>{signature.standingText}</Badge>
        )}
      </p>
      {signedAt !== '' && (
        <p className="small soft">
          {signedAt} · content {shortHash}
        </p>
      )}
      {standing === 'signed' && <p className="small soft">{signature.standingText}</p>}
      {comment !== '' && <p className="preserve-lines">{comment}</p>}
    </div>
  );
}
