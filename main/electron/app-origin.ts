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

/** Address of the page for the room. */
const ROOM_PAGE = /^#\/review\/[0-9a-f-]{36}\/room$/;

/** Whether a page asks for the second window with this address. */
export function isRoomUrl(url: string): boolean {
  return isAppUrl(url) && ROOM_PAGE.test(new URL(url).hash);
}

/** Address of a review where it starts. */
const REVIEW_PAGE = /^#\/review\/[0-9a-f-]{36}$/;

/** Whether a page asks for a window of its own for a review with this address. */
export function isReviewUrl(url: string): boolean {
  return isAppUrl(url) && REVIEW_PAGE.test(new URL(url).hash);
}
