import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { calledRoutes } from '../../scripts/called-routes.ts';

/** The script that every page waits for before it is read on. With a name of its content browsers keep it, and ask nobody. */
function namedBeforePaint(): Plugin {
  const source = readFileSync(new URL('./public/before-paint.js', import.meta.url));
  const fileName = `assets/before-paint-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
  return {
    name: 'backdesk:named-before-paint',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: (html) => html.replace('before-paint.js', fileName),
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/admin/',
  plugins: [calledRoutes(), namedBeforePaint(), react()],
  // The page's policy allows fonts and pictures from our own address only, so nothing becomes a data: URL.
  // The manifest says what a page brings (scripts/first-load.test.ts).
  build: { outDir: 'dist', manifest: true, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/e': 'http://127.0.0.1:3000' } },
});
