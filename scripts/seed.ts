// `npm run seed -- --products 100000 --customers 100000 --orders 100000`: fills the store of the data folder or DATABASE_URL with
// many products, customers and drafts, to see how the desk feels when it is large. Products and customers go straight into the
// schema as in the bench; the first drafts through the command that the desk uses, the others are their copies: each opens and its history holds.
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { actingFor, withServices } from '../apps/server/src/cli/with-services.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { joinDatabaseServer } from '../apps/server/src/db/open-server.ts';
import { type Acting, inTransaction, type Services } from '../apps/server/src/db/transaction.ts';
import { createOrder } from '../apps/server/src/modules/order/commands/create-order.ts';
import { copyOrders } from './bench/copy-orders.ts';
import { type CatalogSample, seedCatalog } from './bench/seed-catalog.ts';
import { type CustomerSample, seedCustomers } from './bench/seed-customers.ts';

const { values: flags } = parseArgs({
  options: {
    products: { type: 'string', default: '1000' },
    /** For each product. */
    variants: { type: 'string', default: '3' },
    customers: { type: 'string', default: '1000' },
    orders: { type: 'string', default: '1000' },
    account: { type: 'string' },
  },
});
const atOnce = 4;
// Enough that the copies differ.
const mostByCommand = 200;

await withServices('npm run seed', async (services) => {
  const acting = await actingFor(services, flags.account);
  const { accountId } = acting.scope;
  const server = await joinDatabaseServer(readConfig(), 'npm run seed');
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    const shop = await seedRows(client, accountId);
    console.log(`${flags.products} products and ${flags.customers} customers are there; making ${flags.orders} drafts …`);
    const orders = Number(flags.orders);
    const sourceIds = await makeDrafts(services, acting, { ...shop, count: Math.min(orders, mostByCommand) });
    await copyOrders(client, accountId, { sourceIds, count: orders - sourceIds.length });
    await client.query('vacuum analyze');
  } finally {
    await client.end();
    await server.close();
  }
});

type Shop = { readonly catalog: readonly CatalogSample[]; readonly customers: readonly CustomerSample[] };

async function seedRows(client: Client, accountId: string): Promise<Shop> {
  await client.query('begin');
  const products = Number(flags.products);
  const catalog = await seedCatalog(client, accountId, { products, variants: products * Number(flags.variants) });
  const customers = await seedCustomers(client, accountId, Number(flags.customers));
  await client.query('commit');
  await client.query('vacuum analyze');
  return { catalog, customers };
}

/** One to five lines each; a few at once, since each waits for its commit. */
async function makeDrafts(services: Services, acting: Acting, { catalog, customers, count }: Shop & { readonly count: number }): Promise<readonly string[]> {
  const ids: string[] = [];
  let next = 0;
  const loop = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      const customerId = customers[at % customers.length]?.id ?? '';
      const lines = Array.from({ length: 1 + (at % 5) }, (_, line) => ({
        sku: catalog[(at * 31 + line * 97) % catalog.length]?.sku ?? '',
        quantity: 1 + ((at + line) % 48),
      }));
      const draft = await inTransaction(services, acting, (context) => createOrder(context, { customerId, lines } as Parameters<typeof createOrder>[1]));
      ids[at] = draft.id;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return ids;
}
