/** Scheme and host under which the window loads the built renderer. */
export const APP_SCHEME = 'app';
const APP_HOST = 'groundwork';
/** Origin of the page as Chromium serialises it; the scheme is registered as a standard one. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Whether an address lies inside the program's own page. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST;
}
