import { recordAcceptance as recordAcceptanceBody } from '@backdesk/contract/estimate/decision.ts';
import { type addLines as addLinesBody, createOrder as createOrderBody, setShipping as setShippingBody } from '@backdesk/contract/order/requests.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
import type { z } from 'zod';
import { type LineSnapshot, listLineSnapshots } from '../modules/catalog/queries/line-snapshots.ts';
import type { Actor } from '../modules/context.ts';
import { findLink } from '../modules/estimate/queries/links.ts';
import { recordView } from '../modules/estimate/store.ts';
import { recordAcceptance } from '../modules/order/commands/accept-estimate.ts';
import { changeLine } from '../modules/order/commands/change-line.ts';
import { changeOrder } from '../modules/order/commands/change-order.ts';
import { copyEstimateLink } from '../modules/order/commands/copy-estimate-link.ts';
import { createOrder } from '../modules/order/commands/create-order.ts';
import { issueEstimate } from '../modules/order/commands/issue-estimate.ts';
import { requestEstimateChanges } from '../modules/order/commands/request-estimate-changes.ts';
import { saveAsCart } from '../modules/order/commands/save-as-cart.ts';
import { setBilling } from '../modules/order/commands/set-billing.ts';
import { setPayment } from '../modules/order/commands/set-payment.ts';
import { setShipping } from '../modules/order/commands/set-shipping.ts';
import { setShippingMethod } from '../modules/order/commands/set-shipping-method.ts';
import { shareCart } from '../modules/order/commands/share-cart.ts';
import { submitOrder } from '../modules/order/commands/submit-order.ts';
import { withdrawEstimate } from '../modules/order/commands/withdraw-estimate.ts';
import type { OrderRecord } from '../modules/order/order-record.ts';
import { getOrderRecord } from '../modules/order/queries/get-order.ts';
import { sendArtwork } from './artwork.ts';
import { demoProducts, variantsOf } from './catalogue.ts';
import { type DemoCustomer, demoCustomers } from './customers.ts';
import type { DemoShop, Moment } from './demo-shop.ts';
import { type DemoLine, type DemoOrder, demoOrders } from './orders.ts';
import { seededRandom } from './seeded-random.ts';

export type Known = {
  /** Ids of customers by name. */
  readonly customers: ReadonlyMap<string, string>;
  /** The rate to choose, by country; '*' the rest of the world. */
  readonly rates: ReadonlyMap<string, string>;
};

/** The orders, each brought as far as it says. */
export async function seedOrders(shop: DemoShop, known: Known): Promise<void> {
  const random = seededRandom(1042);
  for (const wanted of demoOrders) await seedOrder(shop, known, wanted, typeof wanted.lines === 'number' ? pickLines(random, wanted.lines) : wanted.lines);
}

/** Lines of different products, in quantities that reach the price's second break now and then. */
function pickLines(random: () => number, count: number): readonly DemoLine[] {
  // What is nearly sold out is left for a person to run into.
  const pool = demoProducts.filter((product) => product.stock === null || product.stock > 20);
  return Array.from({ length: count }, (): DemoLine => {
    const [product] = pool.splice(Math.floor(random() * pool.length), 1);
    if (product === undefined) throw new Error('The demo asks for more lines than there are products.');
    const variants = variantsOf(product);
    const variant = variants[Math.floor(random() * variants.length)];
    const start = product.breaks[random() < 0.4 ? 1 : 0]?.[0] ?? 1;
    return [variant?.sku ?? product.code, start === 1 ? 2 + Math.floor(random() * 10) : start];
  });
}

/** The answers of a line by the ids that the catalogue gave them; a file is sent first. */
async function configurationOf(
  shop: DemoShop,
  moment: Moment,
  { configurationOptions }: LineSnapshot,
  answers: Readonly<Record<string, string>>,
): Promise<Configuration> {
  const given = Object.entries(answers).map(async ([name, answer]): Promise<readonly [string, string]> => {
    const option = configurationOptions.find((one) => one.name === name);
    if (option === undefined) throw new Error(`The demo has no option ${name}.`);
    if (option.kind === 'file') return [option.id, await sendArtwork(shop, moment, answer)];
    return [option.id, option.kind === 'choice' ? (option.values.find((value) => value.name === answer)?.id ?? answer) : answer];
  });
  return Object.fromEntries(await Promise.all(given));
}

