import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { NONCE_PLACEHOLDER } from './main/page/content-security-policy.ts';

/** What makes the screens of their sources: the compiler keeps what a component showed until what it was made of changes. */
export const rendererPlugins = () => [react({ compiler: true })];

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: rendererPlugins(),
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
