// Builds the templates once for the server: Node runs .ts as it is, but refuses .tsx. Everything is bundled, so that the
// first mail does not load the whole of react-email.
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    ssr: 'src/mail/renderer.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node22',
    rollupOptions: { output: { entryFileNames: 'mail.js' } },
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true },
});
