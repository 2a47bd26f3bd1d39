import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { stylesAhead } from '../scripts/styles.ts';

/** The window's build: served under app:// with a strict CSP, so nothing may be inlined. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), stylesAhead()],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The oldest engine that the window runs in: Electron 33.
    target: 'chrome130',
    chunkSizeWarningLimit: 1500,
  },
});
