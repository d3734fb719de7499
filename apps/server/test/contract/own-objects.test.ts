// Walks every route again, as every role, an API key and nobody, on what is ours, another account's and missing. What is
// allowed works or says a reason of its own, what is not is 403, foreign and missing are one 404. Each answers what its schema says
// (the test app holds it to that), a key repeats the answer, nothing is a 500, and a body that is too large is not read.
import type { ProblemCode } from '@backdesk/contract/problem.ts';
import type { Route } from '@backdesk/contract/route.ts';
import { routes } from '@backdesk/contract/routes.ts';
import type { Permission } from '@backdesk/domain/staff/permissions.ts';
import type { RoleName } from '@backdesk/domain/staff/roles.ts';
import { permissionsOf } from '@backdesk/domain/staff/roles.ts';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { anAddress, aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import type { Caller } from '../support/create-test-app.ts';
import { createTestApp, ownerEmail, ownerPassword } from '../support/create-test-app.ts';

type Name = keyof typeof routes;
const app = await createTestApp();
afterAll(() => app.close());

const shop = await aShop(app);
await aPriceList(app);
const { client } = app.owner;
const anotherRole = await client.createPriceRole({ body: { name: 'Takes over' } });
const taxRate = { code: 'T', name: 'Tax', ratePpm: 80_000, country: 'DE' };
const aPicture = new Blob([
  await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer(),
]);
let made = 0;
const aProduct = () => {
  made += 1;
  const variants = [{ sku: `OWN-${made}`, options: [{ name: 'Size', value: 'S' }] }];
  return client.createProduct({ body: { code: `OWN-${made}`, name: 'To be deleted', variants, imageUrl: 'https://pictures.example/mug.png' } });
};

/** A draft with a line that is ready to be submitted, with a mailed estimate. */
async function anOrder(): Promise<{ readonly id: string; readonly lineId: string; readonly mailId: string }> {
  const { id } = await client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
  await readyToSubmit(app, id);
  await client.issueEstimate({ params: { id }, body: { email: 'dana@acme.example' } });
  const order = await client.getOrder({ params: { id } });
  const mails = await client.listMails({ query: { orderId: id } });
  return { id, lineId: order.lines[0]?.id ?? '', mailId: mails.items[0]?.id ?? '' };
}

const aBulkEdit = async () => ({ products: { ids: [(await aProduct()).id] }, change: { kind: 'publication', published: true } });

const aField = () => {
  made += 1;
  return { code: `own_${made}`, label: 'Own', type: 'text' as const };
};

/** What a write needs to be accepted; made when it is called, because some writes use up what they are given. */
const bodies: Partial<Record<Name, () => unknown>> = {
  createApiKey: () => ({ name: 'A key' }),
  changePassword: () => ({ currentPassword: ownerPassword, newPassword: ownerPassword }),
  changeStaff: () => ({ roles: ['sales'] }),
  setSignInRules: () => ({ requiresSecondFactor: false }),
  createInvitation: () => ({ email: `${Math.random()}@shop.example`, roles: ['viewer'] }),
  createOrder: () => ({ customerId: shop.customerId, lines: [{ sku: 'PEN', quantity: 100 }] }),
  changeOrder: () => ({ name: 'Named' }),
  addLines: () => ({ custom: { name: 'Setup', unitPrice: '10', quantity: 1 } }),
  changeLine: () => ({ quantity: 3 }),
  setShipping: () => ({ address: anAddress }),
  setShippingMethod: () => ({ rateId: null }),
  setBilling: () => ({ sameAsShipping: true }),
  setPayment: () => ({ method: 'purchase_order', poNumber: 'PO-1' }),
  setDiscounts: () => ({ discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm: 50_000 } }] }),
  sendEstimate: () => ({ email: 'dana@acme.example' }),
  writeMessage: () => ({ text: 'Hello' }),
  saveTemplate: () => ({ name: `Own ${Math.random()}` }),
  startFromTemplate: () => ({ customerId: shop.customerId }),
  recordAcceptance: () => ({ channel: 'phone', name: 'Dana Fox' }),
  extendEstimate: () => ({ validUntil: '2027-01-31' }),
  undoChange: () => ({ version: 1, index: 0 }),
  createCustomer: () => ({ name: 'Someone' }),
  changeCustomer: () => ({ title: 'Buyer' }),
  addCustomerAddress: () => ({ address: anAddress }),
  createCustomerField: aField,
  createOrderField: aField,
  reorderCustomerFields: async () => ({ ids: (await client.listCustomerFields({})).items.map(({ id }) => id) }),
  reorderOrderFields: async () => ({ ids: (await client.listOrderFields({})).items.map(({ id }) => id) }),
  createProduct: () => ({ code: `P-${Math.random()}`, name: 'Product', variants: [{ sku: `S-${Math.random()}` }] }),
  changeProduct: () => ({ name: 'Gone soon' }),
  changeVariant: () => ({ weightGrams: 12 }),
  setConfiguration: () => ({ options: [] }),
  createDiscount: () => ({ name: 'Ours', code: `C-${Math.random()}`, value: { kind: 'percentage', ppm: 50_000 } }),
  changeDiscount: () => ({ name: 'Renamed' }),
  setImages: () => ({ images: [{ url: 'https://pictures.example/mug.png', alt: 'A mug' }] }),
  fetchPictureAgain: () => ({ url: 'https://pictures.example/mug.png' }),
  previewBulkEdit: aBulkEdit,
  startBulkEdit: aBulkEdit,
  addVariants: () => ({ variants: [{ sku: `V-${Math.random()}`, options: [{ name: 'Size', value: 'M' }] }] }),
  setOptions: () => ({ options: [{ from: 'Size', name: 'Fit', values: [{ from: 'S', name: 'Small' }] }] }),
  deleteVariants: () => ({ variantIds: [missing] }),
  restoreVariants: () => ({ variantIds: [missing] }),
  setBuyers: () => ({ rules: [] }),
  setUnitList: () => ({ items: [] }),
  setCharges: () => ({ charges: [] }),
  setParts: () => ({ parts: [] }),
  setPricePeriods: () => ({ periods: [] }),
  setCosts: () => ({ costs: [{ variantId: missing, unitCost: '1' }] }),
  createCategory: () => ({ name: `Category ${Math.random()}` }),
  changeCategory: () => ({ name: `Renamed ${Math.random()}` }),
  setProductCategories: () => ({ categoryIds: [] }),
  createCompany: () => ({ name: `Company ${Math.random()}` }),
  changeCompany: () => ({ notes: 'Closed on Mondays' }),
  changeCompanyTerms: () => ({ terms: 'Net 30' }),
  addCompanyContacts: () => ({ customerIds: [shop.customerId] }),
  addCompanyAddress: () => ({ address: anAddress }),
  changeCompanyAddress: () => ({ address: anAddress }),
  createPriceRole: () => ({ name: `Role ${Math.random()}` }),
  changePriceRole: () => ({ name: `Renamed ${Math.random()}` }),
  mergePriceRole: () => ({ intoId: anotherRole.id }),
  setCustomerPriceRole: () => ({ roleId: null }),
  setRolePrices: () => ({ breaks: [{ quantity: 1, extendedPrice: '8.50' }] }),
  createTaxRate: () => ({ ...taxRate, code: `T-${Math.random()}` }),
  changeTaxRate: () => ({ ...taxRate, code: `T-${Math.random()}` }),
  createShippingZone: () => ({ name: 'All', areas: [{ country: 'FR' }] }),
  createPickupPlace: () => aPlace(),
  changePickupPlace: () => aPlace(),
  tryPricing: () => ({ place: { country: 'US' }, cart: { itemsAmount: 100 } }),
  setMailTemplate: () => ({ name: 'order_received', subject: '{order}', text: 'Thank you.' }),
  resetMailTemplate: () => ({ name: 'order_received' }),
  previewMailTemplate: () => ({ name: 'order_received', subject: '{order}', text: 'Thank you.' }),
  reportBounce: async () => ({ messageId: (await anOrder()).mailId }),
  matchRows: () => ({ rows: [{ readings: [{ words: 'TEE', quantity: 1 }] }] }),
};

