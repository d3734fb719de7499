// A small shop to order from: three products, a customer with a company, one on a price role.
import { sql } from 'kysely';
import { newUuid } from '../../src/adapters/ids/new-id.ts';
import type { TestApp } from './create-test-app.ts';

export type Shop = {
  readonly customerId: string;
  readonly goldCustomerId: string;
  readonly variants: Readonly<Record<string, string>>;
  readonly products: Readonly<Record<string, string>>;
};

type Item = {
  readonly code: string;
  readonly name: string;
  readonly sizes: readonly string[];
  readonly breaks: Readonly<Record<number, string>>;
  readonly increment?: number;
  readonly max?: number;
};

const items: readonly Item[] = [
  { code: 'TEE', name: 'T-shirt', sizes: ['S', 'M', 'L'], breaks: { 1: '10', 24: '180' } },
  { code: 'MUG', name: 'Mug 11 oz', sizes: [], breaks: { 1: '4.50', 144: '590.40' } },
  { code: 'PEN', name: 'Pen', sizes: [], breaks: { 100: '25', 500: '110' }, increment: 100, max: 1000 },
];

/** Makes the shop's catalogue and customers in the first account. */
export async function aShop({ db, accountId }: TestApp): Promise<Shop> {
  const now = new Date('2026-11-01T00:00:00Z');
  const variants: Record<string, string> = {};
  const products: Record<string, string> = {};
  const roleId = newUuid();
  await sql`insert into customer_roles (account_id, id, name) values (${accountId}, ${roleId}, 'Gold')`.execute(db);
  for (const item of items) {
    const productId = newUuid();
    products[item.code] = productId;
    const options = item.sizes.length === 0 ? [] : [{ name: 'Size', values: item.sizes }];
    await sql`insert into products (account_id, id, handle, code, name, options, created_at, updated_at)
      values (${accountId}, ${productId}, ${item.code.toLowerCase()}, ${item.code}, ${item.name}, ${JSON.stringify(options)}::jsonb, ${now}, ${now})`.execute(
      db,
    );
    for (const size of item.sizes.length === 0 ? [''] : item.sizes) {
      const id = newUuid();
      const sku = size === '' ? item.code : `${item.code}-${size}`;
      variants[sku] = id;
      await sql`insert into variants (account_id, id, product_id, sku, option_values, weight_grams, quantity_increment, max_quantity, created_at, updated_at)
        values (${accountId}, ${id}, ${productId}, ${sku}, ${size === '' ? [] : [size]}::text[], 200, ${item.increment ?? null}, ${item.max ?? null}, ${now}, ${now})`.execute(
        db,
      );
    }
    for (const [quantity, price] of Object.entries(item.breaks))
      await sql`insert into price_rows (account_id, id, product_id, currency, quantity, extended_price) values (${accountId}, ${newUuid()}, ${productId}, 'USD', ${Number(quantity)}, ${price})`.execute(
        db,
      );
  }
  await sql`insert into price_rows (account_id, id, product_id, role_id, currency, quantity, extended_price) values (${accountId}, ${newUuid()}, ${products.MUG}, ${roleId}, 'USD', 1, 4)`.execute(
    db,
  );
  const [customerId, goldCustomerId, companyId] = [newUuid(), newUuid(), newUuid()];
  await sql`insert into companies (account_id, id, name, created_at, updated_at) values (${accountId}, ${companyId}, 'Acme Ltd', ${now}, ${now})`.execute(db);
  await sql`insert into customers (account_id, id, company_id, name, email, created_at, updated_at) values (${accountId}, ${customerId}, ${companyId}, 'Dana Fox', 'dana@acme.example', ${now}, ${now})`.execute(
    db,
  );
  await sql`insert into customers (account_id, id, role_id, name, created_at, updated_at) values (${accountId}, ${goldCustomerId}, ${roleId}, 'Golda Meyer', ${now}, ${now})`.execute(
    db,
  );
  return { customerId, goldCustomerId, variants, products };
}
