// Customers coming in: by registration, by invitation, by password; each account for itself.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor, customerPassword, mailedToken } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
const { client: desk } = app.owner;
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error));
const password = customerPassword;

test('somebody registers: the address is proven before a password is chosen, and their cart comes along', async () => {
  const visitor = aVisitor(app);
  await visitor.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '', quantity: 3 }] } });
  await visitor.client.registerCustomer({ body: { name: 'Nora New', email: 'nora@new.example', company: 'Acme Ltd' } });
  const token = await mailedToken(app, 'nora@new.example');
  expect(await visitor.client.openPasswordLink({ params: { token } })).toEqual({ purpose: 'register', email: 'nora@new.example', name: 'Nora New' });
  const session = await visitor.client.redeemPasswordLink({ params: { token }, body: { password } });
  expect(session).toMatchObject({ customer: { name: 'Nora New', email: 'nora@new.example', company: '' }, cartItems: 3 });
  // A company is for staff to give: its terms come with it.
  const { items } = await desk.listCustomers({ query: { q: 'nora@new.example' } });
  const customer = await desk.getCustomer({ params: { id: items[0]?.id ?? '' } });
  expect([customer.company, customer.openAccount, customer.notes]).toEqual([null, false, 'Registered on the site.\nCompany: Acme Ltd']);
  // Once.
  expect(await aVisitor(app).client.redeemPasswordLink({ params: { token }, body: { password } }).catch(codeOf)).toBe('password_reset.gone');
});

test('who staff keep under the address is who is signed in, and the two carts become one', async () => {
  const visitor = aVisitor(app);
  await visitor.client.registerCustomer({ body: { name: 'D. F.', email: 'Dana@Acme.example' } });
  await visitor.client.redeemPasswordLink({ params: { token: await mailedToken(app, 'Dana@Acme.example') }, body: { password } });
  expect((await visitor.client.getSiteSession({})).customer).toMatchObject({ name: 'Dana Fox', company: 'Acme Ltd' });
  await visitor.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '', quantity: 1 }] } });
  await visitor.client.signOutOfSite({});
  expect((await visitor.client.getSiteSession({})).customer).toBeNull();
  await visitor.client.addCartLines({
    body: {
      lines: [
        { variantId: shop.variants.MUG ?? '', quantity: 2 },
        { variantId: shop.variants['TEE-S'] ?? '', quantity: 5 },
      ],
    },
  });
  const back = await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password } });
  expect(back.cartItems).toBe(8);
  expect((await visitor.client.getCart({})).cart?.lines.map(({ sku, quantity }) => `${quantity} ${sku}`)).toEqual(['3 MUG', '5 TEE-S']);
});

test('what a guest added and got no answer to counts once, sent again under its key by who signed in', async () => {
  const visitor = aVisitor(app);
  const send = (quantity: number, key: Readonly<Record<string, string>> = {}) =>
    visitor.request('POST', '/api/site/v1/cart/lines', { lines: [{ variantId: shop.variants['TEE-M'] ?? '', quantity }] }, key);
  await send(1);
  const key = { 'idempotency-key': 'a-press-of-the-button' };
  // Its answer never arrives.
  expect((await send(6, key)).status).toBe(200);
  await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password } });
  const again = await send(6, key);
  const { cart } = await visitor.client.getCart({});
  const tees = () => cart?.lines.find(({ sku }) => sku === 'TEE-M')?.quantity;
  expect([again.status, again.headers.get('idempotency-replayed'), tees()]).toEqual([200, 'true', 7]);
  // The answer is the cart that is theirs now, not the guest's of then.
  expect(await again.json()).toEqual(JSON.parse(JSON.stringify({ cart })));
  expect((await send(6)).headers.get('idempotency-replayed')).toBeNull();
});

test('two carts that do not go together: the guest’s is kept aside', async () => {
  const visitor = aVisitor(app);
  await visitor.client.addCartLines({ body: { lines: [{ variantId: shop.variants.PEN ?? '', quantity: 600 }] } });
  const other = aVisitor(app);
  await other.client.signInToSite({ body: { email: 'dana@acme.example', password } });
  await other.client.addCartLines({ body: { lines: [{ variantId: shop.variants.PEN ?? '', quantity: 600 }] } });
  // 1,200 pens are more than the 1,000 that one order may hold.
  await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password } });
  expect((await visitor.client.listSavedCarts({})).items.map(({ name, itemCount }) => [name, itemCount])).toContainEqual(['Cart before signing in', 600]);
});

