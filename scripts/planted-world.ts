// A small copy of the house for the tests of the checks: the workspaces with their manifests, stand-ins for the npm
// packages, and the source files a test plants. Real folders and links, so that resolution works as in the real one.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

type Files = Readonly<Record<string, string>>;

const members: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/contract': ['@backdesk/domain', 'zod'],
  'packages/ui': ['@backdesk/domain', 'react'],
  'packages/ordering': ['@backdesk/contract', '@backdesk/domain', '@backdesk/ui', '@mantine/core', 'react'],
  'packages/documents': ['@backdesk/contract', '@backdesk/domain', 'react'],
  'apps/server': ['@backdesk/contract', '@backdesk/domain', 'hono', 'kysely', 'pg'],
  'apps/admin': ['@backdesk/contract', '@backdesk/domain', '@backdesk/ordering', '@backdesk/ui', '@mantine/core', 'react'],
  'apps/site': ['@backdesk/contract', '@backdesk/domain', '@backdesk/ordering', '@backdesk/ui', 'react'],
};
const libraries = ['zod', 'react', '@mantine/core', 'hono', 'kysely', 'pg', 'left-pad'];

/** Writes the world with these files in it; returns its folder. Remove it with `removeWorld`. */
export function plantWorld(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'backdesk-check-')));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', JSON.stringify({ name: 'planted', type: 'module', private: true }));
  for (const [folder, needs] of Object.entries(members)) {
    const name = `@backdesk/${folder.split('/')[1]}`;
    const dependencies = Object.fromEntries(needs.map((need) => [need, '*']));
    write(`${folder}/package.json`, JSON.stringify({ name, type: 'module', exports: { './*': './src/*' }, dependencies }));
    mkdirSync(join(root, 'node_modules/@backdesk'), { recursive: true });
    symlinkSync(join(root, folder), join(root, 'node_modules', name));
  }
  for (const library of libraries) {
    write(`node_modules/${library}/package.json`, JSON.stringify({ name: library, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${library}/index.js`, 'module.exports = {};\n');
  }
  for (const [path, text] of Object.entries(files)) write(path, text);
  return root;
}

export function removeWorld(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** Runs one of the check scripts over a world, as `npm run check` does over the house. */
export function runCheck(script: string, root: string): Promise<{ passed: boolean; output: string }> {
  const node = [resolve(import.meta.dirname, script), '--root', root];
  return new Promise((done) => {
    execFile(process.execPath, node, { cwd: root }, (error, stdout, stderr) => done({ passed: error === null, output: stdout + stderr }));
  });
}
