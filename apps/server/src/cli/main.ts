#!/usr/bin/env node
import { ConfigError } from '../config.ts';
import { AlreadyRunning } from '../db/embedded/open.ts';
import { keepCompiled } from '../keep-compiled.ts';
import { Problem } from '../modules/problem.ts';
import { UsageError } from './usage-error.ts';

type Command = { readonly usage: string; readonly run: (args: readonly string[]) => Promise<void> };

/** The commands by their words; each is read only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  backup: () => import('./commands/backup.ts'),
  'api-key create': () => import('./commands/api-key-create.ts'),
  'import customers': () => import('./commands/import-customers.ts'),
  'import products': () => import('./commands/import-products.ts'),
  restore: () => import('./commands/restore.ts'),
  'staff invite': () => import('./commands/staff-invite.ts'),
  'staff reset-second-factor': () => import('./commands/staff-reset-second-factor.ts'),
  'verify acceptance': () => import('./commands/verify-acceptance.ts'),
  'verify estimates': () => import('./commands/verify-estimates.ts'),
  'staff set-password': () => import('./commands/staff-set-password.ts'),
};

async function printUsage(): Promise<void> {
  console.log('Usage: backdesk COMMAND\n');
  for (const load of Object.values(commands)) console.log(`  backdesk ${(await load()).usage}`);
}

function explain(error: unknown): string | undefined {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof AlreadyRunning) return error.message;
  if (error instanceof Problem) return error.details.errors?.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('\n') ?? error.code;
  // What parseArgs says about an unknown option.
  if (String((error as { readonly code?: unknown }).code).startsWith('ERR_PARSE_ARGS')) return (error as Error).message;
  return undefined;
}

keepCompiled();
const [first, ...others] = process.argv.slice(2);
// A verb on a noun, or a word of its own.
const pair = commands[`${first} ${others[0]}`];
const load = pair ?? commands[first ?? ''];
const rest = pair === undefined ? others : others.slice(1);
try {
  if (load === undefined) {
    await printUsage();
    process.exitCode = first === undefined || first === '--help' || first === 'help' ? 0 : 2;
  } else {
    await (await load()).run(rest);
  }
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = explain(error) === undefined ? 1 : 2;
}
