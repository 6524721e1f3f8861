/** Schemes of the links that may leave the program, or be clicked in a record: the web and mail. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);
