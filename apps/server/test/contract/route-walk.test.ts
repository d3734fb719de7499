// Walks every route of the contract's table: no sign-in, a role without the permission, another account's object, a missing
// one, bad bodies. What is added to the table is walked without a word here, but for the sample body of a write.
import { problemCodesOf } from '@backdesk/contract/openapi.ts';
import type { Route } from '@backdesk/contract/route.ts';
import { routes } from '@backdesk/contract/routes.ts';
import type { RoleName } from '@backdesk/domain/staff/roles.ts';
import { roleNames, rolePermissions } from '@backdesk/domain/staff/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { joinHandlers } from '../../src/app.ts';
import { attemptsStore } from '../../src/db/attempts-store.ts';
import { createLimits } from '../../src/modules/access/limits.ts';
import { tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor } from '../support/a-visitor.ts';
import type { Caller } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

type Name = keyof typeof routes;
const app = await createTestApp();
const served = joinHandlers(app.services, createLimits({ store: attemptsStore(app.db, app.clock.now), now: app.clock.now, searchesPerMinute: 0 }), app.hub);
const all = (Object.entries(routes) as readonly (readonly [Name, Route])[]).filter(([name]) => served[name] !== undefined);
const staffRoutes = all.filter(([, route]) => route.audience === 'staff');
const missing = '0199aaaa-0000-7000-8000-00000000dead';

type Asks = Pick<Caller, 'request'>;
const callers = new Map<RoleName, Caller>();
/** Somebody at the site: a guest with their cookie, and a customer. */
let guest: Asks = app.anonymous;
let customer: Asks = app.anonymous;
const callerOf = ({ audience }: Route): Asks =>
  audience === 'open' ? app.anonymous : audience === 'site' ? guest : audience === 'customer' ? customer : app.owner;
/** Ids of what the first account owns, by the part of the path before them. */
const own: Record<string, string> = {};
beforeAll(async () => {
  for (const role of roleNames) callers.set(role, await app.as(role));
  const shop = await aShop(app);
  own.customers = shop.customerId;
  own.products = Object.values(shop.products)[0] ?? '';
  own.variants = Object.values(shop.variants)[0] ?? '';
  const { client } = app.owner;
  own.addresses = (
    await client.addCustomerAddress({
      params: { id: own.customers },
      body: { address: { line1: 'A', city: 'B', region: 'NY', postcode: '10001', country: 'US' } },
    })
  ).id;
  const owner = (await client.listStaff({})).items[0]?.id ?? '';
  own.staff = owner;
  own.sessions = (await client.listSessions({})).items[0]?.id ?? '';
  own.invitations = (await client.createInvitation({ body: { email: 'ours@shop.example', roles: ['viewer'] } })).id;
  own.orders = (await client.createOrder({ body: { customerId: shop.customerId } })).id;
  const added = await client.addLines({ params: { id: own.orders }, body: { variantId: own.variants, quantity: 12 } });
  own.fulfilments = missing;
  own.lines = added.changedLines[0]?.id ?? '';
  const offered = await client.createOrder({ body: { customerId: shop.customerId, lines: [{ variantId: own.variants, quantity: 12 }] } });
  await client.issueEstimate({ params: { id: offered.id }, body: {} });
  // The token stands after the version in its path: "/api/estimates/v1/{token}".
  own.v1 = tokenOf((await client.copyEstimateLink({ params: { id: offered.id, revision: 1 } })).url);
  own['estimate-links'] = (await client.listEstimateLinks({ params: { id: offered.id } })).items[0]?.id ?? '';
  own['api-keys'] = (await client.createApiKey({ body: { name: 'Ours' } })).id;
  own.templates = (await client.saveTemplate({ params: { id: own.orders }, body: { name: 'Ours' } })).id;
  own['tax-rates'] = (await client.createTaxRate({ body: taxRate })).id;
  own['pickup-places'] = (await client.createPickupPlace({ body: pickupPlace })).id;
  own['customer-fields'] = (await client.createCustomerField({ body: field })).id;
  own['order-fields'] = (await client.createOrderField({ body: field })).id;
  const company = await client.createCompany({ body: { name: 'Ours Ltd', addresses: [{ address: pickupPlace.address }] } });
  own.companies = company.id;
  own.addresses = company.addresses[0]?.id ?? '';
  own.contacts = shop.customerId;
  own['price-roles'] = (await client.createPriceRole({ body: { name: 'Ours' } })).id;
  own.discounts = (await client.createDiscount({ body: aDiscount })).id;
  const visitor = aVisitor(app, 'main');
  await visitor.client.addCartLines({ body: { lines: [{ variantId: own.variants }] } });
  guest = visitor;
  customer = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example', aVisitor(app, 'main'));
  own['product-edits'] = (await client.startBulkEdit({ body: aBulkEdit(own.products) })).id;
  own.categories = (await client.createCategory({ body: { name: 'Ours' } })).id;
  own.files = (await client.uploadFile({ query: { fileName: 'a.svg' }, body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })).id;
  own['shipping-zones'] = (await client.createShippingZone({ body: { name: 'All', areas: [{ country: 'US' }] } })).id;
});
afterAll(() => app.close());

