// Two entries: the site for customers and the estimate page, which stays light (no Mantine, no site code). And, for the
// server, what draws the site's first pages ahead: into a folder of its own, since nobody asks for it by address.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { calledRoutes } from '../../scripts/called-routes.ts';

export default defineConfig({
  plugins: [calledRoutes(), react()],
  build: { target: 'es2023' },
  builder: {},
  environments: {
    // The manifest says which styles a page brings: where it is drawn ahead they are linked at once.
    client: { build: { manifest: true, rolldownOptions: { input: { index: 'index.html', estimate: 'estimate.html' } } } },
    ssr: {
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      resolve: { noExternal: true },
      build: {
        outDir: 'server/dist',
        emptyOutDir: true,
        ssr: true,
        copyPublicDir: false,
        target: 'node22',
        rolldownOptions: { input: { 'first-page': 'src/site/first-page.tsx' }, output: { entryFileNames: '[name].js' } },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
