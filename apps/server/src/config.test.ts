import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'backdesk-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (environment: Record<string, string>) => readConfig({ BACKDESK_DATA: folder, ...environment });

test('everything has a default', () => {
  expect(read({})).toMatchObject({ port: 3000, host: '127.0.0.1', hasDemo: true, databaseUrl: undefined });
});

test('an empty variable counts as unset', () => {
  expect(read({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test.each([
  ['PORT', 'abc', 'must be a whole number from 0 to 65535'],
  ['PORT', '70000', 'must be a whole number from 0 to 65535'],
  ['PORT', '-1', 'must be a whole number from 0 to 65535'],
  ['HOST', 'a b', 'must be an address or a host name'],
  ['DATABASE_URL', 'mysql://x', 'must be a PostgreSQL address'],
  ['BACKDESK_SECRET', 'short', 'must be at least 32 characters long'],
  ['BACKDESK_OWNER_EMAIL', 'owner', 'must be an email address'],
  ['BACKDESK_OWNER_PASSWORD', 'short', 'must be at least 12 characters long'],
  ['BACKDESK_DEMO', 'yes', 'must be 1 (make the demo store on first start) or 0'],
  ['SMTP_URL', 'http://x', 'must be a mail server'],
  ['PUBLIC_URL', 'shop.example', 'must be the address that people open'],
])('%s=%s is named with what it must be', (name, value, mustBe) => {
  expect(() => read({ [name]: value })).toThrow(ConfigError);
  expect(() => read({ [name]: value })).toThrow(`${name} ${mustBe}`);
});

test('all bad settings are named at once, secrets without their value', () => {
  const message = (() => {
    try {
      read({ PORT: 'x', BACKDESK_SECRET: 'hunter2' });
    } catch (error) {
      return String(error);
    }
    return '';
  })();
  expect(message).toContain('PORT must be');
  expect(message).toContain('BACKDESK_SECRET must be');
  expect(message).not.toContain('hunter2');
});

test('a secret is made once, kept, and readable by its owner only', () => {
  const first = read({}).secret;
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(read({}).secret).toBe(first);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});