const aCartLink = async () => {
  const saved = await anOrder();
  await client.saveAsCart({ params: { id: saved.id }, body: {} });
  return (await client.shareCart({ params: { id: saved.id }, body: {} })).id;
};
const aPlace = () => ({ name: `Place ${Math.random()}`, address: anAddress });

/** What the route's verb says in the state our order is in; all others succeed. */
const mayRefuse: Partial<Record<Name, readonly ProblemCode[]>> = {
  // No mail server is set here: what was kept cannot come back.
  reportBounce: ['bounce.not_sent'],
  // The change named is the making of the draft, which cannot be undone.
  undoChange: ['request.invalid'],
  // The variant named is none of the product.
  setCosts: ['request.invalid'],
  deleteVariants: ['request.invalid'],
  restoreVariants: ['request.invalid'],
  // Nobody has accepted it.
  dropChanges: ['estimate.not_open'],
  // It was sent without being held: scenarios of outbox/sending.
  undoSending: ['estimate.already_sent'],
  readCertificate: ['estimate.not_accepted'],
  // Nobody here has one.
  resetSecondFactor: ['second_factor.off'],
  // It is not deleted.
  restoreOrder: ['not_found'],
  restoreCompany: ['not_found'],
  restoreCustomer: ['not_found'],
  restoreProduct: ['not_found'],
  // It is an estimate: what becomes of submitted orders is in scenarios/after-submission.
  approveOrder: ['order.no_such_transition'],
  declineOrder: ['order.no_such_transition'],
  reopenOrder: ['order.no_such_transition'],
  cancelOrder: ['order.no_such_transition'],
  shipOrder: ['order.not_shippable'],
  changeTracking: ['fulfilment.not_found'],
  voidFulfilment: ['order.not_shippable'],
  // Its job did not run yet: undoing is in scenarios/bulk-edit.
  undoBulkEdit: ['product_edit.running'],
  // It is an estimate and no saved cart.
  takeBack: ['order.no_such_transition'],
  shareCart: ['cart_link.not_saved'],
  // The customer has no address to be invited by, and did not register.
  inviteToSite: ['site.no_email'],
  approveSiteAccess: ['conflict'],
  // Nothing uses it yet: it is its sender's alone.
  readFile: ['not_found'],
  readThumbnail: ['not_found'],
};

