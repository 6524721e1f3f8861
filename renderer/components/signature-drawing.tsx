import { DRAWING_HEIGHT, DRAWING_WIDTH, strokePath } from '#shared/kinds/sign-off/strokes.ts';
import './signature-drawing.css';

/** A drawn signature as vector strokes. `label` names it for those who cannot see it. */
export function SignatureDrawing({
  drawing,
  label,
}: {
  readonly drawing: readonly (readonly (readonly number[])[])[];
  readonly label: string;
}) {
  return (
    <svg className="signature-drawing" viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`} role="img" aria-label={label}>
      <Strokes drawing={drawing} />
    </svg>
  );
}

/** The strokes alone, for the pad and the finished drawing. */
export function Strokes({ drawing }: { readonly drawing: readonly (readonly (readonly number[])[])[] }) {
  // All strokes are one path: they look alike, and a drawing never changes but at its end.
  return <path className="signature-drawing__strokes" d={drawing.map((stroke) => strokePath(stroke)).join('')} />;
}
