// `npm test`: everything, and it ends by itself. Gets the browser when it is missing, builds the faces, runs all projects of
// vitest.config.ts, and says on its last line what became of them: "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** By the system's package manager, as root; elsewhere the journeys say themselves what is missing. */
function installBrowser(): void {
  if (browsers.some(existsSync) || process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const attempts = [
    ['apt-get', 'sh', '-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium'],
    ['dnf', 'dnf', 'install', '-y', '-q', 'chromium'],
    ['apk', 'apk', 'add', '-q', 'chromium'],
  ] as const;
  for (const [manager, program, ...args] of attempts) {
    if (spawnSync('sh', ['-c', `command -v ${manager}`]).status !== 0) continue;
    console.log(`Installing Chromium with ${manager} …`);
    spawnSync(program, args, { stdio: 'inherit' });
    return;
  }
}

function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

/** A file that could not even be read counts as a failure: its tests did not run. */
function count(path: string): { readonly passed: number; readonly failed: number } {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const unread = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread };
}

installBrowser();
const folder = mkdtempSync(join(tmpdir(), 'backdesk-test-report-'));
const report = join(folder, 'report.json');
try {
  const built = await run(['scripts/build.ts', '--if-needed']);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = built === 0 ? await run([...vitest, ...process.argv.slice(2)]) : built;
  const { passed, failed } = count(report);
  // An error outside of all tests fails the run too, and must not read as a success.
  const errors = code !== 0 && failed === 0 ? 1 : 0;
  process.exitCode = failed + errors === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed + errors} failed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
