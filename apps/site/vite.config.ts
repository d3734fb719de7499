// Two entries: the site for customers and the estimate page, which stays light (no Mantine, no site code).
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    rolldownOptions: { input: { index: 'index.html', estimate: 'estimate.html' } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
