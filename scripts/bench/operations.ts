// What is measured, each beside the floor it is held to (the least any server must do for it).
import { randomUUID } from 'node:crypto';
import { handIn } from './hand-in.ts';
import type { Answer, Call, Flow } from './load.ts';
import type { World } from './world.ts';

export type Operation = {
  readonly name: string;
  readonly kind: 'read' | 'write';
  /** Measured at one client alone: it is about size, not about many at once. */
  readonly isAlone?: true;
  readonly ours: Flow;
  readonly floor: Flow;
};

/** One request a turn; `seen` is told of what ours answered. */
type Single = Omit<Operation, 'ours' | 'floor'> & {
  readonly ours: () => Call;
  readonly floor: () => Call;
  readonly seen?: (call: Call, answer: Answer) => void;
};

function single({ ours, floor, seen, ...rest }: Single): Operation {
  return {
    ...rest,
    ours: async (step) => {
      const call = ours();
      const answer = await step(call);
      seen?.(call, answer);
    },
    floor: async (step) => {
      await step(floor());
    },
  };
}

/** Drafts made before the clock starts: some to read (ten lines, left alone), some to add to. */
export type Drafts = { readonly toRead: readonly string[]; readonly toChange: readonly string[]; readonly large: readonly LargeDraft[] };

/** A draft of very many lines, and one of them in its middle. */
export type LargeDraft = { readonly id: string; readonly lines: number; readonly lineId: string };

/** What the server said it did: lines added by order, orders made, orders submitted. Afterwards all of it must be there. */
export type Ledger = { readonly added: Map<string, number>; created: number; readonly submitted: Set<string> };

/** Each is in the names of a tenth of the catalogue or more: parts of words and whole ones, alone and two together. */
const commonFragments = ['tee', 'co', 'organic', 'e', 'cotton', 'ste', 'vintage hood', 'bott', 'rib', 'an', 'nylon', 'classic co'];

/** Takes the next of a list at each call, for ever, in a scattered order that is the same in every run. */
function cycle<T>(list: readonly T[]): () => T {
  let at = 0;
  return () => {
    at = (at + 7919) % list.length;
    return list[at] as T;
  };
}

