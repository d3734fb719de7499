// Races about access, on real connections: a link is used once, an invitation is accepted once, and an account keeps an owner.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aVisitor, mailedToken } from '../support/a-visitor.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const place = (at: number) => ({ 'x-forwarded-for': `198.51.100.${at}` });
const count = (statuses: readonly number[], status: number) => statuses.filter((one) => one === status).length;

test('of a hundred redemptions of one link at once, one sets the password', async () => {
  const person = await app.person('race@shop.example', ['sales']);
  await app.anonymous.request('POST', '/api/v1/password-resets', { email: person.email });
  await app.runJobs();
  const [mail] = (await app.owner.client.listMails({})).items;
  const token = /\/admin\/reset\/([\w-]+)/.exec((await app.owner.client.getMail({ params: { id: mail?.id ?? '' } })).text)?.[1] ?? '';
  const attempts = Array.from({ length: 100 }, async (_, at) => {
    const response = await app.anonymous.request('POST', `/api/v1/password-resets/${token}`, { password: `password number ${at}` }, place(at));
    return response.status;
  });
  const statuses = await Promise.all(attempts);
  expect([count(statuses, 200), count(statuses, 410)]).toEqual([1, 99]);
  const winner = statuses.indexOf(200);
  const signIn = await app.anonymous.request('POST', '/api/v1/session', { email: person.email, password: `password number ${winner}` });
  expect(signIn.status).toBe(200);
});

test('of a hundred redemptions of one customer’s link at once, one signs in', async () => {
  const visitor = aVisitor(app);
  await visitor.client.registerCustomer({ body: { name: 'Nora', email: 'nora@new.example' } });
  const token = await mailedToken(app, 'nora@new.example');
  const attempts = Array.from({ length: 100 }, async (_, at) => {
    const response = await app.anonymous.request('POST', `/api/site/v1/password-links/${token}`, { password: `plain words on a river ${at}` }, place(at));
    return response.status;
  });
  const statuses = await Promise.all(attempts);
  expect([count(statuses, 200), count(statuses, 410)]).toEqual([1, 99]);
  const body = { email: 'nora@new.example', password: `plain words on a river ${statuses.indexOf(200)}` };
  expect((await app.anonymous.request('POST', '/api/site/v1/session', body)).status).toBe(200);
});

test('of twenty acceptances of one invitation at once, one joins', async () => {
  const { url } = await app.owner.client.createInvitation({ body: { email: 'crowd@shop.example', roles: ['viewer'] } });
  const token = url.split('/').at(-1) ?? '';
  const attempts = Array.from({ length: 20 }, async (_, at) => {
    const response = await app.anonymous.request(
      'POST',
      `/api/v1/invites/${token}/accept`,
      { name: `Person ${at}`, password: `password number ${at}` },
      place(at),
    );
    return response.status;
  });
  const statuses = await Promise.all(attempts);
  expect([count(statuses, 200), count(statuses, 410)]).toEqual([1, 19]);
  expect((await app.owner.client.listStaff({})).items.filter((member) => member.email === 'crowd@shop.example')).toHaveLength(1);
});

test('two owners who send each other away at once: one stays', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [first, second] = [
      await app.person(`first${round}@other.example`, ['owner'], { in: 'other' }),
      await app.person(`second${round}@other.example`, ['owner'], { in: 'other' }),
    ];
    const stranger = (await first.client.listStaff({ query: { limit: 200 } })).items.filter(
      (member) => ![first.staffId, second.staffId].includes(member.id) && member.active,
    );
    for (const member of stranger) await first.client.changeStaff({ params: { id: member.id }, body: { active: false } });
    const [one, two] = await Promise.all([
      first.request('PATCH', `/api/v1/staff/${second.staffId}`, { roles: ['viewer'] }),
      second.request('DELETE', `/api/v1/staff/${first.staffId}`),
    ]);
    const owners = await app.db
      .selectFrom('memberships')
      .select('staff_id')
      .where('account_id', '=', app.otherAccountId)
      .where('active', '=', true)
      .where(sql<boolean>`'owner' = any (roles)`)
      .execute();
    expect(owners, `round ${round}: ${one.status}, ${two.status}`).toHaveLength(1);
  }
});
