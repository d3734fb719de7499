// Many live connections while orders are edited: how long after its answer each change was told to each who follows the order, and
// whether one was missed. The connections are shared out over the orders, so an edit is told to several at once.
import { createHash, randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { benchId } from './insert-rows.ts';
import { sendAndExpect } from './load.ts';
import type { World } from './world.ts';

export type LiveFigures = {
  readonly streams: number;
  readonly edits: number;
  readonly perSecond: number;
  readonly told: number;
  /** Milliseconds from the answer to the edit until a connection had read of it; below zero where it was told sooner. */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly wrong: readonly string[];
};

type Followed = { readonly id: string; readonly version: number; readonly lineId: string };
type Told = { readonly orderId: string; readonly version: number };

const orders = 20;
/** Streams that one key may hold. */
const mostOfOne = 50;
/** So long after the last edit everything must have been told: the hub looks by itself every five seconds. */
const graceMs = 6_000;

export async function measureLive(
  world: World,
  { streams, perSecond, seconds }: { streams: number; perSecond: number; seconds: number },
): Promise<LiveFigures> {
  const followed = await makeOrders(world);
  const keys = await makeKeys(world, Math.ceil(streams / mostOfOne));
  const readAt = new Map<string, number[]>();
  const agent = new Agent({ maxSockets: streams });
  const hear = ({ orderId, version }: Told): void => {
    const key = `${orderId}:${version}`;
    readAt.set(key, [...(readAt.get(key) ?? []), performance.now()]);
  };
  for (let at = 0; at < streams; at += 1) {
    const order = followed[at % orders];
    if (order !== undefined) await open({ world, order, agent, key: keys[at % keys.length] ?? '', hear });
  }
  const answeredAt = new Map<string, number>();
  const running: Promise<void>[] = [];
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const order = followed[at % orders];
    if (order !== undefined)
      running.push(edit(world, order, 24 * (2 + Math.floor(at / orders))).then((version) => void answeredAt.set(`${order.id}:${version}`, performance.now())));
    await wait(1000 / perSecond);
  }
  await Promise.all(running);
  await wait(graceMs);
  agent.destroy();
  const followers = streams / orders;
  const delays = [...answeredAt].flatMap(([key, at]) => (readAt.get(key) ?? []).map((read) => read - at)).toSorted((a, b) => a - b);
  const missed = [...answeredAt.keys()].filter((key) => (readAt.get(key)?.length ?? 0) < followers).length;
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;
  return {
    streams,
    edits: answeredAt.size,
    perSecond,
    told: delays.length,
    p50: at(0.5),
    p95: at(0.95),
    most: at(1),
    wrong: missed === 0 ? [] : [`${missed} of ${answeredAt.size} edits were not told to all who follow the order`],
  };
}

export function liveText({ streams, edits, perSecond, told, p50, p95, most }: LiveFigures): string {
  return `Live: ${edits} edits, ${perSecond} a second, told ${told} times over ${streams} connections; ${p50.toFixed(0)} ms after the answer at the median, p95 ${p95.toFixed(0)} ms, at most ${most.toFixed(0)} ms.`;
}

async function makeOrders({ ours, headers, customers, catalog }: World): Promise<readonly Followed[]> {
  const made: Followed[] = [];
  for (let at = 0; at < orders; at += 1) {
    const body = { customerId: customers[0]?.id, lines: [{ sku: catalog[0]?.sku, quantity: 24 }] };
    const answer = await sendAndExpect({ method: 'POST', url: `${ours}/api/v1/orders`, headers, body });
    const { id, version, lines } = JSON.parse(answer.body) as { id: string; version: number; lines: readonly { id: string }[] };
    made.push({ id, version, lineId: lines[0]?.id ?? '' });
  }
  return made;
}

async function edit({ ours, headers }: World, { id, lineId }: Followed, quantity: number): Promise<number> {
  const answer = await sendAndExpect({ method: 'PATCH', url: `${ours}/api/v1/orders/${id}/lines/${lineId}`, headers, body: { quantity } });
  return (JSON.parse(answer.body) as { version: number }).version;
}

async function makeKeys({ client, accountId }: World, count: number): Promise<readonly string[]> {
  const keys = Array.from({ length: count }, () => `bdk_${randomBytes(32).toString('base64url')}`);
  for (const [at, key] of keys.entries())
    await client.query("insert into api_keys (account_id, id, name, prefix, hash, roles) values ($1, $2, 'live', $3, $4, '{owner}')", [
      accountId,
      benchId('key', at + 1),
      key.slice(0, 12),
      createHash('sha256').update(key).digest(),
    ]);
  return keys;
}

type Opening = { readonly world: World; readonly order: Followed; readonly agent: Agent; readonly key: string; readonly hear: (told: Told) => void };

/** Follows an order from where it stands; answers when the server has begun to tell. */
function open({ world, order: { id, version }, agent, key, hear }: Opening): Promise<void> {
  const url = `${world.ours}/api/v1/events?orders=${id}&cursor=${id}:${version}.0`;
  return new Promise((done, fail) => {
    const asked = get(url, { agent, headers: { authorization: `Bearer ${key}` } }, (response) => {
      if (response.statusCode !== 200) return fail(new Error(`A live connection was answered ${response.statusCode}.`));
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const blocks = (text + chunk).split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = block.split('\n').find((line) => line.startsWith('data: '));
          if (block.includes('event: change') && data !== undefined) hear(JSON.parse(data.slice(6)) as Told);
        }
      });
      response.on('error', () => undefined);
      done();
    });
    asked.on('error', fail);
  });
}
