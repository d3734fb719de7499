// A browser at the site: keeps its cookies, and reads the mail of its owner.
import type { Client } from '@backdesk/contract/client.ts';
import { createClient } from '@backdesk/contract/client.ts';
import type { Routes } from '@backdesk/contract/routes.ts';
import { routes } from '@backdesk/contract/routes.ts';
import type { TestApp } from './create-test-app.ts';

export type Visitor = {
  readonly client: Client<Routes>;
  readonly request: (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly cookies: ReadonlyMap<string, string>;
};

export const customerPassword = 'plain words on a river';

/** Somebody who opens the site for the first time. */
export function aVisitor(app: TestApp, account?: string): Visitor {
  const cookies = new Map<string, string>();
  const go = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('sec-fetch-site', 'same-origin');
    if (account !== undefined) headers.set('backdesk-account', account);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.fetch(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || attributes.some((attribute) => attribute.trim().toLowerCase() === 'max-age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const request = (method: string, path: string, body?: unknown, more: Readonly<Record<string, string>> = {}) =>
    go(path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { client: createClient(routes, { fetch: (input, init) => go(String(input), init) }), request, cookies };
}

/** The token in the newest mail to the address. */
export async function mailedToken(app: TestApp, email: string, owner = app.owner): Promise<string> {
  await app.runJobs();
  const { items } = await owner.client.listMails({});
  const mail = items.find(({ recipients }) => recipients.includes(email));
  if (mail === undefined) throw new Error(`Nothing was mailed to ${email}.`);
  const { text } = await owner.client.getMail({ params: { id: mail.id } });
  const token = /\/password\/([A-Za-z0-9_-]{20,})/.exec(text)?.[1];
  if (token === undefined) throw new Error('There is no link to set a password.');
  return token;
}

/** A customer of staff's, invited and signed in. */
export async function aSignedInCustomer(app: TestApp, customerId: string, email: string, visitor = aVisitor(app)): Promise<Visitor> {
  await app.owner.client.inviteToSite({ params: { id: customerId } });
  await visitor.client.redeemPasswordLink({ params: { token: await mailedToken(app, email) }, body: { password: customerPassword } });
  return visitor;
}