test('a wrong password and an unknown address say the same; tried too often they wait', async () => {
  const { client } = aVisitor(app);
  const wrong = await client.signInToSite({ body: { email: 'dana@acme.example', password: 'nope' } }).catch(codeOf);
  const unknown = await client.signInToSite({ body: { email: 'nobody@acme.example', password: 'nope' } }).catch(codeOf);
  expect([wrong, unknown]).toEqual(['session.wrong_credentials', 'session.wrong_credentials']);
  const tries = [];
  for (let at = 0; at < 11; at += 1) tries.push(await client.signInToSite({ body: { email: 'guess@acme.example', password: `${at}` } }).catch(codeOf));
  expect([tries[0], tries.at(-1)]).toEqual(['session.wrong_credentials', 'request.rate_limited']);
});

test('a forgotten password is set by mail, and ends the sessions there were', async () => {
  const golda = await (async () => {
    await desk.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda@gold.example' } });
    return aSignedInCustomer(app, shop.goldCustomerId, 'golda@gold.example');
  })();
  const elsewhere = aVisitor(app);
  await elsewhere.client.requestSitePassword({ body: { email: 'golda@gold.example' } });
  const token = await mailedToken(app, 'golda@gold.example');
  await elsewhere.client.redeemPasswordLink({ params: { token }, body: { password: 'another plain river of words' } });
  expect((await golda.client.getSiteSession({})).customer).toBeNull();
  expect(await golda.client.signInToSite({ body: { email: 'golda@gold.example', password } }).catch(codeOf)).toBe('session.wrong_credentials');
  // Nobody learns whether an address is known.
  await elsewhere.client.requestSitePassword({ body: { email: 'unknown@gold.example' } });
  expect(await mailedToken(app, 'unknown@gold.example').catch(String)).toContain('Nothing was mailed');
});

test('with approval somebody new waits until staff let them in; who staff invited does not', async () => {
  await desk.changeSettings({ body: { siteRegistration: 'approval' } });
  const visitor = aVisitor(app);
  await visitor.client.registerCustomer({ body: { name: 'Wai Ting', email: 'wai@new.example' } });
  const token = await mailedToken(app, 'wai@new.example');
  expect(await visitor.client.redeemPasswordLink({ params: { token }, body: { password } }).catch(codeOf)).toBe('site.not_approved');
  expect(await visitor.client.signInToSite({ body: { email: 'wai@new.example', password } }).catch(codeOf)).toBe('site.not_approved');
  expect((await visitor.client.getSiteSession({})).customer).toBeNull();
  const id = (await desk.listCustomers({ query: { q: 'wai@new.example' } })).items[0]?.id ?? '';
  expect((await desk.getSiteAccess({ params: { id } })).status).toBe('waiting');
  const waiting = async () => (await desk.listCustomers({ query: { siteAccess: 'waiting' } })).items.map(({ name }) => name);
  expect([await waiting(), (await desk.countCustomers({ query: { siteAccess: 'waiting' } })).count]).toEqual([['Wai Ting'], 1]);
  expect((await desk.approveSiteAccess({ params: { id } })).status).toBe('open');
  expect(await desk.approveSiteAccess({ params: { id } }).catch(codeOf)).toBe('conflict');
  expect(await waiting()).toEqual([]);
  expect((await desk.listCustomers({ query: { siteAccess: 'open', q: 'wai' } })).items.map(({ name }) => name)).toEqual(['Wai Ting']);
  // They are told, once, with the way to the sign-in and no link that opens anything.
  await app.runJobs();
  const told = (await desk.listMails({})).items.filter(({ template }) => template === 'site_approved');
  expect(told.map(({ recipients }) => recipients)).toEqual([['wai@new.example']]);
  const { subject, text, html } = await desk.getMail({ params: { id: told[0]?.id ?? '' } });
  expect(subject).toMatch(/^You can sign in at /);
  for (const part of ['Wai Ting', '/login']) expect([text.includes(part), html.includes(part)]).toEqual([true, true]);
  expect(`${text}${html}`).not.toMatch(/\/password\/|until/);
  expect((await visitor.client.signInToSite({ body: { email: 'wai@new.example', password } })).customer?.name).toBe('Wai Ting');
  const invited = await desk.createCustomer({ body: { name: 'Ina Vited', email: 'ina@new.example' } });
  const ina = await aSignedInCustomer(app, invited.id, 'ina@new.example');
  expect((await ina.client.getSiteSession({})).customer?.name).toBe('Ina Vited');
  await desk.changeSettings({ body: { siteRegistration: 'none' } });
  expect(await visitor.client.registerCustomer({ body: { name: 'X', email: 'x@new.example' } }).catch(codeOf)).toBe('site.registration_off');
  await desk.changeSettings({ body: { siteRegistration: 'automatic' } });
});

