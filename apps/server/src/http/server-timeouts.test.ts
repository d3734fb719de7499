import { createServer } from 'node:http';
import { largestImportFile } from '@backdesk/contract/import/schema.ts';
import { expect, test } from 'vitest';
import { serverTimeouts } from './server-timeouts.ts';

test('a file of the largest size arrives over a megabit a second, and nobody holds a connection by headers alone', () => {
  const server = createServer(serverTimeouts);
  const seconds = largestImportFile / (1_000_000 / 8);
  expect(server.requestTimeout).toBeGreaterThanOrEqual(seconds * 1000);
  expect(server.requestTimeout).toBeLessThan(3_600_000);
  expect(server.headersTimeout).toBe(60_000);
});
