// Who works here: invited, changed, sent away. What is said here acts on the very next request.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerEmail, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const memberOf = async (email: string) => {
  const found = (await app.owner.client.listStaff({})).items.find((member) => member.email === email);
  if (found === undefined) throw new Error(`${email} is not on the staff.`);
  return found;
};
const tokenIn = (url: string) => url.split('/').at(-1) ?? '';
const mailsTo = async (email: string) => (await app.owner.client.listMails({})).items.filter((mail) => mail.recipients.includes(email));
const signIn = (email: string, password: string) => app.anonymous.request('POST', '/api/v1/session', { email, password });

describe('an invitation', () => {
  test('is mailed, read without being used, accepted once with name and password, and the new colleague signs in', async () => {
    const { id, url } = await app.owner.client.createInvitation({ body: { email: 'Sam@Shop.Example', roles: ['sales'] } });
    await app.runJobs();
    const [mail] = await mailsTo('sam@shop.example');
    expect(mail?.subject).toBe('Join Shop main on Backdesk');
    expect((await app.owner.client.getMail({ params: { id: mail?.id ?? '' } })).text).toContain(url);
    const token = tokenIn(url);
    for (let look = 0; look < 3; look += 1)
      expect(await app.anonymous.client.openInvitation({ params: { token } })).toMatchObject({
        email: 'sam@shop.example',
        hasSignIn: false,
        roles: ['sales'],
        accountName: 'Shop main',
      });
    expect((await app.owner.client.listInvitations({})).items).toMatchObject([{ id, email: 'sam@shop.example', isExpired: false }]);

    const accept = (body: unknown) => app.anonymous.request('POST', `/api/v1/invites/${token}/accept`, body);
    for (const body of [
      {},
      { name: 'Sam' },
      { password: 'a good long password' },
      { name: 'Sam', password: 'password1234' },
      { name: 'Sam', password: 'sam@shop.example' },
    ])
      expect((await accept(body)).status, JSON.stringify(body)).toBe(422);
    const accepted = await accept({ name: 'Sam Hill', password: 'a good long password' });
    expect(await accepted.json()).toEqual({ email: 'sam@shop.example', accountName: 'Shop main', isNew: true });
    expect(await codeOf(await accept({ name: 'Eve', password: 'another good password' }))).toBe('invitation.gone');
    expect((await app.owner.client.listInvitations({})).items).toEqual([]);
    expect(await (await signIn('sam@shop.example', 'a good long password')).json()).toMatchObject({ staff: { name: 'Sam Hill' }, roles: ['sales'] });
  });

  test('a person who signs in already only joins: name and password given with the link change nothing', async () => {
    const both = await app.person('both@other.example', ['owner'], { in: 'other' });
    const { url } = await app.owner.client.createInvitation({ body: { email: both.email, roles: ['viewer'] } });
    expect((await app.anonymous.client.openInvitation({ params: { token: tokenIn(url) } })).hasSignIn).toBe(true);
    expect(
      await app.anonymous.client.acceptInvitation({ params: { token: tokenIn(url) }, body: { name: 'Taken over', password: 'the password of a thief' } }),
    ).toMatchObject({ isNew: false });
    expect((await signIn(both.email, 'the password of a thief')).status).toBe(401);
    expect((await memberOf(both.email)).name).toBe('both');
    const there = await both.request('GET', '/api/v1/session', undefined, { 'backdesk-account': 'main' });
    expect(await there.json()).toMatchObject({ account: { name: 'Shop main' }, roles: ['viewer'] });
  });

  test('ends after seven days, by being taken back, and by a new one; resending renews it', async () => {
    const invite = () => app.owner.client.createInvitation({ body: { email: 'kim@shop.example', roles: ['viewer'] } });
    const look = async (url: string) => (await app.anonymous.request('GET', `/api/v1/invites/${tokenIn(url)}`)).status;
    const first = await invite();
    const second = await invite();
    expect([await look(first.url), await look(second.url)]).toEqual([410, 200]);
    app.clock.advance({ days: 7, minutes: 1 });
    expect(await look(second.url)).toBe(410);
    expect((await app.owner.client.listInvitations({})).items).toMatchObject([{ id: second.id, isExpired: true }]);
    const again = await app.owner.client.resendInvitation({ params: { id: second.id } });
    expect([await look(second.url), await look(again.url)]).toEqual([404, 200]);
    await app.owner.client.revokeInvitation({ params: { id: second.id } });
    expect(await look(again.url)).toBe(410);
    expect((await app.owner.request('POST', `/api/v1/invitations/${second.id}/resend`)).status).toBe(404);
  });

  test('is not sent again word for word from the Outbox: its link works once, and the mail says what to do instead', async () => {
    await app.owner.client.createInvitation({ body: { email: 'again@shop.example', roles: ['viewer'] } });
    const [waiting] = await mailsTo('again@shop.example');
    expect(waiting).toMatchObject({ state: 'queued', mayResend: true });
    await app.runJobs();
    const [mail] = await mailsTo('again@shop.example');
    expect(mail?.mayResend).toBe(false);
    const refused = await app.owner.request('POST', `/api/v1/outbox/${mail?.id}/resend`);
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'mail.link_spent']);
    expect(await mailsTo('again@shop.example')).toHaveLength(1);
  });

  test('is refused for who is here already, and gives no more than one has', async () => {
    expect(await codeOf(await app.owner.request('POST', '/api/v1/invitations', { email: ownerEmail.toUpperCase(), roles: ['viewer'] }))).toBe(
      'staff.already_member',
    );
    const sales = await app.as('sales');
    expect((await sales.request('POST', '/api/v1/invitations', { email: 'x@shop.example', roles: ['viewer'] })).status).toBe(403);
    expect((await app.owner.request('POST', '/api/v1/invitations', { email: 'x@shop.example', roles: ['root'] })).status).toBe(422);
  });
});

