// Builds the faces (desk, site with the estimate page) and the documents with Vite: `node scripts/build.ts [--if-needed]`.
// With --if-needed only what changed since its last build, told by a hash of all that goes in.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const members = ['packages/documents', 'apps/admin', 'apps/site'];
/** What members are made of beside their own files. */
const shared = ['packages/contract', 'packages/domain', 'packages/ordering', 'packages/ui'];
const stampOf = (member: string) => join(root, member, 'dist', '.built-from');

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(node_modules|dist|test)\//.test(path))
    .sort();
}

function hashOf(member: string): string {
  const hash = createHash('sha256');
  const files = [
    ...[member, ...shared].flatMap((folder) => filesOf(join(root, folder))),
    join(root, 'scripts/called-routes.ts'),
    join(root, 'package-lock.json'),
  ];
  for (const file of files) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function isBuilt(member: string, hash: string): boolean {
  return existsSync(stampOf(member)) && readFileSync(stampOf(member), 'utf8') === hash;
}

/** Vite's own words are shown only when it fails. */
function build(member: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, member), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part) => (output += String(part)));
    child.stderr.on('data', (part) => (output += String(part)));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${member} could not be built:\n${output}`))));
  });
}

const onlyIfNeeded = process.argv.includes('--if-needed');
const wanted = members
  // A member without a Vite configuration has nothing to build.
  .filter((member) => existsSync(join(root, member, 'vite.config.ts')))
  .map((member) => ({ member, hash: hashOf(member) }))
  .filter(({ member, hash }) => !onlyIfNeeded || !isBuilt(member, hash));
try {
  await Promise.all(
    wanted.map(async ({ member, hash }) => {
      const began = performance.now();
      await build(member);
      mkdirSync(join(root, member, 'dist'), { recursive: true });
      writeFileSync(stampOf(member), hash);
      console.log(`Built ${member} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }),
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
