// How much script a browser fetches before it shows a page: its entry, and the page's own part, with all they import at once, gzipped as it
// is served. Read from what was built; `npm test` builds before it tests.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const apps = fileURLToPath(new URL('../apps', import.meta.url));
type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>;

function chunksOf(manifest: Manifest, name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name]?.imports ?? []) chunksOf(manifest, other, found);
  return found;
}

test.each([
  ['estimate page', 'site', ['estimate.html'], 125_000],
  ['site', 'site', ['index.html'], 140_000],
  ['draft on the desk', 'admin', ['index.html', 'src/features/draft/draft-page.tsx'], 290_000],
] as const)('the %s (%s: %s) brings at most %i bytes of script', (_, app, entries, most) => {
  const dist = join(apps, app, 'dist');
  const path = join(dist, '.vite/manifest.json');
  expect(existsSync(path), 'not built yet: node scripts/build.ts').toBe(true);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const found = new Set<string>();
  for (const entry of entries) chunksOf(manifest, entry, found);
  const chunks = [...found].map((name) => manifest[name]?.file ?? '');
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).byteLength, 0)).toBeLessThanOrEqual(most);
});
