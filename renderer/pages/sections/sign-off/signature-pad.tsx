import { type Dispatch, type PointerEvent, type SetStateAction, useRef } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Strokes } from '#renderer/components/signature-drawing.tsx';
import {
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  type Drawing,
  extendStroke,
  isFull,
  pointIn,
  startStroke,
} from '#shared/kinds/sign-off/strokes.ts';
import '#renderer/components/field.css';
import './sign-off-page.css';

/** Where a signature is drawn by mouse, finger or pen. Optional, as it cannot be done by keyboard. */
export function SignaturePad({
  drawing,
  onChange,
}: {
  readonly drawing: Drawing;
  readonly onChange: Dispatch<SetStateAction<Drawing>>;
}) {
  const pointer = useRef<number | null>(null);

  function start(event: PointerEvent<SVGSVGElement>) {
    // One pen at a time: a second finger or the ball of the hand does not draw.
    if (pointer.current !== null || event.button !== 0) return;
    pointer.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointIn(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY);
    onChange((before) => startStroke(before, point));
  }

  function move(event: PointerEvent<SVGSVGElement>) {
    if (pointer.current !== event.pointerId) return;
    const pad = event.currentTarget.getBoundingClientRect();
    // Browsers fold quick moves into one event; unfolded, the line stays round.
    const moves = event.nativeEvent.getCoalescedEvents();
    const points = (moves.length > 0 ? moves : [event.nativeEvent]).map((each) =>
      pointIn(pad, each.clientX, each.clientY),
    );
    onChange((before) => points.reduce(extendStroke, before));
  }

  function end(event: PointerEvent<SVGSVGElement>) {
    if (pointer.current === event.pointerId) pointer.current = null;
  }

  return (
    <div className="signature-pad">
      <div className="signature-pad__head">
        <span className="field__label">Drawn signature (optional)</span>
        <Button kind="quiet" size="small" isDisabled={drawing.length === 0} onPress={() => onChange([])}>
          Clear
        </Button>
      </div>
      <svg
        className="signature-pad__sheet"
        viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`}
        role="img"
        aria-label="Sheet to draw the signature on"
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onLostPointerCapture={end}
      >
        <path className="signature-pad__line" d={`M60 310H${DRAWING_WIDTH - 60}`} />
        <Strokes drawing={drawing} />
      </svg>
      <p className="soft small">
        {isFull(drawing)
          ? 'The sheet is full. Clear it to draw again.'
          : 'Draw with mouse, finger or pen. Without one, the typed name is enough.'}
      </p>
    </div>
  );
}
