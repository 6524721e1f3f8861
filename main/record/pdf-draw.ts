import type { jsPDF } from 'jspdf';
import type { Canvas, Op, Point } from './pdf-canvas.ts';

/** Draws what a page was found to hold on the PDF's current page. */
export function drawPage(doc: jsPDF, canvas: Canvas): void {
  for (const op of canvas.ops) drawOp(doc, op);
}

function drawOp(doc: jsPDF, op: Op): void {
  switch (op.kind) {
    case 'text':
      drawText(doc, op);
      break;
    case 'box':
      drawBox(doc, op);
      break;
    case 'path':
      drawPath(doc, op.points, op.width, op.colour);
      break;
    case 'link':
      drawLink(doc, op);
      break;
  }
}

function drawText(doc: jsPDF, { x, y, line, style }: Extract<Op, { kind: 'text' }>): void {
  doc.setTextColor(style.colour).setFontSize(style.size);
  let at = x;
  for (const run of line.runs) {
    doc.setFont(run.face.name, 'normal').text(run.text, at, y);
    at += run.width;
  }
}

function drawBox(doc: jsPDF, op: Extract<Op, { kind: 'box' }>): void {
  if (op.fill !== null) doc.setFillColor(op.fill);
  if (op.stroke !== null) doc.setDrawColor(op.stroke).setLineWidth(0.5);
  const look = op.fill === null ? 'S' : op.stroke === null ? 'F' : 'FD';
  if (op.radius > 0) doc.roundedRect(op.x, op.y, op.width, op.height, op.radius, op.radius, look);
  else doc.rect(op.x, op.y, op.width, op.height, look);
}

function drawPath(doc: jsPDF, points: readonly Point[], width: number, colour: string): void {
  const [first, ...rest] = points;
  if (!first) return;
  doc.setDrawColor(colour).setLineWidth(width).setLineCap('round').setLineJoin('round');
  doc.moveTo(first[0], first[1]);
  // A path of one point is a dot: with round ends, a line to itself.
  for (const [x, y] of rest.length > 0 ? rest : [first]) doc.lineTo(x, y);
  doc.stroke();
}

function drawLink(doc: jsPDF, op: Extract<Op, { kind: 'link' }>): void {
  const { x, y, width, height, target } = op;
  if ('url' in target) doc.link(x, y, width, height, { url: target.url });
  else doc.link(x, y, width, height, { pageNumber: target.page, magFactor: 'XYZ', top: Math.max(0, target.y - 8) });
}