const pickupPlace = { name: 'Warehouse', address: { line1: 'A', city: 'B', region: 'NY', postcode: '10001', country: 'US' } };
const aDiscount = { name: 'Ours', value: { kind: 'percentage', ppm: 50_000 } } as const;
const aBulkEdit = (id: string) => ({ products: { ids: [id] }, change: { kind: 'publication' as const, published: true } });
const taxRate = { code: 'T', name: 'Tax', ratePpm: 80_000, country: 'US' };

const field = { code: 'field', label: 'Field', type: 'text' } as const;

/** A well-formed body for each write whose schema requires something. */
const bodies: Partial<Record<Name, unknown>> = {
  signIn: { email: 'a@b.example', password: 'x' },
  makeCalls: { calls: [{ method: 'GET', path: '/api/v1/session' }] },
  changePassword: { currentPassword: 'x', newPassword: 'y' },
  startSecondFactor: { password: 'x' },
  confirmSecondFactor: { code: '000000' },
  removeSecondFactor: { password: 'x' },
  renewBackupCodes: { password: 'x' },
  setSignInRules: { requiresSecondFactor: false },
  requestPasswordReset: { email: 'a@b.example' },
  redeemPasswordReset: { password: 'x' },
  createInvitation: { email: 'a@b.example', roles: ['viewer'] },
  createApiKey: { name: 'A' },
  createOrder: { customerId: missing },
  addLines: { custom: { name: 'Setup', unitPrice: '10', quantity: 1 } },
  changeLine: { quantity: 2 },
  setShippingMethod: { rateId: missing },
  setBilling: { sameAsShipping: true },
  setShipping: { address: { line1: 'A', city: 'B', region: 'NY', postcode: '10001', country: 'US' } },
  setPayment: { method: 'open_account' },
  setDiscounts: { discounts: [] },
  sendEstimate: { email: 'a@b.example' },
  previewIssuedEstimate: { message: '' },
  writeMessage: { text: 'A' },
  saveTemplate: { name: 'A' },
  startFromTemplate: { customerId: missing },
  writeEstimateMessage: { text: 'A' },
  acceptEstimate: { sha256: '0'.repeat(64), name: 'A', total: { amount: 1, currency: 'USD' }, consent: 'I accept.' },
  noteEstimateRead: { sha256: '0'.repeat(64) },
  declineEstimate: { sha256: '0'.repeat(64), reason: 'price' },
  requestEstimateChanges: { sha256: '0'.repeat(64), comments: [{ text: 'A' }] },
  recordAcceptance: { channel: 'phone', name: 'A' },
  extendEstimate: { validUntil: '2027-01-31' },
  undoChange: { version: 1, index: 0 },
  showPresence: { tabId: missing },
  setMailTemplate: { name: 'order_received', subject: 'A', text: 'B' },
  resetMailTemplate: { name: 'order_received' },
  previewMailTemplate: { name: 'order_received', subject: 'A', text: 'B' },
  showOwnPresence: { tabId: missing },
  setCartCodes: { codes: ['A'] },
  createCustomer: { name: 'A' },
  addCustomerAddress: { address: { line1: 'A', city: 'B', region: 'NY', postcode: '10001', country: 'US' } },
  createCustomerField: field,
  createOrderField: field,
  reorderCustomerFields: { ids: [] },
  reorderOrderFields: { ids: [] },
  createProduct: { code: 'A', name: 'A', variants: [{ sku: 'A' }] },
  setConfiguration: { options: [] },
  setOptions: { options: [] },
  addVariants: { variants: [{ sku: 'A' }] },
  deleteVariants: { variantIds: [missing] },
  restoreVariants: { variantIds: [missing] },
  setImages: { images: [] },
  fetchPictureAgain: { url: 'https://pictures.example/a.png' },
  previewBulkEdit: aBulkEdit(missing),
  startBulkEdit: aBulkEdit(missing),
  setBuyers: { rules: [] },
  setCharges: { charges: [] },
  setParts: { parts: [] },
  setPricePeriods: { periods: [] },
  setCosts: { costs: [{ variantId: missing, unitCost: '1' }] },
  createCategory: { name: 'A' },
  createDiscount: aDiscount,
  setProductCategories: { categoryIds: [] },
  createCompany: { name: 'A' },
  addCompanyContacts: { customerIds: [missing] },
  addCompanyAddress: { address: { line1: 'A', city: 'B', country: 'US' } },
  changeCompanyAddress: { address: { line1: 'A', city: 'B', country: 'US' } },
  createPriceRole: { name: 'A' },
  mergePriceRole: { intoId: missing },
  setCustomerPriceRole: { roleId: null },
  setRolePrices: { breaks: [] },
  createTaxRate: taxRate,
  changeTaxRate: taxRate,
  createShippingZone: { name: 'A', areas: [{ country: 'US' }] },
  createPickupPlace: pickupPlace,
  changePickupPlace: pickupPlace,
  matchRows: { rows: [{ readings: [{ words: 'TEE', quantity: 1 }] }] },
  signInToSite: { email: 'a@b.example', password: 'x' },
  registerCustomer: { name: 'A', email: 'a@b.example' },
  requestSitePassword: { email: 'a@b.example' },
  redeemPasswordLink: { password: 'x' },
  addCartLines: { lines: [{ variantId: missing }] },
  changeCartLine: { quantity: 2 },
  setCartContact: { name: 'A', email: 'a@b.example' },
  setCartShipping: { address: { line1: 'A', city: 'B', region: 'NY', postcode: '10001', country: 'US' } },
  setCartMethod: { rateId: missing },
  setCartBilling: { sameAsShipping: true },
  setCartPayment: { method: 'open_account' },
  renameSavedCart: { name: 'A' },
  changeSavedLine: { quantity: 2 },
  addOwnAddress: { address: { line1: 'A', city: 'B', region: 'NY', postcode: '10001', country: 'US' } },
  changeSitePassword: { currentPassword: 'x', newPassword: 'y' },
  reportBounce: { messageId: missing },
  tryPricing: { place: { country: 'US' }, cart: { itemsAmount: 100 } },
};

