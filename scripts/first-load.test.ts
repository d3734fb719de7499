// How much script a customer's browser fetches before it shows anything: the entry of a face with all it imports at once, gzipped as it is
// served. Read from what was built; `npm test` builds before it tests.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../apps/site/dist', import.meta.url));
type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

function chunksOf(manifest: Manifest, name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name]?.imports ?? []) chunksOf(manifest, other, found);
  return found;
}

test.each([
  ['estimate.html', 130_000],
  ['index.html', 230_000],
])('%s brings at most %i bytes of script', (entry, most) => {
  const path = join(dist, '.vite/manifest.json');
  expect(existsSync(path), 'not built yet: node scripts/build.ts').toBe(true);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const chunks = [...chunksOf(manifest, entry)].map((name) => manifest[name]?.file ?? '');
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).byteLength, 0)).toBeLessThanOrEqual(most);
});
