// Fetches a picture from an address that somebody entered. Such an address can name what only this machine reaches, so what a name
// stands for is checked when the connection is made (request-filtering-agent), whatever it stood for before; nothing leads us on.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largestFile } from '@backdesk/domain/file/kinds.ts';
import type { PictureFault } from '@backdesk/domain/file/picture-fault.ts';
import { useAgent } from 'request-filtering-agent';
import { spool } from '../files/spool.ts';
import type { FetchedPicture, FetchPicture } from './port.ts';

const longest = 20_000;

/** `lookup`: how names are looked up; `alsoAllowed`: addresses that are taken for public ones, for tests that listen themselves. */
type Options = { readonly lookup?: LookupFunction; readonly alsoAllowed?: readonly string[] };

export function pictureFetcher({ lookup, alsoAllowed = [] }: Options = {}): FetchPicture {
  return async (url) => {
    const limit = AbortSignal.timeout(longest);
    const agent = useAgent(url, { allowIPAddressList: [...alsoAllowed] });
    try {
      const response = await answerOf(new URL(url), { agent, signal: limit, ...(lookup !== undefined && { lookup }) });
      const fault = faultOf(response);
      if (fault === null) return await keep(response);
      response.destroy();
      return fault;
    } catch (error) {
      // What the network says has a code; an address that the agent keeps us from has none.
      return error instanceof Error && 'code' in error ? 'unreachable' : 'not_public';
    } finally {
      agent.destroy();
    }
  };
}

function answerOf({ protocol, hostname, port, pathname, search }: URL, options: https.RequestOptions): Promise<IncomingMessage> {
  const ask = protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    // Without the name and password that an address can hold.
    const where = { hostname: hostname.replace(/^\[|\]$/g, ''), port, path: pathname + search };
    ask({ ...options, ...where, headers: { accept: 'image/*', 'user-agent': 'Backdesk' } })
      .once('response', resolve)
      .once('error', reject)
      .end();
  });
}

function faultOf({ statusCode = 0, headers }: IncomingMessage): PictureFault | null {
  if (statusCode >= 300 && statusCode < 400) return 'redirected';
  if (statusCode === 429 || statusCode >= 500) return 'unreachable';
  if (statusCode !== 200) return 'not_there';
  return Number(headers['content-length'] ?? 0) > largestFile ? 'too_large' : null;
}

async function keep(response: IncomingMessage): Promise<FetchedPicture | PictureFault> {
  const path = join(tmpdir(), `backdesk-picture-${randomUUID()}`);
  const discard = () => rm(path, { force: true });
  try {
    const { bytes, hash } = await spool(response, path, { largest: largestFile });
    if (bytes <= largestFile) return { path, bytes, hash, discard };
  } catch (error) {
    await discard();
    throw error;
  }
  await discard();
  return 'too_large';
}
