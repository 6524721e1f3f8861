// Prints the content in a file with pdfmake or with Chromium, in a process of its own, and tells its parent
// what that took: node other-printer.js pdfmake|BROWSER CONTENT
import { readFile } from 'node:fs/promises';
import { inProject } from '../project.js';
import { measure } from './measure.js';

/** @typedef {import('./content.js').Part} Part */

const [printer = '', file = ''] = process.argv.slice(2);
/** @type {readonly Part[]} */
const parts = JSON.parse(await readFile(file, 'utf8'));
const { time, bytes } = printer === 'pdfmake' ? await withPdfmake() : await withBrowser(printer);
process.send?.({ time, size: bytes.length });
process.disconnect();

async function withPdfmake() {
  const { default: library } = await import('pdfmake');
  const font = (/** @type {string} */ name) => inProject(`main/record/fonts/noto-sans-${name}.ttf`);
  library.setLocalAccessPolicy(() => true);
  library.setUrlAccessPolicy(() => false);
  library.setFonts({ Noto: { normal: font('regular'), bold: font('bold') } });
  const content = () => parts.map(pdfmakePart);
  return measure(() =>
    library.createPdf({ content: content(), defaultStyle: { font: 'Noto', fontSize: 9.5 } }).getBuffer(),
  );
}

/** @param {Part} part */
function pdfmakePart(part) {
  if (part.kind === 'paragraph') return { text: part.text, margin: [0, 0, 0, 4] };
  if (part.kind === 'heading') return { text: part.text, bold: true, fontSize: 20 - 4 * part.level };
  return { table: { headerRows: 1, widths: part.head.map(() => '*'), body: [part.head, ...part.rows] } };
}

/** @param {string} executablePath */
async function withBrowser(executablePath) {
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath, args: process.geteuid?.() === 0 ? ['--no-sandbox'] : [] });
  const page = await browser.newPage();
  const body = parts.map(htmlPart).join('');
  await page.setContent(`<html lang="en"><body style="font: 9.5pt 'Noto Sans', sans-serif">${body}</body></html>`);
  const result = await measure(() => page.pdf({ format: 'A4', tagged: true, outline: true }));
  await browser.close();
  return result;
}

/** @param {Part} part */
function htmlPart(part) {
  if (part.kind === 'paragraph') return `<p>${escaped(part.text)}</p>`;
  if (part.kind === 'heading') return `<h${part.level}>${escaped(part.text)}</h${part.level}>`;
  const row = (/** @type {readonly string[]} */ cells, /** @type {string} */ tag) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(part.head, 'th')}</thead>${part.rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
