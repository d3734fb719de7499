// `npm run check`: everything that can be said about the code without running it, in under a minute.
// Types member by member (two at a time: a laptop and a small runner have two cores), Biome, layers, house rules,
// and the committed openapi.json. All of them run, whatever fails, so that one run shows all there is to mend.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

type Check = { readonly name: string; readonly command: readonly string[] };
type Outcome = { readonly name: string; readonly passed: boolean; readonly output: string; readonly seconds: number };

const root = resolve(import.meta.dirname, '..');
const started = performance.now();

const types = globSync('{packages,apps}/*/tsconfig*.json', { cwd: root })
  .concat('scripts/tsconfig.json')
  .filter((config) => globSync('**/*.{ts,tsx}', { cwd: resolve(root, dirname(config)), exclude: ['node_modules/**'] }).length > 0)
  .toSorted()
  .map(
    (config): Check => ({
      name: `types ${config.replace(/\/?tsconfig\.?|\.?json$/g, ' ').trim()}`,
      command: [process.execPath, 'node_modules/typescript7/bin/tsc', '-p', config],
    }),
  );

const checks: readonly Check[] = [
  { name: 'layers', command: [process.execPath, 'scripts/check-layers.ts'] },
  { name: 'source', command: [process.execPath, 'scripts/check-source.ts'] },
  { name: 'biome', command: [process.execPath, 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=40', '.'] },
  { name: 'openapi', command: [process.execPath, 'scripts/openapi.ts', '--check'] },
  ...types,
];

const outcomes = await runTwoAtATime(checks);
const failed = outcomes.filter((outcome) => !outcome.passed);
for (const { name, output } of failed) console.log(`\n── ${name} ──\n${output.trim()}`);
console.log('');
for (const { name, passed, seconds } of outcomes) console.log(`${passed ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s`);
console.log(`${outcomes.length - failed.length} checks passed, ${failed.length} failed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (failed.some((outcome) => outcome.name === 'biome')) console.log('Formatting and most lint: npm run format');
process.exitCode = failed.length === 0 ? 0 : 1;

async function runTwoAtATime(all: readonly Check[]): Promise<Outcome[]> {
  const waiting = [...all];
  const done: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await run(next));
  };
  await Promise.all([worker(), worker()]);
  return done.toSorted((a, b) => a.name.localeCompare(b.name));
}

function run({ name, command }: Check): Promise<Outcome> {
  const begin = performance.now();
  const [program = process.execPath, ...args] = command;
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const finish = (passed: boolean): void => done({ name, passed, output, seconds: (performance.now() - begin) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
