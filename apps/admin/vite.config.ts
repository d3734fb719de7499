import { fileURLToPath } from 'node:url';
import { calledRoutes } from '@backdesk/contract/build/called-routes.ts';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/admin/',
  plugins: [calledRoutes(), react()],
  // The page's policy allows fonts and pictures from our own address only, so nothing becomes a data: URL.
  // The manifest says what a page brings (scripts/first-load.test.ts).
  build: { outDir: 'dist', manifest: true, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/e': 'http://127.0.0.1:3000' } },
});
