import { type App, type JumpListCategory, Menu } from 'electron';
import type { RecentReview } from '#main/reviews/recent-reviews.ts';

export interface RecentPlaces {
  readonly app: Pick<App, 'setJumpList'> & { readonly dock?: { setMenu(menu: Menu): void } | undefined };
  readonly platform: NodeJS.Platform;
  /** Arguments that start this program, before those about a review. */
  readonly program: { readonly path: string; readonly args: readonly string[] };
  readonly open: (id: string) => void;
}

/** How many the system’s own lists show; Windows takes ten in all. */
const MOST = 8;

/** Shows the reviews that were opened last in the jump list of Windows and in the menu of the dock of macOS. */
export function showRecentReviews(reviews: readonly RecentReview[], places: RecentPlaces): void {
  const shown = reviews.slice(0, MOST);
  if (places.platform === 'win32') places.app.setJumpList(jumpList(shown, places.program));
  if (places.platform === 'darwin') {
    const items = shown.map(({ id, title }) => ({ label: title, click: () => places.open(id) }));
    places.app.dock?.setMenu(Menu.buildFromTemplate(items));
  }
}

/** Tells the system that a document was opened, for its own lists; Linux has none that programs tell. */
export function noteDocument(app: Pick<App, 'addRecentDocument'>, platform: NodeJS.Platform, path: string): void {
  if (platform === 'win32' || platform === 'darwin') app.addRecentDocument(path);
}

function jumpList(reviews: readonly RecentReview[], program: RecentPlaces['program']): JumpListCategory[] {
  const items = reviews.map(({ id, title }) => ({
    type: 'task' as const,
    title,
    program: program.path,
    args: [...program.args, '--review', id].map(quoted).join(' '),
    description: `Opens the review “${title}”`.slice(0, 255),
  }));
  return items.length === 0 ? [] : [{ type: 'custom', name: 'Recent reviews', items }];
}

/** As Windows reads a command line; our own arguments hold no quotation marks. */
function quoted(argument: string): string {
  return /[\s]/.test(argument) ? `"${argument}"` : argument;
}