/** The path with its parameters filled: `ids` answers for the noun that stands before one. */
function pathOf(route: Route, ids: (noun: string) => string): string {
  const parts = route.path.split('/');
  return parts.map((part, index) => (part === '{revision}' ? '1' : part.startsWith('{') ? ids(parts[index - 1] ?? '') : part)).join('/');
}

function send(caller: Asks, [name, route]: readonly [Name, Route], path: string, body?: unknown): Promise<Response> {
  const csv = route.bodyType === undefined ? {} : { 'content-type': route.bodyType };
  const query = name === 'startImport' ? '?kind=products' : name === 'followOrders' || name === 'followOwnOrders' ? `?orders=${missing}` : '';
  return caller.request(route.method, path + query, route.body === undefined ? undefined : (body ?? bodies[name] ?? (route.bodyType ? 'a,b' : {})), csv);
}

/** What was said, once it is certain that the document says it too. */
async function said(response: Response, [name, route]: readonly [Name, Route]): Promise<{ readonly status: number; readonly code: string }> {
  expect(response.headers.get('content-type'), name).toBe('application/problem+json; charset=utf-8');
  const { code } = (await response.json()) as { readonly code: string };
  expect(problemCodesOf(route), `${name} answers a code that its document does not list`).toContain(code);
  return { status: response.status, code };
}