test('one address is two customers in two accounts, and a session belongs to one', async () => {
  const stranger = app.stranger.client;
  const theirs = await stranger.createCustomer({ body: { name: 'Dana Elsewhere', email: 'dana@acme.example' } });
  await stranger.inviteToSite({ params: { id: theirs.id } });
  const there = aVisitor(app, 'other');
  const token = await mailedToken(app, 'dana@acme.example', app.stranger);
  // The link is the other account's: here it is nothing.
  expect(await aVisitor(app, 'main').client.redeemPasswordLink({ params: { token }, body: { password } }).catch(codeOf)).toBe('password_reset.gone');
  await there.client.redeemPasswordLink({ params: { token }, body: { password: 'words of the other store' } });
  expect((await there.client.getSiteSession({})).customer?.name).toBe('Dana Elsewhere');
  expect(await there.client.signInToSite({ body: { email: 'dana@acme.example', password } }).catch(codeOf)).toBe('session.wrong_credentials');
  const crossed = await app.fetch('/api/site/v1/session', {
    headers: { 'backdesk-account': 'main', cookie: [...there.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(((await crossed.json()) as { customer: unknown }).customer).toBeNull();
});

test('cookies of one side open nothing on the other', async () => {
  const staffCookie = (app.owner.headers.cookie ?? '').replace('backdesk-staff', 'backdesk-customer');
  const asCustomer = await app.fetch('/api/site/v1/saved-carts', { headers: { cookie: staffCookie } });
  expect(asCustomer.status).toBe(401);
  const visitor = aVisitor(app, 'main');
  await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password } });
  const cookie = [...visitor.cookies].map(([name, value]) => `${name.replace('backdesk-customer', 'backdesk-staff')}=${value}`).join('; ');
  expect((await app.fetch('/api/v1/session', { headers: { cookie } })).status).toBe(401);
});

test('with guests only nobody signs in, and who was is a guest', async () => {
  const visitor = aVisitor(app, 'main');
  await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password } });
  await desk.changeSettings({ body: { siteSignIn: 'guest_only' } });
  expect(await visitor.client.getSiteSession({})).toMatchObject({ customer: null, registration: 'none' });
  expect(await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password } }).catch(codeOf)).toBe('site.sign_in_off');
  expect(await desk.inviteToSite({ params: { id: shop.customerId } }).catch(codeOf)).toBe('site.sign_in_off');
  await desk.changeSettings({ body: { siteSignIn: 'optional' } });
});

test('a profile, a password and an address book of one’s own', async () => {
  const visitor = aVisitor(app, 'main');
  await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password } });
  const { client } = visitor;
  expect((await client.changeProfile({ body: { phone: '555 0100' } })).customer?.phone).toBe('555 0100');
  expect(await client.changeSitePassword({ body: { currentPassword: 'nope', newPassword: 'a river of new words' } }).catch(codeOf)).toBe('request.invalid');
  await client.changeSitePassword({ body: { currentPassword: password, newPassword: 'a river of new words' } });
  expect((await client.getSiteSession({})).customer?.name).toBe('Dana Fox');
  const address = { line1: '1 Main St', city: 'New York', region: 'NY', postcode: '10001', country: 'US' };
  const added = await client.addOwnAddress({ body: { label: 'Office', address } });
  expect((await client.changeOwnAddress({ params: { id: added.id }, body: { label: 'Head office' } })).label).toBe('Head office');
  await client.deleteOwnAddress({ params: { id: added.id } });
  expect((await client.listOwnAddresses({})).items).toEqual([]);
});
