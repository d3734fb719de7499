// What an address that somebody entered may reach: nothing of ours, whatever a name stands for by now, and nothing by a detour.

import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFetcher } from '../../src/adapters/pictures/fetch-picture.ts';

let server: Server;
let port: number;
let heard: string[] = [];
let answer: RequestListener;
beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** A name server that answers these addresses, one after the other. */
const namesFor = (...addresses: string[]): LookupFunction => {
  let at = 0;
  return (_, options, done) => {
    const address = addresses[Math.min(at, addresses.length - 1)] ?? '';
    at += 1;
    const family = address.includes(':') ? 6 : 4;
    if (options.all) (done as (error: null, found: { address: string; family: number }[]) => void)(null, [{ address, family }]);
    else done(null, address, family);
  };
};
const open = pictureFetcher({ lookup: namesFor('127.0.0.1'), alsoAllowed: ['127.0.0.1'] });
const here = (path = '/logo.png') => `http://pictures.example:${port}${path}`;

test('a picture is brought as it is, without name and password of the address', async () => {
  answer = (request, response) => response.end(request.headers.authorization ?? 'bytes');
  const fetched = await open(here().replace('//', '//ana:secret@'));
  if (typeof fetched === 'string') throw new Error(fetched);
  expect(await readFile(fetched.path, 'utf8')).toBe('bytes');
  expect(fetched).toMatchObject({ bytes: 5, hash: '277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9' });
  await fetched.discard();
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.9',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  'fd00::1',
  'fe80::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
])('a name that stands for %s is not asked', async (address) => {
  heard = [];
  expect(await pictureFetcher({ lookup: namesFor(address) })(here())).toBe('not_public');
  expect(heard).toEqual([]);
});

test.each(['http://127.0.0.1', 'http://2130706433', 'http://0x7f.1', 'http://[::1]', 'http://[::ffff:127.0.0.1]', 'http://localhost', 'https://127.0.0.1'])(
  '%s is not asked, however it is written',
  async (origin) => {
    heard = [];
    expect(await pictureFetcher()(`${origin}:${port}/logo.png`)).toBe('not_public');
    expect(heard).toEqual([]);
  },
);

test('a name that stood for a public address when it was looked up before does not open a private one', async () => {
  heard = [];
  const names = namesFor('203.0.113.9', '127.0.0.1');
  const before = await new Promise((told) => names('pictures.example', {}, (_, address) => told(address)));
  expect(before).toBe('203.0.113.9');
  expect(await pictureFetcher({ lookup: names })(here())).toBe('not_public');
  expect(heard).toEqual([]);
});

test.each([
  [302, 'redirected'],
  [308, 'redirected'],
  [404, 'not_there'],
  [403, 'not_there'],
  [429, 'unreachable'],
  [503, 'unreachable'],
] as const)('an answer of %i is %s, and nothing else is asked', async (status, fault) => {
  heard = [];
  answer = (_, response) => response.writeHead(status, { location: here('/inside') }).end('x');
  expect(await open(here())).toBe(fault);
  expect(heard).toEqual(['/logo.png']);
});

test('one that is too large is not taken, whether it says so or not', async () => {
  answer = (_, response) => response.writeHead(200, { 'content-length': 30_000_000 }).end();
  expect(await open(here())).toBe('too_large');
  answer = (_, response) => {
    const piece = Buffer.alloc(1_000_000);
    let sent = 0;
    const more = () => {
      while (sent < 40) {
        sent += 1;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  };
  expect(await open(here())).toBe('too_large');
});

test('a host that is not there, and one that hangs up, do not answer', async () => {
  answer = (request) => request.socket.destroy();
  expect(await open(here())).toBe('unreachable');
  const nobody: LookupFunction = (_, __, done) => done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '', 4);
  expect(await pictureFetcher({ lookup: nobody })(here())).toBe('unreachable');
});
