// `npm run dev`: the server, starting again when its sources change, and desk and site with reloading beside it.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const start = (args: readonly string[], folder = root) => spawn(process.execPath, args, { cwd: folder, stdio: 'inherit' });
const vite = (member: string, port: number) =>
  existsSync(join(root, member, 'vite.config.ts'))
    ? [start([join(root, 'node_modules/vite/bin/vite.js'), '--port', String(port), '--strictPort', '--host', '127.0.0.1'], join(root, member))]
    : [];

const children: readonly ChildProcess[] = [
  start([
    '--watch-path',
    'apps/server/src',
    '--watch-path',
    'packages/contract/src',
    '--watch-path',
    'packages/domain/src',
    'apps/server/src/main.ts',
    '--no-build',
  ]),
  ...vite('apps/admin', 5173),
  ...vite('apps/site', 5174),
];
console.log('Desk http://127.0.0.1:5173/admin/   Site http://127.0.0.1:5174/   Server http://127.0.0.1:3000');
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
