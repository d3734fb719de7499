// Drafts and orders made over the API before the clock starts; of very many orders the first, and the rest are their copies.
import { copyOrders } from './copy-orders.ts';
import { handIn } from './hand-in.ts';
import { send, sendAndExpect } from './load.ts';
import type { Drafts, LargeDraft, Ledger } from './operations.ts';
import { withoutSearch } from './without-search.ts';
import type { World } from './world.ts';

export const linesInDraft = 10;

export type DraftCounts = {
  readonly drafts: number;
  readonly large: readonly number[];
};

type MadeDraft = { readonly id: string; readonly lines: readonly { readonly id: string }[] };

// Each waits for its commit: more than one at a time fills the wait.
const atOnce = 8;

// Enough that the copies differ in what they hold.
const mostOrdersByHand = 200;

/** Drafts of ten lines each, half to read and half to add to; a large one of each size asked for. */
export async function makeDrafts(world: World, ledger: Ledger, { drafts, large }: DraftCounts): Promise<Drafts> {
  const ids = await makeMany(drafts, async (at) => (await makeDraft(world, ledger, { at, lines: linesInDraft })).id);
  const made: LargeDraft[] = [];
  for (const size of large) made.push(await makeLargeDraft(world, ledger, size));
  const half = Math.floor(drafts / 2);
  return { toRead: ids.slice(0, half), toChange: ids.slice(half), large: made };
}

async function makeMany(count: number, make: (at: number) => Promise<string>): Promise<readonly string[]> {
  const ids: string[] = [];
  let next = 0;
  const loop = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      ids[at] = await make(at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return ids;
}

/** Orders of one to five lines, every other one submitted, to make the listing long. */
export async function makeOrders(world: World, ledger: Ledger, { from, count }: { readonly from: number; readonly count: number }): Promise<void> {
  const sourceIds = await makeMany(Math.min(count, mostOrdersByHand), async (at) => {
    const { id } = await makeDraft(world, ledger, { at: from + at, lines: 1 + (at % 5) });
    if (at % 2 === 0) return id;
    for (const call of handIn(world, id)) await sendAndExpect(call);
    ledger.submitted.add(id);
    return id;
  });
  const { client, accountId } = world;
  const copies = await withoutSearch(client, ['orders'], () => copyOrders(client, accountId, { sourceIds, count: count - sourceIds.length }));
  ledger.created += copies.length;
  for (const { id, isSubmitted } of copies) if (isSubmitted) ledger.submitted.add(id);
}

function linesAt(world: World, at: number, count: number) {
  return Array.from({ length: count }, (_, line) => ({
    sku: world.catalog[(at * 31 + line * 97) % world.catalog.length]?.sku,
    quantity: 1 + ((at + line) % 48),
    asNewLine: true,
  }));
}

async function makeDraft(world: World, ledger: Ledger, { at, lines }: { readonly at: number; readonly lines: number }): Promise<MadeDraft> {
  const customerId = world.customers[at % world.customers.length]?.id;
  const answer = await send({
    method: 'POST',
    url: `${world.ours}/api/v1/orders`,
    headers: world.headers,
    body: { customerId, lines: linesAt(world, at, lines) },
  });
  if (answer.status !== 201) throw new Error(`A draft was not made: ${answer.status} ${answer.body}`);
  ledger.created += 1;
  return JSON.parse(answer.body) as MadeDraft;
}

/** A request takes a thousand lines at most, so a larger draft is filled in several. */
async function makeLargeDraft(world: World, ledger: Ledger, size: number): Promise<LargeDraft> {
  const most = 1_000;
  const { id, lines } = await makeDraft(world, ledger, { at: size, lines: Math.min(size, most) });
  for (let made = most; made < size; made += most) {
    const body = { lines: linesAt(world, made, Math.min(most, size - made)) };
    const answer = await send({ method: 'POST', url: `${world.ours}/api/v1/orders/${id}/lines`, headers: world.headers, body });
    if (answer.status >= 300) throw new Error(`Lines were not added: ${answer.status} ${answer.body.slice(0, 300)}`);
  }
  return { id, lines: size, lineId: lines[Math.floor(lines.length / 2)]?.id ?? '' };
}
