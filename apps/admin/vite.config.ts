import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { calledRoutes } from '../../scripts/called-routes.ts';

/**
 * The script that every page waits for before it is read on, and the picture that is asked for at each new title. With a name of their content
 * browsers keep them, and ask nobody.
 */
function namedByContent(...names: readonly string[]): Plugin {
  const files = names.map((name) => {
    const source = readFileSync(new URL(`./public/${name}`, import.meta.url));
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
    return { name, source, fileName: `assets/${name.replace('.', `-${hash}.`)}` };
  });
  return {
    name: 'backdesk:named-by-content',
    apply: 'build',
    buildStart() {
      for (const { fileName, source } of files) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: (html) => files.reduce((named, { name, fileName }) => named.replace(name, fileName), html),
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/admin/',
  plugins: [calledRoutes(), namedByContent('before-paint.js', 'mark.svg'), react()],
  // The page's policy allows fonts and pictures from our own address only, so nothing becomes a data: URL.
  // The manifest says what a page brings (scripts/first-load.test.ts).
  build: { outDir: 'dist', manifest: true, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/e': 'http://127.0.0.1:3000' } },
});
