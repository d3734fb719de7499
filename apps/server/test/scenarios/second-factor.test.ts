// A second factor: begun with the password, on with its first code, asked at sign-in, each code once; lost and reset; required.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '../support/code-of.ts';
import type { Person, TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The next one: that of now turned the factor on, and is used up. */
const nextCodeOf = (uri: string) => codeOf(uri, 1);

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');

const signIn = (email: string, more: Record<string, unknown> = {}, cookie = '', at = '127.0.0.1') =>
  app.anonymous.request('POST', '/api/v1/session', { email, password: ownerPassword, ...more }, { ...(cookie !== '' && { cookie }), 'x-forwarded-for': at });
const said = async (response: Response) => (response.ok ? 'ok' : ((await response.json()) as { readonly code: string }).code);

type WithFactor = { readonly person: Person; readonly uri: string; readonly backupCodes: readonly string[]; readonly cookie: string };
let people = 0;
async function somebodyWithOne(): Promise<WithFactor> {
  people += 1;
  const person = await app.person(`factor${people}@shop.example`, ['owner']);
  const { uri, backupCodes } = await person.client.startSecondFactor({ body: { password: ownerPassword } });
  const confirmed = await person.request('POST', '/api/v1/session/second-factor/confirm', { code: codeOf(uri) });
  expect(confirmed.status).toBe(200);
  return { person, uri, backupCodes, cookie: cookiesOf(confirmed) };
}

describe('at sign-in', () => {
  test('the password alone opens nothing; with the code it does, and the code works once', async () => {
    const { person, uri } = await somebodyWithOne();
    const alone = await signIn(person.email);
    expect([alone.status, await said(alone), alone.headers.getSetCookie()]).toEqual([401, 'session.code_required', []]);
    const code = nextCodeOf(uri);
    const opened = await signIn(person.email, { code });
    expect(await opened.json()).toMatchObject({ secondFactor: { isOn: true, isRequired: false }, roles: ['owner'] });
    expect(await said(await signIn(person.email, { code }))).toBe('session.wrong_code');
    expect(await said(await signIn(person.email, { code, password: 'wrong password' }))).toBe('session.wrong_credentials');
  });

  test('of ten at once with the same code one gets in', async () => {
    const { person, uri } = await somebodyWithOne();
    const code = nextCodeOf(uri);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => signIn(person.email, { code }, '', `10.1.1.${at}`)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const sessions = await app.db.selectFrom('staff_sessions').select('id').where('staff_id', '=', person.staffId).execute();
    expect(sessions, 'that of the enrolment and that of the winner').toHaveLength(2);
  });

  test('a backup code opens one session', async () => {
    const { person, backupCodes } = await somebodyWithOne();
    expect(new Set(backupCodes).size).toBe(10);
    expect(await said(await signIn(person.email, { code: backupCodes[0] }))).toBe('ok');
    expect(await said(await signIn(person.email, { code: backupCodes[0] }))).toBe('session.wrong_code');
    expect(await said(await signIn(person.email, { code: backupCodes[1] }))).toBe('ok');
  });

  test('a device that is remembered is not asked, until the password changes hands', async () => {
    const { person, uri } = await somebodyWithOne();
    const first = await signIn(person.email, { code: nextCodeOf(uri), rememberDevice: true });
    const device = cookiesOf(first);
    const again = await signIn(person.email, {}, device);
    expect(await said(again)).toBe('ok');
    expect(await said(await signIn(person.email))).toBe('session.code_required');
    const { person: other } = await somebodyWithOne();
    expect(await said(await signIn(other.email, {}, cookiesOf(again))), 'somebody else at the device').toBe('session.code_required');
    await app.owner.client.endStaffSessions({ params: { id: person.staffId } });
    expect(await said(await signIn(person.email, {}, cookiesOf(again)))).toBe('session.code_required');
  });

  test('codes cannot be tried through', async () => {
    const { person } = await somebodyWithOne();
    const answers: string[] = [];
    for (let at = 0; at < 12; at += 1) answers.push(await said(await signIn(person.email, { code: String(100_000 + at) }, '', `10.2.0.${at}`)));
    expect(answers.slice(0, 10)).toEqual(Array(10).fill('session.wrong_code'));
    expect(answers.slice(10)).toEqual(['request.rate_limited', 'request.rate_limited']);
  });

  test.each(['', '12345', 'x'.repeat(21), 123_456, null])('the code %j is refused as a field', async (code) => {
    expect((await signIn('nobody@shop.example', { code })).status).toBe(422);
  });
});

describe('turning it on and off', () => {
  test('needs the password, and is not on before its first code', async () => {
    const person = await app.person('half@shop.example', ['viewer']);
    const wrong = await person.request('POST', '/api/v1/session/second-factor', { password: 'not my password' });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/password' }] }]);
    await person.client.startSecondFactor({ body: { password: ownerPassword } });
    const guess = await person.request('POST', '/api/v1/session/second-factor/confirm', { code: '000000' });
    expect([guess.status, await guess.json()]).toMatchObject([422, { errors: [{ pointer: '/code' }] }]);
    expect(await said(await signIn(person.email))).toBe('ok');
  });

  test('gives the session a new token, and does not begin twice', async () => {
    const { person, cookie } = await somebodyWithOne();
    expect((await person.request('GET', '/api/v1/session')).status, 'the cookie of before').toBe(401);
    const now = (path: string, body: unknown) => app.anonymous.request('POST', path, body, { cookie });
    expect(await said(await now('/api/v1/session/second-factor', { password: ownerPassword }))).toBe('second_factor.already_on');
    const renewed = (await (await now('/api/v1/session/second-factor/backup-codes', { password: ownerPassword })).json()) as { backupCodes: string[] };
    expect(await said(await signIn(person.email, { code: renewed.backupCodes[0] }))).toBe('ok');
    expect((await now('/api/v1/session/second-factor/remove', { password: 'not my password' })).status).toBe(422);
    expect((await now('/api/v1/session/second-factor/remove', { password: ownerPassword })).status).toBe(200);
    expect(await said(await signIn(person.email))).toBe('ok');
  });

  test('is nothing for a key', async () => {
    expect((await app.apiKey.request('POST', '/api/v1/session/second-factor', { password: ownerPassword })).status).toBe(403);
  });
});

describe('an owner', () => {
  test('resets it for somebody who lost it, whose sessions end', async () => {
    const { person, cookie } = await somebodyWithOne();
    expect(await app.owner.client.resetSecondFactor({ params: { id: person.staffId } })).toMatchObject({ hasSecondFactor: false });
    expect((await app.anonymous.request('GET', '/api/v1/session', undefined, { cookie })).status).toBe(401);
    expect(await said(await signIn(person.email))).toBe('ok');
    expect(await said(await app.owner.request('DELETE', `/api/v1/staff/${person.staffId}/second-factor`))).toBe('second_factor.off');
  });

  test('does not reset it for somebody who also works elsewhere', async () => {
    const { person } = await somebodyWithOne();
    const { url } = await app.stranger.client.createInvitation({ body: { email: person.email, roles: ['viewer'] } });
    await app.anonymous.client.acceptInvitation({ params: { token: url.split('/').at(-1) ?? '' }, body: {} });
    expect(await said(await app.owner.request('DELETE', `/api/v1/staff/${person.staffId}/second-factor`))).toBe('staff.works_elsewhere');
    expect(await said(await signIn(person.email))).toBe('session.code_required');
  });

  test('requires it of all staff: who has none may only set one up, and then works', async () => {
    expect(await said(await app.owner.request('PUT', '/api/v1/sign-in-rules', { requiresSecondFactor: true }))).toBe('second_factor.own_first');
    const { cookie } = await somebodyWithOne();
    const colleague = await app.person('late@shop.example', ['sales']);
    const rule = (requiresSecondFactor: boolean) => app.anonymous.request('PUT', '/api/v1/sign-in-rules', { requiresSecondFactor }, { cookie });
    expect((await rule(true)).status).toBe(200);
    expect((await colleague.request('GET', '/api/v1/customers')).status).toBe(403);
    expect(await colleague.client.getSession({})).toMatchObject({ permissions: [], secondFactor: { isOn: false, isRequired: true } });
    const { uri } = await colleague.client.startSecondFactor({ body: { password: ownerPassword } });
    const on = await colleague.request('POST', '/api/v1/session/second-factor/confirm', { code: codeOf(uri) });
    expect((await app.anonymous.request('GET', '/api/v1/customers', undefined, { cookie: cookiesOf(on) })).status).toBe(200);
    expect((await app.stranger.request('GET', '/api/v1/customers')).status, 'the other account').toBe(200);
    expect((await rule(false)).status).toBe(200);
  });
});
