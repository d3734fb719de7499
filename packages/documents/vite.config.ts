// Builds the templates once for the server: Node runs .ts as it is, but refuses .tsx. Everything is bundled, so that the
// first mail does not load the whole of react-email. The library that draws PDFs stays outside: it loads WebAssembly and
// font tables from its own folder.
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node22',
    rollupOptions: { input: { mail: 'src/mail/renderer.ts', pdf: 'src/pdf/renderer.ts' }, output: { entryFileNames: '[name].js' } },
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true, external: ['@react-pdf/renderer', 'sharp'] },
});
