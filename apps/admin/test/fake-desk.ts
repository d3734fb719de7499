// A desk's server in memory, for component tests: typed by the contract, priced by the domain, and slow, cut off or refusing
// on demand. It keeps to the rules a screen depends on: versions by one, conflicts by field, idempotency keys, merged lines.

import { type CallsAnswer, callsPath, type Call as Sent } from '@backdesk/contract/calls/routes.ts';
import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import { checkoutFactsOf } from '@backdesk/contract/order/checkout-facts.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order, OrderChange } from '@backdesk/contract/order/order.ts';
import type { PickupPlaceJson } from '@backdesk/contract/settings/schema.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { stepInputs } from '@backdesk/domain/order/step-inputs.ts';
import { usualBilling, usualOffer, usualPayment, usualShippingAddress } from '@backdesk/domain/order/usual-checkout.ts';
import { applyOp } from '@backdesk/ordering/editing/apply-op.ts';
import { judged } from '@backdesk/ordering/editing/judged.ts';
import type { DiscountRequest, LinePatch, OrderOp, ShipmentEntry } from '@backdesk/ordering/editing/order-op.ts';
import { previewCustomLine, previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { repriced } from '@backdesk/ordering/editing/repriced.ts';
import { completedAfter, withCheckout } from '@backdesk/ordering/editing/with-checkout.ts';

export const orderId = '01900000-0000-7000-8000-000000000001';
const customerId = '01900000-0000-7000-8000-0000000000c1';
const usd = (amount: number) => ({ amount, currency: 'USD' });
const home = {
  place: { country: 'US', region: 'NY', postcode: '11201' },
  rates: [{ code: 'NY', name: 'Sales tax', ratePpm: 88_750, category: null, onShipping: false }],
};

export function aHit(sku: string, name: string, breaks: readonly (readonly [number, string])[], more: Partial<VariantHit> = {}): VariantHit {
  return {
    id: `01900000-0000-7000-8000-${[...sku]
      .map((letter) => letter.charCodeAt(0).toString(16))
      .join('')
      .padStart(12, '0')
      .slice(-12)}`,
    productId: '01900000-0000-7000-8000-0000000000aa',
    sku,
    name,
    productCode: sku.split('-')[0] ?? sku,
    options: [],
    imageUrl: null,
    published: true,
    priceTable: { source: 'list', label: 'List', breaks: breaks.map(([quantity, extendedPrice]) => ({ quantity, extendedPrice })) },
    currency: 'USD',
    stock: { tracked: true, onHand: 500, reserved: 0, available: 500, backorder: false, incoming: null },
    quantityRule: { increment: null, maximum: null },
    unit: null,
    breakGroup: null,
    configurationOptions: [],
    charges: [],
    parts: [],
    taxCategory: 'standard',
    ships: true,
    weightGrams: 200,
    match: 'words',
    ...more,
  };
}

export function anOrder(lines: readonly OrderLine[] = [], more: Partial<Order> = {}): Order {
  const bare: Order = {
    id: orderId,
    number: 1042,
    orderNumber: null,
    stage: 'draft',
    version: 5,
    name: 'Spring uniforms',
    customer: { id: customerId, name: 'Dana Wu', email: 'dana@harborcoffee.example', phone: '+1 718 555 0142', number: null, taxExemption: null, active: true },
    company: { id: '01900000-0000-7000-8000-0000000000c2', name: 'Harbor Coffee Co.' },
    currency: 'USD',
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    lines: [...lines],
    discounts: [],
    totals: { items: usd(0), discount: usd(0), shipping: null, tax: null, estimatedTax: null, total: usd(0), amountDue: usd(0), open: [], taxLines: [] },
    itemCount: 0,
    shipping: {
      shipments: [
        {
          id: '01900000-0000-7000-8000-0000000000b1',
          kind: 'ship',
          address: null,
          pickupPlace: null,
          method: null,
          amount: null,
          lines: null,
          tax: null,
          served: true,
        },
      ],
    },
    billing: { sameAsShipping: true, address: null },
    payment: null,
    allowedPayments: ['open_account', 'purchase_order'],
    billingTax: null,
    homeTax: home,
    exemption: null,
    checkout: {
      steps: (['shipping', 'shipping-method', 'billing', 'finalize'] as const).map((name) => ({
        name,
        title: name,
        state: 'empty',
        entered: false,
        reasons: [],
        refusals: [],
        offer: null,
      })),
    },
    blockers: [
      { code: 'shipping.address_missing', step: 'shipping' },
      { code: 'shipping.method_missing', step: 'shipping-method' },
      { code: 'payment.missing', step: 'billing' },
    ],
    estimate: null,
    poNumber: '',
    dueOn: null,
    validDays: null,
    paymentTerms: null,
    agreedTerms: null,
    deposit: null,
    noteCustomer: '',
    noteInternal: '',
    fields: {},
    owner: { id: 'me', name: 'Jonas Berg' },
    fulfilments: [],
    paymentStatus: 'unpaid',
    fulfilmentStatus: 'unshipped',
    pickupStatus: null,
    createdAt: '2026-11-23T09:00:00Z',
    updatedAt: '2026-11-23T10:12:00Z',
    submittedAt: null,
    ending: null,
    abilities: {
      edit: true,
      setFields: true,
      overridePrice: true,
      overrideShipping: true,
      convert: true,
      withdraw: false,
      saveAsCart: true,
      takeBack: false,
      send: false,
      submit: true,
      approve: false,
      reopen: false,
      cancel: false,
      ship: false,
      delete: true,
    },
    ...more,
  };
  return repriced(bare, null);
}

const byWeight: ShippingRateOffer['terms'] = {
  kind: 'by_weight',
  tiers: [
    { upToGrams: 2500, amount: 980 },
    { upToGrams: null, amount: 1240 },
  ],
  freeOverAmount: null,
};

/** The order taken through the steps: to Brooklyn by Ground, 9.80 up to 2.5 kg and 12.40 above, on open account. Other terms cost 9.80 too. */
export function aShippedOrder(lines: readonly OrderLine[], terms = byWeight, more: Partial<Order> = {}): Order {
  const start = anOrder(lines, more);
  const address = {
    name: 'Dana Wu',
    company: '',
    line1: '214 Van Brunt St',
    line2: '',
    city: 'Brooklyn',
    region: 'NY',
    postcode: '11231',
    country: 'US',
    phone: '',
  };
  const method = { rateId: 'ground', name: 'Ground', amount: usd(980), typed: null, terms, termsNow: terms };
  const shipments = start.shipping.shipments.map((shipment) => ({ ...shipment, address, method, tax: home }));
  const entered: Order = { ...start, shipping: { shipments }, payment: { method: 'open_account' } };
  const facts = checkoutFactsOf(entered);
  const completed = Object.fromEntries((['shipping', 'shipping-method', 'billing'] as const).map((step) => [step, stepInputs(facts, step)]));
  return repriced(withCheckout(entered, completed), null);
}

type Answer = { readonly status: number; readonly body: unknown };
type Call = { readonly method: string; readonly path: string; readonly key: string | null; readonly body: Record<string, unknown> };

function problem(status: number, code: string, more: Record<string, unknown> = {}): Answer {
  return { status, body: { type: 'about:blank', title: code, status, code, requestId: 'test', ...more } };
}

/** A quantity that is not sold is refused when it is new; one that was there stays a blocker. */
function quantitiesRefused(before: Order, after: Order): OrderLine['blockers'] {
  const known = new Set(before.lines.flatMap(({ id, quantity, blockers }) => blockers.map(({ code }) => `${id} ${quantity} ${code}`)));
  return after.lines.flatMap(({ id, quantity, blockers }) =>
    blockers.filter(({ code, pointer }) => pointer?.endsWith('/quantity') && !known.has(`${id} ${quantity} ${code}`)),
  );
}

/** The server and handles to make it misbehave. */
export function fakeDesk(start: Order = anOrder(), hits: readonly VariantHit[] = []) {
  let order = start;
  const calls: Call[] = [];
  /** How many requests held them. */
  let requests = 0;
  const answered = new Map<string, Answer>();
  const written = new Map<string, { version: number; by: string }>();
  /** What stood there before each version. */
  const replaced = new Map<number, Order>();
  const world = {
    isOffline: false,
    isDown: false,
    /** Does the write but loses the answer, this many times. */
    losesAnswers: 0,
    refuse: null as ((call: Call) => Answer | null) | null,
    /** Answers about these words wait for it. */
    searchHeld: (_: string): Promise<void> | undefined => undefined,
    rates: [] as readonly ShippingRateOffer[],
    places: [] as readonly PickupPlaceJson[],
    addresses: [] as readonly SavedAddress[],
  };

  /** What is usual and still empty: the address of the book, the lowest rate, the bill, open account. */
  function usualOps(): readonly OrderOp[] {
    const isEmpty = (name: string) => order.checkout.steps.some((step) => step.name === name && step.state === 'empty');
    const [shipment] = order.shipping.shipments;
    const address = shipment?.address ?? usualShippingAddress(world.addresses);
    const offer = usualOffer(
      world.rates.map((rate) => ({ ...rate, amount: minor(rate.amount.amount), money: rate.amount })),
      [],
    );
    const billing = usualBilling(world.addresses, address);
    const payment = usualPayment(order.allowedPayments);
    if (address === null || shipment === undefined) return [];
    const { id: shipmentId } = shipment;
    return [
      ...(isEmpty('shipping') ? [{ kind: 'set_shipping', address, saveToCustomer: false } as const] : []),
      ...(isEmpty('shipping-method') && offer !== null
        ? [{ kind: 'set_shipping_method', shipmentId, rateId: offer.rateId, name: offer.name, amount: offer.amount, terms: offer.terms } as const]
        : []),
      ...(isEmpty('billing') && billing !== null ? [{ kind: 'set_billing', ...billing, saveToCustomer: false } as const] : []),
      ...(isEmpty('billing') && payment !== null ? [{ kind: 'set_payment', payment } as const] : []),
    ];
  }

  /** Several changes in one version. */
  function writeAll(ops: readonly OrderOp[]): Answer {
    const { version } = order;
    const answers = ops.map((op) => {
      order = { ...order, version };
      return write(op, []);
    });
    return answers.at(-1) ?? problem(404, 'not_found');
  }

  function write(op: OrderOp, targets: readonly string[], by = 'me', lines = order.lines): Answer {
    const before = order;
    const applied = applyOp({ ...order, lines }, op);
    const completed = completedAfter(checkoutFactsOf(order).completed, applied, op);
    const after = judged(applied, completed, order);
    const refusals = quantitiesRefused(before, after);
    if (refusals.length > 0) return problem(422, refusals[0]?.code ?? '', { refusals });
    order = { ...after, version: order.version + 1 };
    for (const target of targets) written.set(target, { version: order.version, by });
    replaced.set(order.version, before);
    const { lines: now, ...rest } = order;
    const known = new Map(before.lines.map((line) => [line.id, line]));
    const answer: OrderChange = {
      ...rest,
      changedLines: now.filter((line) => known.get(line.id) !== line),
      removedLineIds: before.lines.filter((line) => !now.some((other) => other.id === line.id)).map((line) => line.id),
      lineOrder: now.map((line) => line.id),
    };
    return { status: 200, body: answer };
  }

  function conflictFor(lineId: string, patch: object, basedOn: unknown): Answer | null {
    const fields = Object.keys(patch).filter((field) => {
      const last = written.get(`${lineId}.${field}`);
      return last !== undefined && last.by !== 'me' && typeof basedOn === 'number' && last.version > basedOn;
    });
    const line = order.lines.find((found) => found.id === lineId);
    if (fields.length === 0 || line === undefined) return null;
    return problem(409, 'order.conflict', {
      conflicts: fields.map((field) => ({
        pointer: `/${field}`,
        value: line[field as keyof OrderLine],
        version: order.version,
        by: 'Ana Reyes',
        at: '2026-11-23T10:12:00Z',
      })),
    });
  }

  /** What a step of checkout sends, as the change it is. */
  function checkoutOp(path: string, body: Call['body']): OrderOp | null {
    const [only] = order.shipping.shipments;
    const shipmentId = String(body.shipmentId ?? only?.id);
    if (path.endsWith('/shipping')) {
      if (body.address !== undefined) return { kind: 'set_shipping', address: body.address as Address, saveToCustomer: false };
      const shipments = body.shipments as readonly (ShipmentEntry & { readonly pickupPlaceId: string | null })[];
      const placed = shipments.map(({ pickupPlaceId, ...entry }) => ({ ...entry, pickupPlace: world.places.find(({ id }) => id === pickupPlaceId) ?? null }));
      return { kind: 'set_shipments', shipments: placed };
    }
    if (path.endsWith('/shipping-method') && body.typed !== undefined) {
      const { name, amount, reason } = body.typed as { readonly name: string; readonly amount: { amount: number; currency: string }; readonly reason: string };
      return { kind: 'type_shipping_price', shipmentId, typed: { name, ...amount, reason, by: 'Jonas Berg' } };
    }
    if (path.endsWith('/shipping-method')) {
      const offer = world.rates.find((each) => each.shipmentId === shipmentId && each.rateId === body.rateId);
      return offer === undefined
        ? null
        : { kind: 'set_shipping_method', shipmentId, rateId: offer.rateId, name: offer.name, amount: offer.amount.amount, terms: offer.terms };
    }
    if (path.endsWith('/billing')) {
      return { kind: 'set_billing', sameAsShipping: body.sameAsShipping === true, address: (body.address ?? null) as Address | null, saveToCustomer: false };
    }
    if (path.endsWith('/payment')) return { kind: 'set_payment', payment: { method: 'purchase_order', ...body } as NonNullable<Order['payment']> };
    if (path.endsWith('/discounts') && body.discounts !== undefined) return { kind: 'set_discounts', discounts: body.discounts as readonly DiscountRequest[] };
    return null;
  }

  function answer(call: Call): Answer {
    const { method, path, body } = call;
    const refusal = world.refuse?.(call) ?? null;
    if (refusal !== null) return refusal;
    const lineId = /\/lines\/([^/?]+)/.exec(path)?.[1];
    if (method === 'GET' && path.startsWith('/api/v1/variants')) {
      const words = (new URL(path, 'http://x').searchParams.get('q') ?? '').toLowerCase();
      return { status: 200, body: { items: hits.filter((hit) => `${hit.name} ${hit.sku}`.toLowerCase().includes(words)), nextCursor: null } };
    }
    if (method === 'GET' && path.includes('/shipping-rates')) return { status: 200, body: { items: world.rates } };
    if (method === 'GET' && path.includes('/pickup-places')) return { status: 200, body: { items: world.places, nextCursor: null } };
    if (method === 'GET' && path.includes('/customers/')) return { status: 200, body: { id: customerId, addresses: world.addresses } };
    if (method === 'GET' && /\/(stock|messages|order-fields)\b/.test(path)) return { status: 200, body: { items: [], nextCursor: null } };
    if (method === 'GET' && path.includes('/history')) return { status: 200, body: { items: [], nextCursor: null } };
    if (method === 'GET') return { status: 200, body: order };
    const { basedOn, ...patch } = body;
    if (method === 'POST' && path.endsWith('/undo')) {
      const before = replaced.get(Number(body.version));
      return before === undefined
        ? problem(404, 'not_found')
        : write({ kind: 'undo', version: Number(body.version), index: null, restore: null }, [], 'me', before.lines);
    }
    if (method === 'POST' && path.endsWith('/checkout/usual')) {
      const ops = usualOps();
      return ops.length === 0 ? { status: 200, body: { ...order, lines: undefined, changedLines: [], removedLineIds: [] } } : writeAll(ops);
    }
    if (method === 'POST' && path.endsWith('/lines') && Array.isArray(body.lines)) {
      const added = (body.lines as { variantId: string; quantity: number; lineId: string }[]).flatMap((request) => {
        const hit = hits.find((found) => found.id === request.variantId);
        return hit === undefined ? [] : [{ request, preview: { ...previewLine(hit, request.quantity, request.lineId), noteInternal: 'apart' } }];
      });
      return write({ kind: 'add_lines', added }, []);
    }
    if (method === 'POST' && path.endsWith('/lines')) {
      const id = String(body.lineId);
      const quantity = Number(body.quantity);
      const hit = hits.find((found) => found.id === body.variantId);
      if (hit === undefined && body.custom === undefined) return problem(404, 'not_found');
      const preview = hit === undefined ? previewCustomLine(body.custom as Parameters<typeof previewCustomLine>[0], 'USD', id) : previewLine(hit, quantity, id);
      const { after } = body as { readonly after?: string | null };
      const request = { variantId: preview.variantId ?? '', quantity, ...(after !== undefined && { after }) };
      return write({ kind: 'add_line', request, preview, asNewLine: body.asNewLine === true || hit === undefined }, []);
    }
    if (lineId !== undefined && !order.lines.some((line) => line.id === lineId)) return problem(404, 'line.not_found');
    if (method === 'PATCH' && lineId !== undefined) {
      return (
        conflictFor(lineId, patch, basedOn) ??
        write(
          { kind: 'change_line', lineId, patch: patch as LinePatch, by: 'Jonas Berg' },
          Object.keys(patch).map((field) => `${lineId}.${field}`),
        )
      );
    }
    if (method === 'DELETE' && lineId !== undefined) return write({ kind: 'remove_line', lineId }, []);
    if (method === 'PATCH') return write({ kind: 'change_order', patch }, []);
    if (method === 'PUT') {
      const op = checkoutOp(path, body);
      if (op !== null) return write(op, []);
    }
    return problem(404, 'not_found');
  }

  function made(call: Call): Answer {
    calls.push(call);
    const replay = call.key === null ? undefined : answered.get(call.key);
    const result = replay ?? answer(call);
    if (call.key !== null && result.status < 400) answered.set(call.key, result);
    return result;
  }

  /** One after the other, up to the first that is refused. */
  function madeTogether(sent: readonly Sent[]): Answer {
    const answers: CallsAnswer['answers'] = [];
    for (const { method, path, key = null, body = {} } of sent) {
      const { status, body: said } = made({ method, path, key, body: body as Call['body'] });
      answers.push({ status, body: said as CallsAnswer['answers'][number]['body'] });
      if (status >= 400) break;
    }
    return { status: 200, body: { answers } };
  }

  const send: typeof fetch = async (input, init) => {
    const path = String(input);
    const call: Call = {
      method: init?.method ?? 'GET',
      path,
      key: new Headers(init?.headers).get('idempotency-key'),
      body: typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {},
    };
    if (path.includes('/variants')) await world.searchHeld(new URL(path, 'http://x').searchParams.get('q') ?? '');
    if (world.isOffline) throw new TypeError('Failed to fetch');
    if (world.isDown) return new Response(JSON.stringify(problem(503, 'database.unavailable').body), { status: 503 });
    requests += 1;
    const result = path === callsPath ? madeTogether(call.body.calls as readonly Sent[]) : made(call);
    if (world.losesAnswers > 0 && call.method !== 'GET') {
      world.losesAnswers -= 1;
      throw new TypeError('Failed to fetch');
    }
    return new Response(JSON.stringify(result.body), { status: result.status, headers: { 'content-type': 'application/json' } });
  };

  return {
    fetch: send,
    calls,
    requests: () => requests,
    world,
    order: () => order,
    /** Somebody else changes a line. */
    byAna: (lineId: string, patch: LinePatch) =>
      void write(
        { kind: 'change_line', lineId, patch, by: 'Ana Reyes' },
        Object.keys(patch).map((field) => `${lineId}.${field}`),
        'ana',
      ),
  };
}