export function operationsOf(world: World, drafts: Drafts, ledger: Ledger): readonly Operation[] {
  const product = cycle(world.catalog);
  const customer = cycle(world.customers);
  const common = cycle(commonFragments);
  const read = cycle(drafts.toRead);
  const change = cycle(drafts.toChange);
  const get = (path: string): Call => ({ method: 'GET', url: `${world.ours}/api/v1${path}`, headers: world.headers });
  const write = (method: 'POST' | 'PATCH', path: string, body: unknown): Call => ({
    method,
    url: `${world.ours}/api/v1${path}`,
    headers: { ...world.headers, 'idempotency-key': randomUUID() },
    body,
  });
  const post = (path: string, body: unknown): Call => write('POST', path, body);
  const patch = (path: string, body: unknown): Call => write('PATCH', path, body);
  const floor = (path: string): Call => ({ method: 'GET', url: `${world.floor}${path}`, headers: {} });
  const floorPost = (path: string, body: unknown): Call => ({
    method: 'POST',
    url: `${world.floor}${path}`,
    headers: { 'content-type': 'application/json' },
    body,
  });
  const q = (text: string): string => encodeURIComponent(text);
  const singles: readonly Single[] = [
    {
      name: 'product search, name',
      kind: 'read',
      ours: () => get(`/products?limit=20&q=${q(product().fragment)}`),
      floor: () => floor(`/products?q=${q(product().fragment)}`),
    },
    {
      name: 'product search, matches thousands',
      kind: 'read',
      ours: () => get(`/products?limit=20&q=${q(common())}`),
      floor: () => floor(`/products?q=${q(common())}`),
    },
    {
      name: 'product search, SKU',
      kind: 'read',
      ours: () => get(`/variants?limit=20&q=${q(skuPart(product().sku))}`),
      floor: () => floor(`/variants?q=${q(skuPart(product().sku))}`),
    },
    // What staff type in the draft of a customer from whom one product in twenty-five is kept.
    {
      name: 'product search, some not sold to the customer',
      kind: 'read',
      ours: () => get(`/variants?limit=20&customerId=${world.buyerId}&q=${q(product().fragment)}`),
      floor: () => floor(`/products?q=${q(product().fragment)}`),
    },
    {
      name: 'customer search',
      kind: 'read',
      ours: () => get(`/customers?limit=20&q=${q(customer().fragment)}`),
      floor: () => floor(`/customers?q=${q(customer().fragment)}`),
    },
    { name: 'read a draft of 10 lines', kind: 'read', ours: () => get(`/orders/${read()}`), floor: () => floor(`/order?id=${read()}`) },
    {
      name: 'drafts found by customer',
      kind: 'read',
      ours: () => get(`/orders?stage=draft&limit=50&q=${q(customer().fragment)}`),
      floor: () => floor(`/orders/found?q=${q(customer().fragment)}`),
    },
    { name: 'first page of 50 drafts', kind: 'read', ours: () => get('/orders?stage=draft&limit=50'), floor: () => floor('/orders') },
    {
      name: 'create a draft',
      kind: 'write',
      ours: () => post('/orders', { customerId: customer().id }),
      floor: () => floorPost('/create', { customerId: customer().id }),
      seen: () => {
        ledger.created += 1;
      },
    },
    {
      name: 'add a line, with totals',
      kind: 'write',
      ours: () => post(`/orders/${change()}/lines`, { sku: product().sku, quantity: 12, asNewLine: true }),
      floor: () => floorPost('/lines', { orderId: change(), sku: product().sku, quantity: 12 }),
      seen: (call) => {
        const order = call.url.split('/').at(-2) ?? '';
        ledger.added.set(order, (ledger.added.get(order) ?? 0) + 1);
      },
    },
    ...drafts.large.flatMap((draft) => onLargeDraft(draft, { get, patch, floor, floorPost })),
  ];
  const wholeOrder: Operation = {
    name: 'a whole order',
    kind: 'write',
    ours: async (step) => {
      const { id } = JSON.parse((await step(post('/orders', { customerId: customer().id }))).body) as { readonly id: string };
      ledger.created += 1;
      for (let line = 0; line < 3; line += 1) await step(post(`/orders/${id}/lines`, { sku: product().sku, quantity: 1 + line, asNewLine: true }));
      for (const call of handIn(world, id)) await step(call);
      ledger.submitted.add(id);
    },
    // As many requests, each the least that a write can be.
    floor: async (step) => {
      await step(floorPost('/create', { customerId: customer().id }));
      for (let request = 0; request < 8; request += 1) await step(floorPost('/lines', { orderId: change(), sku: product().sku, quantity: 12 }));
    },
  };
  // What another system sends for a known customer: all lines at once, the rest as usual.
  const asUsual: Operation = {
    name: 'an order as usual, in three requests',
    kind: 'write',
    ours: async (step) => {
      const lines = [1, 2, 3].map((quantity) => ({ sku: product().sku, quantity, asNewLine: true }));
      const { id } = JSON.parse((await step(post('/orders', { customerId: customer().id, lines }))).body) as { readonly id: string };
      ledger.created += 1;
      await step(post(`/orders/${id}/checkout/usual`, {}));
      await step(post(`/orders/${id}/submit`, {}));
      ledger.submitted.add(id);
    },
    floor: async (step) => {
      await step(floorPost('/create', { customerId: customer().id }));
      for (let request = 0; request < 2; request += 1) await step(floorPost('/lines', { orderId: change(), sku: product().sku, quantity: 12 }));
    },
  };
  const paste: Operation = {
    name: 'paste 100 rows into a draft',
    kind: 'write',
    isAlone: true,
    ours: async (step) => {
      const rows = Array.from({ length: 100 }, (_, at) => ({ sku: product().sku, quantity: 1 + at }));
      const { id } = JSON.parse((await step(post('/orders', { customerId: customer().id }))).body) as { readonly id: string };
      ledger.created += 1;
      const found = await step(post('/variants/match', { rows: rows.map(({ sku, quantity }) => ({ readings: [{ words: sku, quantity }] })) }));
      const { items } = JSON.parse(found.body) as { readonly items: readonly { readonly hits: readonly { readonly id: string }[] }[] };
      const lines = rows.map(({ quantity }, at) => ({ variantId: items[at]?.hits[0]?.id, quantity, asNewLine: true }));
      await step(post(`/orders/${id}/lines`, { lines }));
    },
    // As many requests: a draft, a search, a line.
    floor: async (step) => {
      await step(floorPost('/create', { customerId: customer().id }));
      await step(floor(`/variants?q=${q(skuPart(product().sku))}`));
      await step(floorPost('/lines', { orderId: change(), sku: product().sku, quantity: 12 }));
    },
  };
  const [small, large] = [singles.filter(({ isAlone }) => isAlone !== true), singles.filter(({ isAlone }) => isAlone === true)];
  return [...small.map(single), wholeOrder, asUsual, paste, ...large.map(single)];
}

type Calls = {
  readonly get: (path: string) => Call;
  readonly patch: (path: string, body: unknown) => Call;
  readonly floor: (path: string) => Call;
  readonly floorPost: (path: string, body: unknown) => Call;
};

function onLargeDraft({ id, lines, lineId }: LargeDraft, { get, patch, floor, floorPost }: Calls): readonly Single[] {
  let quantity = 1;
  return [
    { name: `read a draft of ${lines} lines`, kind: 'read', isAlone: true, ours: () => get(`/orders/${id}`), floor: () => floor(`/order?id=${id}`) },
    {
      name: `change one line of ${lines}`,
      kind: 'write',
      isAlone: true,
      ours: () => {
        quantity = 1 + (quantity % 9_000);
        return patch(`/orders/${id}/lines/${lineId}`, { quantity });
      },
      floor: () => floorPost('/lines', { orderId: id, sku: 'any', quantity: 12 }),
    },
  ];
}

/** Staff type a code and stop when the list is short: the whole code, or all but its last part. */
function skuPart(sku: string): string {
  return sku.length % 2 === 0 ? sku : sku.slice(0, sku.lastIndexOf('-'));
}
