import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { NONCE_PLACEHOLDER } from './main/page/content-security-policy.ts';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
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
