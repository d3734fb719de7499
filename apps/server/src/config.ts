import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of the whole project: `./.backdesk` lies there whatever folder the command was started from. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

const isUrl = (text: string, protocols: readonly string[]) => URL.canParse(text) && protocols.includes(new URL(text).protocol);

const url = (protocols: readonly string[], mustBe: string) => z.string().refine((text) => isUrl(text, protocols), mustBe);

const mustBePort = 'must be a whole number from 0 to 65535';
const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, mustBePort)
    .transform(Number)
    .refine((port) => port <= 65_535, mustBePort)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be an address or a host name, like 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'must be a PostgreSQL address, like postgres://user:password@host:5432/name').optional(),
  BACKDESK_DATA: z.string().optional(),
  BACKDESK_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  BACKDESK_OWNER_EMAIL: z.email('must be an email address').max(254).toLowerCase().default('owner@backdesk.example'),
  BACKDESK_OWNER_PASSWORD: z.string().min(12, 'must be at least 12 characters long').max(128, 'must be at most 128 characters long').optional(),
  BACKDESK_DEMO: z.enum(['0', '1'], 'must be 1 (make the demo store on first start) or 0 (do not)').default('1'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'must be a mail server, like smtp://user:password@host:587').optional(),
  PUBLIC_URL: url(['http:', 'https:'], 'must be the address that people open, like https://orders.example.com').optional(),
  FILES_URL: url(['file:'], 'must be a folder that all processes share, like file:///srv/backdesk-files').optional(),
  BACKDESK_PROXIES: z
    .string()
    .regex(/^[0-9]$/, 'must be how many proxies of yours stand before it, 0 to 9')
    .transform(Number)
    .default(0),
  BACKDESK_SEARCHES_PER_MINUTE: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number; 0 is no limit')
    .transform(Number)
    .default(1200),
});

const secretSettings = new Set(['DATABASE_URL', 'BACKDESK_SECRET', 'BACKDESK_OWNER_PASSWORD', 'SMTP_URL']);

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Where files that people send are kept. */
  readonly filesFolder: string;
  /** It was named: all processes have this folder. Else it is in the data folder of this machine. */
  readonly filesAreShared: boolean;
  readonly secret: string;
  /** Where the secret is kept; undefined when the environment gives it. */
  readonly secretPath: string | undefined;
  readonly owner: { readonly email: string; readonly password: string | undefined };
  readonly hasDemo: boolean;
  readonly smtpUrl: string | undefined;
  /** Where people open it; undefined until known: then it is the address we listen on. */
  readonly publicUrl: string | undefined;
  /** How many proxies of ours a request comes through. */
  readonly proxies: number;
  /** Of one person or key; 0 is no limit. */
  readonly searchesPerMinute: number;
};

/** A setting that cannot be used; the message names each and what it must be. The process ends with code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment once, at boot. An empty variable counts as unset.
 * Makes the data folder, and in it the secret (0600) when none is given.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text !== '' && text !== undefined));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => describe(issue, given)).join('\n'));
  const env = parsed.data;
  const dataFolder = env.BACKDESK_DATA === undefined ? join(projectRoot, '.backdesk') : resolve(env.BACKDESK_DATA);
  makeFolder(dataFolder, 'BACKDESK_DATA');
  const filesFolder = env.FILES_URL === undefined ? join(dataFolder, 'files') : fileURLToPath(env.FILES_URL);
  makeFolder(filesFolder, env.FILES_URL === undefined ? 'BACKDESK_DATA' : 'FILES_URL');
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    dataFolder,
    filesFolder,
    filesAreShared: env.FILES_URL !== undefined,
    secret: env.BACKDESK_SECRET ?? keptSecret(join(dataFolder, 'secret')),
    secretPath: env.BACKDESK_SECRET === undefined ? join(dataFolder, 'secret') : undefined,
    owner: { email: env.BACKDESK_OWNER_EMAIL, password: env.BACKDESK_OWNER_PASSWORD },
    hasDemo: env.BACKDESK_DEMO === '1',
    smtpUrl: env.SMTP_URL,
    publicUrl: env.PUBLIC_URL === undefined ? undefined : new URL(env.PUBLIC_URL).origin,
    proxies: env.BACKDESK_PROXIES,
    searchesPerMinute: env.BACKDESK_SEARCHES_PER_MINUTE,
  };
}

function describe(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const value = secretSettings.has(name) ? 'not shown' : JSON.stringify(given[name]);
  return `${name} ${issue.message} (it is ${value})`;
}

function makeFolder(folder: string, setting: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ConfigError(`${setting} must be a folder that can be written (${folder}: ${String(error)})`);
  }
}

/** Puts a restored secret in the place of the one made at the start. Answers whether it is now the one in force. */
export function keepSecret({ secret, secretPath }: Config, restored: string): boolean {
  if (secretPath !== undefined) writeFileSync(secretPath, restored, { mode: 0o600 });
  return secretPath !== undefined || secret === restored;
}

/** `wx` so that two first starts at once keep one secret: the loser reads the winner's. */
function keptSecret(path: string): string {
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new ConfigError(`BACKDESK_DATA must be a folder that can be written (${String(error)})`);
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new ConfigError(`${path} must hold at least 32 characters: remove it to have a new one made`);
  return secret;
}
