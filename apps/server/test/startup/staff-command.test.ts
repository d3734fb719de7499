// `backdesk staff …` and `backdesk import …` as people run them: a process of its own, on the embedded PostgreSQL of a server that is running
// or is not; and what is typed wrongly, said in a line, without a stack and without having changed anything (each way to
// type it wrongly: src/cli/commands/usage.test.ts).
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from '../support/code-of.ts';
import { runCommand } from './run-command.ts';
import type { ServerProcess } from './server-process.ts';
import { ownerPassword, signIn, startServer } from './server-process.ts';

let folder: string;
let server: ServerProcess;
let address: string;
let cookie: string;

const backdesk = (args: readonly string[], input = '') => runCommand(folder, args, { input });

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const invited = async () => {
  const response = await fetch(`${address}/api/v1/invitations?limit=200`, { headers: { cookie } });
  return ((await response.json()) as { readonly items: readonly { readonly email: string; readonly roles: readonly string[]; readonly invitedBy: string }[] })
    .items;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backdesk-command-'));
  chmodSync(folder, 0o755);
  server = startServer(folder);
  address = await server.ready();
  cookie = await signIn(address);
});

afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  const pointer = join(folder, 'postgres-at');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
  rmSync(folder, { recursive: true });
});

test('prints the link alone; the link lets the person in with the roles given', async () => {
  const { code, out, error } = await backdesk(['staff', 'invite', 'Rae@Shop.Example', '--role', 'sales', '--role', 'approver']);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/^http:\/\/\S+\/admin\/invite\/[\w-]{43}\n$/);
  expect(await invited()).toMatchObject([{ email: 'rae@shop.example', roles: ['sales', 'approver'] }]);
  const token = out.trim().split('/').at(-1) ?? '';
  expect((await post(`/api/v1/invites/${token}/accept`, { name: 'Rae', password: 'nine quiet harbours' })).status).toBe(200);
  const session = await post('/api/v1/session', { email: 'rae@shop.example', password: 'nine quiet harbours' });
  expect(await session.json()).toMatchObject({ roles: ['sales', 'approver'] });
});

const rightRole = ['--role', 'viewer'];
test.each<[string, readonly string[], string]>([
  ['nobody', rightRole, 'Whom, and with which role?'],
  ['a role that is none', ['kim@shop.example', '--role', 'root'], 'must be owner, sales, approver or viewer'],
  ['an empty role', ['kim@shop.example', '--role', ''], 'must be owner, sales, approver or viewer'],
  ['an option that is none', ['kim@shop.example', ...rightRole, '--admin'], '--admin'],
  ['an account by a trick', ['kim@shop.example', ...rightRole, '--account', "' or 1=1 --"], 'There is no account'],
  ['who is here already', ['owner@backdesk.example', ...rightRole], 'belongs to the account already'],
])('%s is said in a line', async (_what, args, says) => {
  const { code, out, error } = await backdesk(['staff', 'invite', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain(says);
  expect(error).not.toMatch(/^\s+at /m);
  expect((await invited()).map(({ email }) => email)).not.toContain('kim@shop.example');
});

test('a new password is held to the rules of the screens', async () => {
  const weak = await backdesk(['staff', 'set-password', 'owner@backdesk.example'], 'password1234\n');
  expect([weak.code, weak.error]).toEqual([2, expect.stringContaining('too easy to guess')]);
  expect((await post('/api/v1/session', { email: 'owner@backdesk.example', password: ownerPassword })).status).toBe(200);
});

const owner = { email: 'owner@backdesk.example', password: ownerPassword };
test('the only owner, without phone and backup codes, gets back in by the password, and nobody stays in', async () => {
  const started = await post('/api/v1/session/second-factor', { password: ownerPassword }, { cookie, origin: address });
  const { uri } = (await started.json()) as { readonly uri: string };
  const confirmed = await post('/api/v1/session/second-factor/confirm', { code: codeOf(uri) }, { cookie, origin: address });
  expect(confirmed.status).toBe(200);
  const withFactor = confirmed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const seen = async () => (await fetch(`${address}/api/v1/session`, { headers: { cookie: withFactor } })).status;
  expect(await seen()).toBe(200);
  expect(await (await post('/api/v1/session', owner)).json()).toMatchObject({ code: 'session.code_required' });

  expect(await backdesk(['staff', 'reset-second-factor', 'Owner@Backdesk.Example'])).toEqual({
    code: 0,
    out: 'Owner@Backdesk.Example signs in with the password alone now.\n',
    error: '',
  });
  expect(await seen(), 'the session of before').toBe(401);
  const again = await post('/api/v1/session', owner);
  expect(await again.json()).toMatchObject({ secondFactor: { isOn: false } });
  cookie = await signIn(address);
});

test.each<[string, readonly string[], string]>([
  ['who is not here', ['nobody@shop.example'], 'Nobody signs in as nobody@shop.example.'],
  ['who has none', ['owner@backdesk.example'], 'owner@backdesk.example has no second factor.'],
])('resetting the second factor of %s is said in a line', async (_what, args, says) => {
  const { code, out, error } = await backdesk(['staff', 'reset-second-factor', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain(says);
  expect(error).not.toMatch(/^\s+at /m);
  expect((await fetch(`${address}/api/v1/session`, { headers: { cookie } })).status, 'still signed in').toBe(200);
});

test('works as well while no server runs, and the server finds the invitation later', async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  const { code, out, error } = await backdesk(['staff', 'invite', 'uma@shop.example', ...rightRole]);
  expect([code, error, out.startsWith('http')]).toEqual([0, '', true]);
  server = startServer(folder);
  address = await server.ready();
  cookie = await signIn(address);
  expect(await invited()).toMatchObject([{ email: 'uma@shop.example', roles: ['viewer'] }]);
});

test('a price list is tried first, with its columns explained, and then taken in', async () => {
  const path = join(folder, 'list.csv');
  writeFileSync(path, 'Article,Label,Ours,Each from a dozen\nZ-1,Zinc bucket,9,8\nZ-2,Zinc can,four,\n');
  const map = ['Article=code', 'Label=name', 'Ours=price', 'Each from a dozen=price:12'].flatMap((one) => ['--map', one]);
  const dry = await backdesk(['import', 'products', path, '--dry-run', ...map]);
  expect([dry.code, dry.error]).toEqual([0, expect.not.stringContaining('Error')]);
  expect(dry.out).toContain('Would create row 2 "Z-1": Zinc bucket, 1 variant');
  expect(dry.out).toContain('Refused row 3, Ours "four"');
  expect(dry.out).toMatch(/2 rows read: 1 taken in, 1 refused\. Products: 2 new, .* This was a dry run: nothing was changed\.\n$/);
  const found = async () =>
    ((await (await fetch(`${address}/api/v1/products?q=zinc`, { headers: { cookie } })).json()) as { readonly items: readonly unknown[] }).items;
  expect(await found()).toEqual([]);
  expect((await backdesk(['import', 'products', path, ...map])).code).toBe(0);
  expect(await found()).toMatchObject([{ priceFrom: '8.00' }, { priceFrom: null }]);
  const wrong = await backdesk(['import', 'products', path, '--map', 'Lable=name']);
  expect([wrong.code, wrong.error]).toEqual([2, 'No column of list.csv is called "Lable". It has Article, Label, Ours, Each from a dozen.\n']);
});
