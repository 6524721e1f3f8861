/** The page for somebody who may not come in: what happened and how to get in, and nothing of ours. */
export function refusalPage(message: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Groundwork</title>
<h1>Groundwork cannot open here</h1>
<p>${escapeHtml(message)}</p>
</html>
`;
}

const FRESH_ADDRESS =
  'To use it here, stop Groundwork in the terminal with Ctrl+C and start it again; ' +
  'it then opens, or prints, a fresh address. Nothing that was saved is lost.';

/** What to do without the session: the launch address works once, in one browser. */
export const HOW_TO_GET_IN = `This address opens only in the browser that Groundwork was started with. ${FRESH_ADDRESS}`;

/** The launch address came too late. */
export const TOO_LATE = `The address works for ten minutes only, and they are over. ${FRESH_ADDRESS}`;

/** The launch address was used twice, so one of the two may be a stranger. */
export const SESSION_ENDED =
  'The address that opens Groundwork was used a second time, in another browser. To be safe, nobody may work with it any ' +
  `more. ${FRESH_ADDRESS}`;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