/** A session of the caller beside the one they ask with. A key has none. */
async function anotherSession({ caller, email }: Who): Promise<string> {
  if (email === null) return missing;
  await app.anonymous.request('POST', '/api/v1/session', { email, password: ownerPassword });
  const { items } = await caller.client.listSessions({});
  return items.find((item) => !item.isCurrent)?.id ?? missing;
}

async function pathOf(route: Route, who: Who): Promise<string> {
  const order = route.path.startsWith('/api/v1/orders/{id}') ? await anOrder() : undefined;
  const book = route.path.startsWith('/api/v1/customers/{id}/addresses/{')
    ? await client.createCustomer({ body: { name: 'Somewhere', addresses: [{ address: anAddress }] } })
    : undefined;
  const company = route.path.startsWith('/api/v1/companies/{id}')
    ? await client.createCompany({ body: { name: `Own ${Math.random()}`, addresses: [{ address: anAddress }] } })
    : undefined;
  const zone = async () =>
    (await client.createShippingZone({ body: { name: 'Own', areas: [{ country: 'IT' }], rates: [{ name: 'Flat', terms: { kind: 'flat', amount: 1 } }] } })).id;
  const ids: Readonly<Record<string, () => string | Promise<string>>> = {
    orders: () => order?.id ?? '',
    lines: () => order?.lineId ?? '',
    estimates: () => '1',
    fulfilments: () => missing,
    templates: async () => (await client.saveTemplate({ params: { id: (await anOrder()).id }, body: { name: `Own ${Math.random()}` } })).id,
    customers: async () => book?.id ?? (await client.createCustomer({ body: { name: 'To be deleted' } })).id,
    products: async () => (await aProduct()).id,
    variants: async () => (await aProduct()).variants[0]?.id ?? '',
    discounts: async () => (await client.createDiscount({ body: { name: 'Own', code: `C-${Math.random()}`, value: { kind: 'percentage', ppm: 1 } } })).id,
    'product-edits': async () => {
      const products = { ids: [(await aProduct()).id] };
      return (await client.startBulkEdit({ body: { products, change: { kind: 'publication', published: true } } })).id;
    },
    categories: async () => (await client.createCategory({ body: { name: `Own ${Math.random()}` } })).id,
    companies: () => company?.id ?? '',
    addresses: () => (book ?? company)?.addresses[0]?.id ?? '',
    contacts: () => shop.customerId,
    'price-roles': async () => (await client.createPriceRole({ body: { name: `Own ${Math.random()}` } })).id,
    mails: () => order?.mailId ?? '',
    outbox: async () => (await anOrder()).mailId,
    'api-keys': async () => (await client.createApiKey({ body: { name: 'Own' } })).id,
    staff: async () => (await app.person(`${Math.random()}@shop.example`, ['viewer'])).staffId,
    invitations: async () => (await client.createInvitation({ body: { email: `${Math.random()}@shop.example`, roles: ['viewer'] } })).id,
    sessions: () => anotherSession(who),
    'tax-rates': async () => (await client.createTaxRate({ body: { ...taxRate, code: `T-${Math.random()}` } })).id,
    'customer-fields': async () => (await client.createCustomerField({ body: aField() })).id,
    'order-fields': async () => (await client.createOrderField({ body: aField() })).id,
    'shipping-zones': zone,
    files: async () => (await client.uploadFile({ query: { fileName: 'a.png' }, body: aPicture })).id,
    'cart-links': aCartLink,
    'estimate-links': async () => (await client.listEstimateLinks({ params: { id: (await anOrder()).id } })).items[0]?.id ?? '',
    'pickup-places': async () => (await client.createPickupPlace({ body: aPlace() })).id,
  };
  const idOf = (noun: string) => {
    const make = ids[noun];
    if (make === undefined) throw new Error(`Say in this test how to make one of /${noun}/{…}: the walk has to know whose it is.`);
    return make();
  };
  const parts = route.path.split('/');
  const filled = parts.map((part, index) => (part.startsWith('{') ? idOf(parts[index - 1] ?? '') : part));
  return (await Promise.all(filled)).join('/');
}

