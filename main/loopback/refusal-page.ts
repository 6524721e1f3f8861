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

/** What to do without the cookie: the launch address works once, in one browser. */
export const HOW_TO_GET_IN =
  'This address opens only in the browser that Groundwork was started with. ' +
  'To use it here, stop Groundwork in the terminal with Ctrl+C and start it again; ' +
  'it then opens, or prints, a fresh address. Nothing that was saved is lost.';

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
