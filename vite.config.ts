import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { NONCE_PLACEHOLDER } from './main/content-security-policy.ts';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome140', sourcemap: false },
});
