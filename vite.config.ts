import react from '@vitejs/plugin-react';
import { defineConfig, type IndexHtmlTransformContext, type Plugin } from 'vite';
import { NONCE_PLACEHOLDER } from './main/page/content-security-policy.ts';

/** What makes the screens of their sources: the compiler keeps what a component showed until what it was made of changes. */
export const rendererPlugins = () => [react({ compiler: true })];

/** The page that is shown first, as a rule. */
const FIRST_PAGE = 'pages/home/home-page.tsx';

/** Has the browser fetch the first page beside the program instead of after it. */
function preloadFirstPage(): Plugin {
  return {
    name: 'preload-first-page',
    transformIndexHtml: { order: 'post', handler: (_, { bundle }) => (bundle ? preloads(bundle) : []) },
  };
}

function preloads(bundle: NonNullable<IndexHtmlTransformContext['bundle']>) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    for (const next of byName.get(name)?.imports ?? []) withImports(next, found);
    return found;
  };
  const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(FIRST_PAGE));
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!page || !entry) throw new Error(`${FIRST_PAGE} is no chunk of its own`);
  const there = withImports(entry.fileName);
  return [...withImports(page.fileName)]
    .filter((name) => !there.has(name))
    .map((name) => ({
      tag: 'link',
      attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
      injectTo: 'head' as const,
    }));
}

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [...rendererPlugins(), preloadFirstPage()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The files come from this computer; splitting them would only add requests.
    chunkSizeWarningLimit: 2_000,
    // Of the libraries in the bundle, which has none of their comments.
    license: { fileName: 'licences.md' },
  },
});