async function requestOf(shop: DemoShop, moment: Moment, line: DemoLine): Promise<z.input<typeof addLinesBody>> {
  if (!('answers' in line)) return plainRequest(line);
  const { sku, quantity, answers } = line;
  const [snapshot] = await shop.run(moment, ({ tx, scope }) => listLineSnapshots(tx, scope, { variantIds: [], skus: [sku], roleId: null, currency: 'USD' }));
  if (snapshot === undefined) throw new Error(`The demo has no ${sku}.`);
  return { sku, quantity, configuration: await configurationOf(shop, moment, snapshot, answers) };
}

function plainRequest(line: DemoLine): z.input<typeof addLinesBody> {
  if ('section' in line) return { section: { name: line.section } };
  if ('custom' in line) return { custom: { name: line.custom, unitPrice: line.unitPrice, quantity: line.quantity, ships: line.ships ?? true } };
  if ('sku' in line) return { sku: line.sku, quantity: line.quantity };
  return { sku: line[0], quantity: line[1] };
}

async function seedOrder(shop: DemoShop, known: Known, wanted: DemoOrder, lines: readonly DemoLine[]): Promise<void> {
  const customer = demoCustomers.find((one) => one.name === wanted.customer);
  const customerId = known.customers.get(wanted.customer);
  if (customer === undefined || customerId === undefined) throw new Error(`The demo has no customer ${wanted.customer}.`);
  const moment: Moment = { by: shop[wanted.by], daysAgo: wanted.daysAgo };
  const requests = await Promise.all(lines.map((line) => requestOf(shop, moment, line)));
  const body = createOrderBody.parse({ customerId, name: wanted.name, poNumber: wanted.poNumber ?? '', lines: requests });
  const order = await shop.run(moment, (context) => createOrder(context, body));
  for (const line of lines) if ('price' in line) await overridePrice(shop, moment, order, line);
  const { note } = wanted;
  if (note !== undefined) await shop.run(moment, (context) => changeOrder(context, order.id, { noteInternal: note }));
  await seedCheckout(shop, moment, { wanted, customer, known, id: order.id });
  if (wanted.stage === 'saved_cart') {
    await shop.run(moment, (context) => saveAsCart(context, order.id, {}));
    await shop.run(moment, (context) => shareCart(context, order.id, { days: 90, message: '' }));
  }
  if (wanted.stage === 'submitted') await shop.run(moment, (context) => submitOrder(context, order.id, {}));
  if (wanted.stage === 'estimate') await seedEstimate(shop, { wanted, customer, known, id: order.id }, order);
}

async function overridePrice(shop: DemoShop, moment: Moment, order: OrderRecord, line: Extract<DemoLine, { readonly price: string }>): Promise<void> {
  const lineId = order.lines.find((one) => one.sku === line.sku)?.id ?? '';
  await shop.run(moment, (context) => changeLine(context, order.id, lineId, { override: { unitPrice: line.price, reason: line.reason } }));
}

type Checkout = { readonly wanted: DemoOrder; readonly customer: DemoCustomer; readonly known: Known; readonly id: string };

async function seedCheckout(shop: DemoShop, moment: Moment, { wanted, customer, known, id }: Checkout): Promise<void> {
  if (wanted.checkout === 'none' || customer.address === null) return;
  const address = { ...customer.address, name: customer.name, company: customer.company ?? '', phone: customer.phone };
  await shop.run(moment, (context) => setShipping(context, id, setShippingBody.parse({ address })));
  if (wanted.checkout === 'address') return;
  const rateId = known.rates.get(customer.address.country) ?? known.rates.get('*') ?? null;
  await shop.run(moment, (context) => setShippingMethod(context, id, { rateId }));
  if (wanted.checkout === 'method') return;
  await shop.run(moment, (context) => setBilling(context, id, { sameAsShipping: true, address: null, saveToCustomer: false }));
  const isOpenAccount = customer.openAccount && wanted.poNumber === undefined;
  await shop.run(moment, (context) =>
    setPayment(
      context,
      id,
      isOpenAccount ? { method: 'open_account' } : { method: 'purchase_order', poNumber: wanted.poNumber ?? `PO-${1000 + wanted.daysAgo}` },
    ),
  );
}

