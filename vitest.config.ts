import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Vitest leaves one core free, which of two is one file at a time; most files wait for their database half of the time.
const maxWorkers = Math.max(2, availableParallelism() - 1);

// How long a test that waits for nothing may take: a busy machine is no fault.
const testTimeout = 60_000;

// Their files share a worker: nothing of theirs outlives a test but what they import, and that is most of what a file costs.
const inOneWorker = { isolate: false } as const;

const pure = (name: string) => ({
  test: { name, root: at(`packages/${name}`), include: ['{src,test}/**/*.test.ts'], environment: 'node' as const, maxWorkers, testTimeout, ...inOneWorker },
});

const inBrowserLike = (name: string, folder: string) => {
  const setup = `${folder}/test/setup.ts`;
  return {
    plugins: [react()],
    test: {
      name,
      root: at(folder),
      include: ['{src,test}/**/*.test.{ts,tsx}'],
      environment: 'jsdom' as const,
      maxWorkers,
      setupFiles: existsSync(at(setup)) ? [at(setup)] : [],
      // A screen test waits for what is shown, never for a time: on a busy machine it just takes longer.
      testTimeout: 30_000,
    },
  };
};

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      pure('domain'),
      pure('contract'),
      {
        test: {
          name: 'documents',
          root: at('packages/documents'),
          include: ['{src,test}/**/*.test.{ts,tsx}'],
          environment: 'node' as const,
          maxWorkers,
          testTimeout,
        },
      },
      inBrowserLike('ui', 'packages/ui'),
      inBrowserLike('ordering', 'packages/ordering'),
      {
        test: {
          name: 'server',
          root: at('apps/server'),
          include: ['{src,test}/**/*.test.ts'],
          exclude: ['test/startup/**'],
          environment: 'node' as const,
          globalSetup: [at('apps/server/test/support/global-setup.ts')],
          maxWorkers,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          ...inOneWorker,
        },
      },
      {
        // Real processes that are waited for most of the time: two files at once, after all else of the server.
        test: {
          name: 'startup',
          root: at('apps/server'),
          include: ['test/startup/**/*.test.ts'],
          environment: 'node' as const,
          globalSetup: [at('apps/server/test/support/global-setup.ts')],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      inBrowserLike('admin', 'apps/admin'),
      inBrowserLike('site', 'apps/site'),
      {
        // A journey waits for its browser much of the time: two at once, among the processes of the server.
        test: {
          name: 'e2e',
          root: at('apps/e2e'),
          include: ['{src,test}/**/*.test.ts'],
          environment: 'node' as const,
          globalSetup: [at('apps/e2e/src/support/global-setup.ts')],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...inOneWorker,
        },
      },
      {
        test: { name: 'scripts', root: at('scripts'), include: ['**/*.test.ts'], environment: 'node' as const, maxWorkers, testTimeout },
      },
    ],
  },
});