// Signing out would end the walk, a second factor changes how one signs in, imports, uploads and reports are files, and a stream never ends while
// presence and several calls in one request keep no key (said twice it is the same; each call has its own): each has a story of its own.
const second: readonly Name[] = ['startSecondFactor', 'confirmSecondFactor', 'removeSecondFactor', 'renewBackupCodes'];
const alone: readonly Name[] = ['signOut', ...second, 'uploadFile', 'readBounceReport', 'followOrders', 'showPresence', 'endPresence', 'makeCalls'];
const walked = (Object.entries(routes) as readonly (readonly [Name, Route])[]).filter(
  ([name, route]) => route.audience === 'staff' && !alone.includes(name) && !route.path.startsWith('/api/v1/imports'),
);

/** What opens something does not lie in the database as it is. */
async function expectSealed(route: Route, answer: string): Promise<void> {
  if (route.answersSecret !== true) return;
  const kept = await app.db.selectFrom('idempotency_keys').select('body').execute();
  expect(kept.map((row) => row.body)).not.toContain(answer);
}

/** Somebody who walks: what they may do is what their role says. */
type Who = { readonly caller: Caller; readonly email: string | null; readonly permissions: ReadonlySet<Permission> | null };
const missing = '0199aaaa-0000-7000-8000-00000000dead';
const member = async (role: RoleName, where: 'main' | 'other'): Promise<Who> => {
  const caller = await app.person(`${role}.walks@${where}.example`, [role], { in: where });
  return { caller, email: caller.email, permissions: permissionsOf([role]) };
};
const whoIs: Readonly<Record<string, Who>> = {
  owner: { caller: app.owner, email: ownerEmail, permissions: permissionsOf(['owner']) },
  sales: await member('sales', 'main'),
  approver: await member('approver', 'main'),
  viewer: await member('viewer', 'main'),
  key: { caller: app.apiKey, email: null, permissions: permissionsOf(['owner']) },
  anonymous: { caller: app.anonymous, email: null, permissions: null },
};
/** The same people in the other account: to them all of ours is foreign. */
const strangers: Readonly<Record<string, Who>> = {
  owner: await member('owner', 'other'),
  sales: await member('sales', 'other'),
  approver: await member('approver', 'other'),
  viewer: await member('viewer', 'other'),
};
const callers = Object.entries(whoIs);
let steps = 0;
const mayUse = ({ permissions }: Who, route: Route) => permissions !== null && (route.permission === null || permissions.has(route.permission));

