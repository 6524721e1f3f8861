/** How a page gets into the host on 127.0.0.1, and proves in each call that it is in. */

/** Begins the fragment of the launch address; the token follows. A fragment is in no request and in no server's log. */
export const ENTER_FRAGMENT = '#enter=';

/** Where the page exchanges the launch token, its whole body, for the secret of the session. */
export const ENTER_PATH = '/enter';

/**
 * Header with the session's secret. Not a cookie: browsers send those to every port of 127.0.0.1, whoever listens there.
 */
export const SESSION_HEADER = 'x-groundwork-session';