async function seedEstimate(shop: DemoShop, checkout: Checkout, order: OrderRecord): Promise<void> {
  const { wanted, customer } = checkout;
  const moment: Moment = { by: shop[wanted.by], daysAgo: wanted.daysAgo, hour: 16 };
  const email = wanted.sent === 'mail' && customer.email !== null ? customer.email : '';
  const issue = () =>
    shop.run(moment, (context) => issueEstimate(context, order.id, { email, alsoTo: [], cc: [], holdSeconds: 0, message: wanted.message ?? '' }));
  await issue();
  if (wanted.sent === 'link') await shop.run(moment, (context) => copyEstimateLink(context, order.id, 1));
  if (wanted.afterwards === 'changed') {
    // They looked at r1: r2 tells them what changed since.
    if (email !== '') await seedView(shop, { ...moment, hour: 17 }, { orderId: order.id, email, revision: 1 });
    const line = order.lines.find((one) => one.sku === 'MUG-11-NVY') ?? order.lines[0];
    if (line !== undefined)
      await shop.run(moment, (context) => changeLine(context, order.id, line.id, { quantity: line.sku === 'MUG-11-NVY' ? 500 : line.quantity + 12 }));
    // Other pieces weigh otherwise: the method is taken again at its price of now.
    await seedCheckout(shop, moment, checkout);
    await issue();
  }
  if (email !== '') await seedViews(shop, wanted, order.id, email);
  await seedAnswer(shop, checkout, { orderId: order.id, email });
  if (wanted.afterwards === 'withdrawn') await shop.run(moment, (context) => withdrawEstimate(context, order.id, 1));
}

/** What the customer said about it, a day later. */
async function seedAnswer(
  shop: DemoShop,
  { wanted, customer }: Checkout,
  { orderId, email }: { readonly orderId: string; readonly email: string },
): Promise<void> {
  const { afterwards } = wanted;
  const moment: Moment = { by: shop[wanted.by], daysAgo: wanted.daysAgo - 1 };
  if (afterwards === 'accepted') {
    const body = recordAcceptanceBody.parse({ channel: 'phone', name: customer.name, note: 'On the phone, as it is.' });
    await shop.run(moment, (context) => recordAcceptance(context, orderId, 1, body));
  }
  if (typeof afterwards !== 'object') return;
  await shop.run(moment, async (context) => {
    const link = await findLink(context.tx, context.scope, orderId, email);
    const { revisions } = await getOrderRecord(context.tx, context.scope, orderId);
    const actor: Actor = { kind: 'link', id: link?.id ?? '', name: customer.name, permissions: new Set() };
    const body = { sha256: revisions.at(-1)?.sha256 ?? '', name: customer.name, comments: [{ lineId: null, text: afterwards.asks }] };
    await requestEstimateChanges({ ...context, actor, email }, body);
  });
}

/** The customer opened the page, an hour apart. */
async function seedViews(shop: DemoShop, wanted: DemoOrder, orderId: string, email: string): Promise<void> {
  const revision = wanted.afterwards === 'changed' ? 2 : 1;
  for (let view = 0; view < (wanted.viewed ?? 0); view += 1)
    await seedView(shop, { by: shop[wanted.by], daysAgo: wanted.daysAgo, hour: 17 + view }, { orderId, email, revision });
}

type View = { readonly orderId: string; readonly email: string; readonly revision: number };

async function seedView(shop: DemoShop, moment: Moment, { orderId, email, revision }: View): Promise<void> {
  await shop.run(moment, async ({ tx, scope, now }) => {
    const link = await findLink(tx, scope, orderId, email);
    if (link !== undefined) await recordView(tx, scope, { linkId: link.id, orderId, revision, at: now });
  });
}
