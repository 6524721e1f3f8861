import { visibleText } from '#main/record/words/visible.ts';
import { type Blip, RADAR_COLUMNS, radarRows } from '#shared/portfolio/radar.ts';
import { renderCsv } from './csv.ts';

/** Decisions as the CSV that “Build your own radar” reads. */
export function radarCsv(blips: readonly Blip[]): string {
  const rows = radarRows(blips).map((row) => RADAR_COLUMNS.map((column) => row[column]));
  return Buffer.from(renderCsv(RADAR_COLUMNS, rows)).toString();
}

/** The same as JSON, each value a text, as it expects. */
export function radarJson(blips: readonly Blip[]): string {
  const rows = radarRows(blips).map((row) => ({
    ...row,
    name: visibleText(row.name),
    description: visibleText(row.description),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
