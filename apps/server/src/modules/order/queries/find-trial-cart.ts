import type { PriceOrderInput } from '@backdesk/domain/pricing/types.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import type { LineRecord, OrderRecord } from '../order-record.ts';
import { pricingInput } from '../price-record.ts';
import { selectOrderRecord } from './order-record-sql.ts';

/** What is tried: a cart as the calculator takes it, but for where it goes and what shipping costs. */
export type TrialCart = {
  /** null: it is nobody's order. */
  readonly order: { readonly id: string; readonly number: number } | null;
  /** What a person calls each line: its SKU, else its name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly input: Omit<PriceOrderInput, 'shipments' | 'billingTax' | 'homeTax'>;
};

/** The order with this number, all of it in one shipment; null: no such order in the account. */
export async function findTrialCart(db: Kysely<Tables>, scope: AccountScope, number: number): Promise<TrialCart | null> {
  const { rows } = await sql<{ record: OrderRecord }>`${selectOrderRecord}
    where o.account_id = ${scope.accountId} and o.number = ${number} and o.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { record } = row;
  return { order: { id: record.id, number }, labels: lineLabels(record.lines), input: pricingInput(record) };
}

export function lineLabels(lines: readonly LineRecord[]): ReadonlyMap<string, string> {
  return new Map(lines.map(({ id, sku, name }) => [id, sku || name]));
}
