import { spawn } from 'node:child_process';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { ConfigError, projectRoot, readConfig } from './config.ts';
import { AlreadyRunning } from './db/embedded/open.ts';
import { logError } from './http/log.ts';
import { keepCompiled } from './keep-compiled.ts';
import type { Running } from './start.ts';

const began = performance.now();

/** In a process of its own: the bundler's memory goes back when it ends. */
function buildFaces(): Promise<void> {
  if (process.argv.includes('--no-build')) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/build.ts'), '--if-needed'], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The screens could not be built; the lines above say why.'))));
  });
}

function report(running: Running): void {
  const { address, first, relocatedTo } = running;
  const lines = [
    `Backdesk is ready in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    `  Desk  ${address}/admin`,
    `  Site  ${address}/`,
    `  API   ${address}/api/docs`,
  ];
  if (relocatedTo !== undefined) lines.push(`  Data  ${relocatedTo} (PostgreSQL does not run as root and cannot reach the data folder)`);
  if (first !== undefined) lines.push('', `  Sign in as ${first.email}`, `  Password   ${first.password ?? 'as set in BACKDESK_OWNER_PASSWORD'}`);
  if (first?.password !== undefined) lines.push('  It is shown this once. Another: npx --no backdesk staff set-password EMAIL');
  console.log(`${lines.join('\n')}\n`);
}

/** SIGTERM and Ctrl-C drain; who cannot wait sends a second one. */
function stopOnSignal(running: Running): void {
  let isStopping = false;
  const onSignal = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log('Backdesk is stopping …');
    try {
      await running.stop();
      process.exit(0);
    } catch (error) {
      logError('Stopping failed', error);
      process.exit(1);
    }
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError) return 2;
  if (error instanceof AlreadyRunning) return 3;
  return 1;
}

keepCompiled();
try {
  const config = readConfig();
  // Only now: the settings are told wrong before anything heavy is read.
  const { start } = await import('./start.ts');
  const running = await start(config, { buildFaces });
  process.on('unhandledRejection', (error) => logError('A promise was left alone', error));
  stopOnSignal(running);
  report(running);
  // A server may be killed; the next start need not wait for it to have ended well.
  flushCompileCache();
} catch (error) {
  console.error(exitCodeOf(error) === 1 ? error : (error as Error).message);
  process.exit(exitCodeOf(error));
}