/** What must be asked with. */
const questions: Partial<Record<Name, string>> = { findCustomerByEmail: '?email=nobody@acme.example' };

/** What a key may not do although its role may: it is no person. */
const notForKeys: Partial<Record<Name, string>> = { endSession: 'not_found', changePassword: 'request.forbidden' };

describe.each(callers)('as %s', (who, walker) => {
  const { caller } = walker;
  test.each(walked)('%s works on what is ours, and a key repeats its answer', async (name, route) => {
    steps += 1;
    if (!mayUse(walker, route)) return expectRefused(walker, route, await sharedPath(route));
    const path = (await pathOf(route, walker)) + (questions[name] ?? '');
    const body = route.body === undefined ? undefined : ((await bodies[name]?.()) ?? {});
    const key: Record<string, string> = route.method === 'GET' ? {} : { 'idempotency-key': `${who}-${name}` };
    const first = await caller.request(route.method, path, body, key);
    const text = await first.text();
    expect(first.status, text).toBeLessThan(500);
    const forKey = who === 'key' ? notForKeys[name] : undefined;
    if (!first.ok) {
      // A business reason of the route's own, or nothing: never a permission that the role has.
      const { code } = JSON.parse(text) as { readonly code: ProblemCode };
      if (forKey !== undefined) expect(code).toBe(forKey);
      else expect(mayRefuse[name] ?? [], text).toContain(code);
      return;
    }
    expect([first.status, forKey]).toEqual([route.status, undefined]);
    if (route.method === 'GET' || !first.ok) return;
    const again = await caller.request(route.method, path, body, key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([first.status, 'true']);
    expect(await again.text()).toBe(text);
    await expectSealed(route, text);
    if (body === undefined) return;
    const other = await caller.request(route.method, path, { ...(body as object), reallyAnother: true }, key);
    expect(other.status).toBe(422);
  });
});

const shared = new Map<string, Promise<string>>();
/** One object of ours for all who are not to get at it. */
function sharedPath(route: Route): Promise<string> {
  const path = shared.get(route.path) ?? pathOf(route, whoIs.owner as Who);
  shared.set(route.path, path);
  return path;
}

const send = async ({ caller }: Who, route: Route, path: string) => {
  const response = await caller.request(route.method, path, route.body === undefined ? undefined : {});
  return { status: response.status, code: ((await response.json()) as { readonly code: string }).code };
};

async function expectRefused(walker: Who, route: Route, path: string): Promise<void> {
  const refused = walker.permissions === null ? { status: 401, code: 'request.unauthenticated' } : { status: 403, code: 'request.forbidden' };
  expect(await send(walker, route, path)).toEqual(refused);
}

const withIds = walked.filter(([, route]) => route.path.includes('{'));

describe.each(callers)('as %s', (who, walker) => {
  test.each(withIds)('%s answers the same for what is foreign and what is missing', async (name, route) => {
    steps += 2;
    const nowhere = route.path.replace('{revision}', '1').replaceAll(/\{\w+\}/g, missing);
    const stranger = strangers[who] ?? walker;
    const ofOthers = await sharedPath(route);
    if (!mayUse(walker, route)) {
      await expectRefused(stranger, route, ofOthers);
      return expectRefused(walker, route, nowhere);
    }
    const body = route.body === undefined ? undefined : (bodies[name]?.() ?? {});
    const ask = async ({ caller }: Who, path: string) => {
      const response = await caller.request(route.method, path, body);
      return { status: response.status, code: ((await response.json()) as { readonly code: string }).code };
    };
    const there = await ask(walker, nowhere);
    expect(there.status).toBe(404);
    // A key belongs to one account: what is foreign to it is made by the stranger's owner.
    expect(await ask(who === 'key' ? (strangers.owner as Who) : stranger, ofOthers)).toEqual(there);
  });
});

/** Routes without a sign-in of staff, and the stories that walk them: a new one is told here or the walk is not whole. */
const toldElsewhere: Partial<Record<Name, string>> = {
  signIn: 'http/sign-in',
  signOut: 'http/sign-in',
  startSecondFactor: 'scenarios/second-factor',
  confirmSecondFactor: 'scenarios/second-factor',
  removeSecondFactor: 'scenarios/second-factor',
  renewBackupCodes: 'scenarios/second-factor',
  requestPasswordReset: 'scenarios/forgotten-password',
  redeemPasswordReset: 'scenarios/forgotten-password',
  openInvitation: 'scenarios/staff-access',
  acceptInvitation: 'scenarios/staff-access',
  getEstimatePage: 'below, by the link',
  acceptEstimate: 'scenarios/estimate-decisions',
  noteEstimateRead: 'scenarios/estimate-links',
  declineEstimate: 'scenarios/estimate-decisions',
  requestEstimateChanges: 'scenarios/estimate-decisions',
  followOrders: 'scenarios/live',
  showPresence: 'scenarios/live',
  endPresence: 'scenarios/live',
  makeCalls: 'http/calls',
  readEarlierRevision: 'scenarios/estimate-revisions',
  sendPurchaseOrder: 'scenarios/estimate-evidence',
  readOwnCertificate: 'scenarios/estimate-evidence',
  readDocument: 'scenarios/estimate-document',
  listEstimateMessages: 'scenarios/order-messages',
  writeEstimateMessage: 'scenarios/order-messages',
  readBounceReport: 'outbox/bounces',
  uploadFile: 'scenarios/files',
  readEstimateFile: 'scenarios/files',
  readEstimateThumbnail: 'scenarios/files',
  readProductPicture: 'scenarios/files',
};

test('the walk is whole: every route, every caller, what is ours, foreign and missing', () => {
  const unwalked = Object.entries(routes).filter(([name]) => !walked.some(([one]) => one === name));
  // The customers' side has a walk of its own: contract/site-walk.
  const untold = unwalked.filter(([name, route]) => toldElsewhere[name as Name] === undefined && !/^\/api\/(v1\/imports|site\/)/.test(route.path));
  expect(untold.map(([name]) => name)).toEqual([]);
  // Computed from the table: it grows with the routes. The floor is what it was when this was written.
  expect(steps).toBeGreaterThanOrEqual(1104);
  expect(steps).toBe(callers.length * (walked.length + 2 * withIds.length));
  process.stdout.write(`Walked ${steps} steps: ${walked.length} routes as ${callers.map(([who]) => who).join(', ')}, on what is ours, foreign and missing.\n`);
});

const withBody = walked.filter(([, route]) => route.body !== undefined);
test.each(withBody)('%s does not read a body that is too large', async (_name, route) => {
  const path = route.path
    .replaceAll(/\{\w+\}/g, '0199aaaa-0000-7000-8000-00000000dead')
    .replace('estimates/0199aaaa-0000-7000-8000-00000000dead', 'estimates/1');
  const response = await app.owner.request(route.method, path, JSON.stringify({ padding: 'x'.repeat(12_000_000) }));
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'request.too_large']);
});

test('the customer finds the page by the link and nothing by half of it', async () => {
  const { id } = await anOrder();
  const { url } = await client.copyEstimateLink({ params: { id, revision: 1 } });
  const token = url.split('/e/')[1] ?? '';
  const page = (text: string) => app.fetch(`/api/estimates/v1/${text}`);
  expect((await page(token)).status).toBe(200);
  const wrong = await Promise.all([token.slice(0, 30), `${token}x`, token.toLowerCase(), 'x'.repeat(43)].map(page));
  expect(wrong.map((response) => response.status)).toEqual([404, 404, 404, 404]);
  const bodies404 = (await Promise.all(wrong.map((response) => response.json()))) as readonly { readonly code: string }[];
  expect(new Set(bodies404.map((body) => body.code))).toEqual(new Set(['not_found']));
});
