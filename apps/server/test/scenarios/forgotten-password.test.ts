// A password that was forgotten, or is changed. Nobody learns who signs in here; a link works once and not for long.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person, TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const newPassword = 'a new and longer password';
let asked = 0;
const ask = (email: string) => {
  asked += 1;
  return app.anonymous.request('POST', '/api/v1/password-resets', { email }, { 'x-forwarded-for': `192.0.2.${asked}` });
};
const redeem = (token: string, password: string, place = '192.0.2.250') =>
  app.anonymous.request('POST', `/api/v1/password-resets/${token}`, { password }, { 'x-forwarded-for': place });
const signIn = async (email: string, password: string) => (await app.anonymous.request('POST', '/api/v1/session', { email, password })).status;

async function linkFor(person: Person): Promise<string> {
  await ask(person.email);
  await app.runJobs();
  const [mail] = (await app.owner.client.listMails({})).items;
  expect([mail?.template, mail?.recipients]).toEqual(['password_reset', [person.email]]);
  const { text } = await app.owner.client.getMail({ params: { id: mail?.id ?? '' } });
  return /\/admin\/reset\/([\w-]{43})/.exec(text)?.[1] ?? '';
}

describe('a forgotten password', () => {
  test('is set anew by the link of the mail, which works once and ends every session', async () => {
    const person = await app.person('dee@shop.example', ['sales']);
    const token = await linkFor(person);
    expect((await redeem(token, 'short')).status).toBe(422);
    expect((await redeem(token, 'iloveyou')).status).toBe(422);
    expect((await redeem(token, person.email)).status).toBe(422);
    expect((await redeem(token, newPassword)).status).toBe(200);
    expect((await redeem(token, 'the second try')).status).toBe(410);
    expect((await person.request('GET', '/api/v1/session')).status).toBe(401);
    expect([await signIn(person.email, ownerPassword), await signIn(person.email, newPassword)]).toEqual([401, 200]);
  });

  test('answers the same, and does the same work, whether anybody has the address', async () => {
    const person = await app.person('eli@shop.example', ['sales']);
    const known = await ask(person.email);
    const unknown = await ask('nobody@shop.example');
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()]);
    // The request looks nobody up: it leaves one job for either, and only the job tells them apart.
    const { rows } = await sql<{ email: string }>`select data->>'email' as email from pgboss.job where name = 'staff.mail_password_reset'`.execute(app.db);
    const emails = rows.map((row) => row.email);
    expect(emails).toEqual(expect.arrayContaining([person.email, 'nobody@shop.example']));
    const before = (await app.owner.client.listMails({})).items.length;
    await app.runJobs();
    expect((await app.owner.client.listMails({})).items.length).toBe(before + 1);
  });

  test('the link ends after ten minutes, and with a newer one', async () => {
    const person = await app.person('fay@shop.example', ['sales']);
    const first = await linkFor(person);
    const second = await linkFor(person);
    expect((await redeem(first, newPassword)).status).toBe(410);
    app.clock.advance({ minutes: 10, seconds: 1 });
    expect((await redeem(second, newPassword)).status).toBe(410);
    expect(await signIn(person.email, ownerPassword)).toBe(200);
  });

  test('somebody who was deactivated gets no mail', async () => {
    const person = await app.person('gus@shop.example', ['sales']);
    await app.owner.client.changeStaff({ params: { id: person.staffId }, body: { active: false } });
    const before = (await app.owner.client.listMails({})).items.length;
    await ask(person.email);
    await app.runJobs();
    expect((await app.owner.client.listMails({})).items.length).toBe(before);
  });

  test('no account reads the link of a person who also works for another', async () => {
    const person = await app.person('two@shop.example', ['sales']);
    const invited = await app.stranger.client.createInvitation({ body: { email: person.email, roles: ['viewer'] } });
    await app.anonymous.client.acceptInvitation({ params: { token: invited.url.split('/').at(-1) ?? '' }, body: {} });
    expect(await linkFor(person)).toBe('');
  });
});

describe('changing one’s own password', () => {
  test('wants the one it was, ends the other sessions and keeps this one', async () => {
    const person = await app.person('hal@shop.example', ['viewer']);
    expect(await signIn(person.email, ownerPassword)).toBe(200);
    expect((await person.client.listSessions({})).items).toHaveLength(2);
    const change = (body: unknown) => person.request('PUT', '/api/v1/session/password', body);
    const wrong = await change({ currentPassword: 'not my password', newPassword });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/currentPassword' }] }]);
    const common = await change({ currentPassword: ownerPassword, newPassword: 'Qwertyuiop12' });
    expect([common.status, await common.json()]).toMatchObject([422, { errors: [{ pointer: '/newPassword' }] }]);
    expect((await change({ currentPassword: ownerPassword, newPassword })).status).toBe(200);
    expect((await person.client.listSessions({})).items).toMatchObject([{ isCurrent: true }]);
    expect(await signIn(person.email, newPassword)).toBe(200);
  });

  test('a key has none to change', async () => {
    const response = await app.apiKey.request('PUT', '/api/v1/session/password', { currentPassword: ownerPassword, newPassword });
    expect(response.status).toBe(403);
  });
});
