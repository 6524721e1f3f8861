/** Schemes of the links that may leave the program, or be clicked in a record: the web, read by nobody on the way, and mail. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set(['https:', 'mailto:']);
