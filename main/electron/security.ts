import type { App, Session, WebContents, WebPreferences } from 'electron';
import { LINK_SCHEMES } from '#shared/base/link-schemes.ts';
import { APP_ORIGIN, isAppUrl, isReviewUrl, isRoomUrl } from './app-origin.ts';
import { checkNothingYet } from './spelling.ts';

/** What the page may do: everything a plain web page may, nothing of Node or Electron. */
export function pagePreferences(preload: string, options: { readonly devTools: boolean }): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // With dictionaries that come with the program: see spelling.ts.
    spellcheck: true,
    devTools: options.devTools,
  };
}

/**
 * Denies every request for another address, every permission but filling the screen, every device and download; exports are written by
 * the main process. Only what the page made itself may be saved, where the person says: the way out for a review that cannot be saved.
 */
export function hardenSession(session: Session, options: { readonly devTools: boolean }): void {
  checkNothingYet(session, `${APP_ORIGIN}/dictionaries/`);
  // The content policy of the page says the same; this holds for whatever else may ask, too.
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayRequest(url, options) }));
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === 'fullscreen' && isAppUrl(contents.getURL())),
  );
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault();
  });
}

/** Whether something in a page may ask for an address: the program's own, what the page made itself, or the developer tools. */
function mayRequest(url: string, { devTools }: { readonly devTools: boolean }): boolean {
  if (isAppUrl(url) || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('data:')) return true;
  return devTools && url.startsWith('devtools:');
}

/** Where a page may lead. */
export interface PageDoors {
  /** Opens a link in the person's browser. */
  readonly openLink: (url: string) => void;
  /** Opens the second window, for the room. */
  readonly openRoom: (url: string) => void;
  /** Opens one more window to work in, for a review. */
  readonly openReview: (url: string) => void;
}

/** Keeps every page of the program where it is; links open in the person's browser, and the page for the room in a second window. */
export function guardPages(app: Pick<App, 'on'>, doors: PageDoors): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents, doors));
}

function guardPage(contents: WebContents, { openLink, openRoom, openReview }: PageDoors): void {
  // The page may load itself again (after a fault, say) but show nothing else, in no frame.
  const stay = (event: { readonly url: string; readonly isMainFrame: boolean; preventDefault(): void }) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isRoomUrl(url)) openRoom(url);
    else if (isReviewUrl(url)) openReview(url);
    else if (URL.canParse(url) && LINK_SCHEMES.has(new URL(url).protocol)) openLink(url);
    return { action: 'deny' };
  });
}