/** What the server alone says, and what is nothing at all: refused wherever the schema does not name it. */
const ours = `colour id accountId account_id version number orderNumber stage status totals total price unitPrice tax owner ownerStaffId
  role roles permissions isOwner createdAt createdBy updatedAt deletedAt submittedAt hash token passwordHash __proto__x constructor`.split(/\s+/);

const shapeOf = (body: unknown): ReadonlySet<string> =>
  new Set(body instanceof z.ZodObject ? Object.keys(body.shape) : body instanceof z.ZodUnion ? body.options.flatMap((option) => [...shapeOf(option)]) : ours);

/** Every object in a schema, those within others too. */
function* objectsIn(schema: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof schema !== 'object' || schema === null) return;
  const json = schema as Readonly<Record<string, unknown>>;
  if (json.type === 'object' && json.properties !== undefined) yield json;
  for (const inner of Object.values(json)) yield* objectsIn(inner);
}

describe('every route', () => {
  test.each(staffRoutes)('%s wants a sign-in', async (...entry) => {
    const response = await send(
      app.anonymous,
      entry,
      pathOf(entry[1], () => missing),
    );
    expect(await said(response, entry)).toEqual({ status: 401, code: 'request.unauthenticated' });
  });

  test.each(staffRoutes.filter(([, route]) => route.permission !== null))('%s is refused to roles without its permission', async (...entry) => {
    const permission = entry[1].permission;
    const others = roleNames.filter((role) => permission !== null && !rolePermissions[role].includes(permission));
    for (const role of others) {
      const caller = callers.get(role);
      if (caller === undefined) throw new Error(`Nobody is ${role}.`);
      const response = await send(
        caller,
        entry,
        pathOf(entry[1], () => missing),
      );
      expect(await said(response, entry), role).toEqual({ status: 403, code: 'request.forbidden' });
    }
  });

  const withIds = staffRoutes.filter(([, route]) => route.path.includes('{'));
  test.each(withIds)('%s answers 404 for what is missing', async (...entry) => {
    const { status } = await said(
      await send(
        app.owner,
        entry,
        pathOf(entry[1], () => missing),
      ),
      entry,
    );
    expect(status).toBe(404);
  });

  test.each(withIds)('%s answers another account as if it were missing', async (...entry) => {
    const theirs = await send(
      app.stranger,
      entry,
      pathOf(entry[1], (noun) => own[noun] ?? missing),
    );
    const nothing = await send(
      app.stranger,
      entry,
      pathOf(entry[1], () => missing),
    );
    expect(await said(theirs, entry)).toEqual(await said(nothing, entry));
  });

  const withJson = all.filter(([, route]) => route.body !== undefined && route.bodyType === undefined);
  test.each(withJson)('%s refuses unknown fields, fields of ours and what is no object', async (...entry) => {
    const [name, route] = entry;
    const path = pathOf(route, (noun) => own[noun] ?? missing);
    const caller = callerOf(route);
    const valid = (bodies[name] ?? {}) as Record<string, unknown>;
    const known = shapeOf(route.body);
    const planted = ours.filter((field) => !known.has(field)).map((field) => ({ [field]: null }));
    for (const body of [...planted.map((extra) => ({ ...valid, ...extra })), [], 'text', 7, null]) {
      const response = await send(caller, entry, path, body === null ? 'null' : JSON.stringify(body));
      expect(await said(response, entry), JSON.stringify(body)).toEqual({ status: 422, code: 'request.invalid' });
    }
  });

  test.each(withJson)('%s has no part, however deep, that takes a field it does not know', (_name, route) => {
    const schema = z.toJSONSchema(route.body as z.ZodType, { io: 'input', unrepresentable: 'any' });
    const open = [...objectsIn(schema)].filter((part) => part.additionalProperties !== false).map((part) => Object.keys(part.properties as object));
    expect(open).toEqual([]);
  });

  test.each(withJson)('%s refuses what is not JSON', async (...entry) => {
    const caller = callerOf(entry[1]);
    const response = await send(
      caller,
      entry,
      pathOf(entry[1], (noun) => own[noun] ?? missing),
      '{"half":',
    );
    expect(await said(response, entry)).toEqual({ status: 400, code: 'request.malformed_json' });
  });
});
