// Drafts made over the API before the clock starts.
import { send } from './load.ts';
import type { Drafts, LargeDraft, Ledger } from './operations.ts';
import type { World } from './world.ts';

export const linesInDraft = 10;

export type DraftCounts = {
  readonly drafts: number;
  readonly large: readonly number[] /** Further ones of one line each, to make the listing long. */;
  readonly orders: number;
};

type MadeDraft = { readonly id: string; readonly lines: readonly { readonly id: string }[] };

// Each waits for its commit: more than one at a time fills the wait.
const atOnce = 8;

/** Drafts of ten lines each, half to read and half to add to; a large one of each size asked for; many small ones. */
export async function makeDrafts(world: World, ledger: Ledger, { drafts, large, orders }: DraftCounts): Promise<Drafts> {
  const ids = await makeMany(world, ledger, { from: 0, count: drafts, lines: linesInDraft });
  await makeMany(world, ledger, { from: drafts, count: orders, lines: 1 });
  const made: LargeDraft[] = [];
  for (const size of large) made.push(await makeLargeDraft(world, ledger, size));
  const half = Math.floor(drafts / 2);
  return { toRead: ids.slice(0, half), toChange: ids.slice(half), large: made };
}

async function makeMany(
  world: World,
  ledger: Ledger,
  { from, count, lines }: { readonly from: number; readonly count: number; readonly lines: number },
): Promise<readonly string[]> {
  const ids: string[] = [];
  let next = 0;
  const loop = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      ids[at] = (await makeDraft(world, ledger, { at: from + at, lines })).id;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return ids;
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