describe('a member', () => {
  test('whose roles change may do more or less on the next request, in the session that is open', async () => {
    const person = await app.person('jo@shop.example', ['viewer']);
    const write = () => person.request('POST', '/api/v1/customers', { name: `Customer of ${Math.random()}` });
    expect((await write()).status).toBe(403);
    await app.owner.client.changeStaff({ params: { id: person.staffId }, body: { roles: ['sales'] } });
    expect((await write()).status).toBe(201);
    await app.owner.client.changeStaff({ params: { id: person.staffId }, body: { roles: ['viewer'] } });
    expect((await write()).status).toBe(403);
  });

  test('who is deactivated is out at once, cannot sign in, and comes back with the roles they had', async () => {
    const person = await app.person('lee@shop.example', ['sales']);
    expect(await app.owner.client.changeStaff({ params: { id: person.staffId }, body: { active: false } })).toMatchObject({ active: false, roles: ['sales'] });
    expect((await person.request('GET', '/api/v1/session')).status).toBe(401);
    expect((await signIn(person.email, ownerPassword)).status).toBe(403);
    await app.owner.client.changeStaff({ params: { id: person.staffId }, body: { active: true } });
    expect((await person.request('GET', '/api/v1/session')).status, 'the old session is over for good').toBe(401);
    expect((await signIn(person.email, ownerPassword)).status).toBe(200);
  });

  test('who is removed is out, keeps their place in another account, and can be invited again', async () => {
    const person = await app.person('max@shop.example', ['sales']);
    await app.owner.client.removeStaff({ params: { id: person.staffId } });
    expect((await person.request('GET', '/api/v1/session')).status).toBe(401);
    const { url } = await app.owner.client.createInvitation({ body: { email: person.email, roles: ['viewer'] } });
    await app.anonymous.client.acceptInvitation({ params: { token: tokenIn(url) }, body: {} });
    expect((await memberOf(person.email)).roles).toEqual(['viewer']);
  });

  test('the last owner can be neither demoted, deactivated nor removed, and the list says so', async () => {
    const owner = await memberOf(ownerEmail);
    expect(owner.abilities).toEqual({ change: true, leave: false, endSessions: true, resetSecondFactor: false });
    const path = `/api/v1/staff/${owner.id}`;
    for (const response of [
      await app.owner.request('PATCH', path, { roles: ['sales'] }),
      await app.owner.request('PATCH', path, { active: false }),
      await app.owner.request('DELETE', path),
    ])
      expect([response.status, await codeOf(response)]).toEqual([409, 'staff.last_owner']);
    expect((await app.owner.request('PATCH', path, { roles: ['owner', 'sales'] })).status).toBe(200);
    await app.owner.client.changeStaff({ params: { id: owner.id }, body: { roles: ['owner'] } });
  });

  test('shows when they were last here to those who manage staff only', async () => {
    const person = await app.person('pat@shop.example', ['viewer']);
    await person.client.getSession({});
    expect((await memberOf(person.email)).lastSeenAt).toBe(app.clock.now().toISOString());
    const seen = (await person.client.listStaff({})).items;
    expect(seen.map((member) => member.lastSeenAt)).toEqual(seen.map(() => null));
    expect(seen.every(({ abilities }) => !abilities.change && !abilities.leave && !abilities.endSessions)).toBe(true);
  });
});

describe('sessions', () => {
  test('are listed with device and place, and ended one by one or all the others', async () => {
    const person = await app.person('ann@shop.example', ['sales']);
    const agents = ['Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0', 'Mozilla/5.0 (iPhone) Version/18.0 Mobile Safari/604.1'];
    const others = await Promise.all(
      agents.map(async (agent) => {
        const headers = { 'user-agent': agent, 'x-forwarded-for': '203.0.113.80' };
        const response = await app.anonymous.request('POST', '/api/v1/session', { email: person.email, password: ownerPassword }, headers);
        return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
      }),
    );
    const alive = async () => Promise.all(others.map(async (headers) => (await app.fetch('/api/v1/session', { headers })).status));
    const { items } = await person.client.listSessions({});
    expect(items.filter((item) => item.isCurrent)).toHaveLength(1);
    expect(items[0]?.isCurrent).toBe(true);
    expect(items.map((item) => item.device)).toEqual(expect.arrayContaining(['Firefox on Windows', 'Safari on iPhone']));
    expect(items.filter((item) => item.ipAddress === '203.0.113.80')).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain('token');
    await person.client.endSession({ params: { id: items.find((item) => item.device === 'Firefox on Windows')?.id ?? '' } });
    expect(await alive()).toEqual([401, 200]);
    expect(await person.client.endOtherSessions({})).toEqual({ ended: 1 });
    expect(await alive()).toEqual([401, 401]);
    expect((await person.request('GET', '/api/v1/session')).status).toBe(200);
  });

  test('of somebody else are as good as missing; an owner ends those of staff, but not of another account', async () => {
    const person = await app.person('bob@shop.example', ['sales']);
    const [theirs] = (await person.client.listSessions({})).items;
    expect((await app.owner.request('DELETE', `/api/v1/sessions/${theirs?.id}`)).status).toBe(404);
    expect((await app.stranger.request('DELETE', `/api/v1/staff/${person.staffId}/sessions`)).status).toBe(404);
    expect(await app.owner.client.endStaffSessions({ params: { id: person.staffId } })).toEqual({ ended: 1 });
    expect((await person.request('GET', '/api/v1/session')).status).toBe(401);
  });
});
