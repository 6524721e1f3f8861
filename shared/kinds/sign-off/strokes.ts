/** A drawn signature: strokes of points in a box 1000 wide and 400 high (see `strokeSchema`). */
export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];
export type Drawing = readonly Stroke[];

export const DRAWING_WIDTH = 1000;
export const DRAWING_HEIGHT = 400;
const POINT_LIMIT = 2000;
const STROKE_LIMIT = 100;
/** Points nearer than this to the one before carry nothing that an eye could see. */
const SHORTEST_STEP = 2;

/** Place of the pointer in the signature's box, clamped to it, for a pad of any size on screen. */
export function pointIn(
  pad: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  clientX: number,
  clientY: number,
): Point {
  return [scaled(clientX - pad.left, pad.width, DRAWING_WIDTH), scaled(clientY - pad.top, pad.height, DRAWING_HEIGHT)];
}

/** Starts a stroke. A full drawing stays as it is. */
export function startStroke(drawing: Drawing, point: Point): Drawing {
  return drawing.length >= STROKE_LIMIT ? drawing : [...drawing, [point]];
}

/** Adds a point to the last stroke; a stroke that is full goes on as a new one from where it was. */
export function extendStroke(drawing: Drawing, point: Point): Drawing {
  const stroke = drawing.at(-1);
  const last = stroke?.at(-1);
  if (!stroke || !last) return drawing;
  if (Math.hypot(point[0] - last[0], point[1] - last[1]) < SHORTEST_STEP) return drawing;
  if (stroke.length < POINT_LIMIT) return [...drawing.slice(0, -1), [...stroke, point]];
  return drawing.length >= STROKE_LIMIT ? drawing : [...drawing, [last, point]];
}

/** Whether nothing more can be drawn. */
export function isFull(drawing: Drawing): boolean {
  return drawing.length >= STROKE_LIMIT && (drawing.at(-1)?.length ?? 0) >= POINT_LIMIT;
}

/** A stroke as SVG path data; a single point becomes a dot (with round line caps). */
export function strokePath(stroke: readonly (readonly number[])[]): string {
  const [first, ...rest] = stroke;
  if (!first) return '';
  const start = `M${first.join(' ')}`;
  return rest.length === 0 ? `${start}h0` : `${start}${rest.map((point) => `L${point.join(' ')}`).join('')}`;
}

function scaled(offset: number, size: number, length: number): number {
  if (size <= 0) return 0;
  const value = Math.min(Math.max((offset / size) * length, 0), length);
  return Math.round(value * 10) / 10;
}
