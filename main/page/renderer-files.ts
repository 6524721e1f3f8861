import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** Types of the files that a renderer build consists of; a file of any other type is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface RendererFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * Everything a host may serve, keyed by URL path; `/` is the page itself. A request is only looked up
 * here and never turned into a file path, so there is nothing to climb out of.
 */
export async function listRendererFiles(folder: string): Promise<ReadonlyMap<string, RendererFile>> {
  const files = new Map<string, RendererFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const contentType = CONTENT_TYPES[extname(entry.name)];
    if (!entry.isFile() || !contentType) continue;
    const urlPath = relative(folder, path).split(sep).map(encodeURIComponent).join('/');
    files.set(`/${urlPath}`, { path, contentType });
  }
  const page = files.get('/index.html');
  if (!page) throw new Error('The renderer has not been built: index.html is missing.');
  return files.set('/', page);
}
