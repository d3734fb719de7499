import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import { listLineSnapshots } from '../../catalog/queries/line-snapshots.ts';
import { findRoleOf } from '../../catalog/queries/price-rows.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { templateContent } from '../../template/content.ts';
import { findTemplate } from '../../template/queries.ts';
import type { OrderRecord } from '../order-record.ts';
import { createOrder } from './create-order.ts';

export type FromTemplate = { readonly record: OrderRecord; readonly leftBehind: readonly string[] };

/** A draft for a customer from a template, at the prices of now. What is no longer sold, or not to this customer, stays behind and is named. */
export async function startFromTemplate(context: CommandContext, templateId: string, customerId: string): Promise<FromTemplate> {
  const row = await findTemplate(context.tx, context.scope, templateId);
  if (row === undefined) throw new Problem('not_found');
  const { lines, noteCustomer, noteInternal, validDays } = templateContent.parse(row.content);
  const variantIds = lines.flatMap(({ request }) => ('variantId' in request && request.variantId !== undefined ? [request.variantId] : []));
  const { tx, scope, account } = context;
  const roleId = await findRoleOf(tx, scope, customerId);
  const snapshots = await listLineSnapshots(tx, scope, { variantIds, skus: [], roleId, currency: account.currency });
  const sold = new Set(snapshots.flatMap((snapshot) => (whyNotSold(snapshot, roleId) === null ? [snapshot.variantId] : [])));
  const isSold = ({ request }: (typeof lines)[number]) => !('variantId' in request) || request.variantId === undefined || sold.has(request.variantId);
  const record = await createOrder(
    context,
    { customerId, name: row.name, lines: lines.filter(isSold).map(({ request }) => request) },
    { noteCustomer, noteInternal, validDays },
  );
  return { record, leftBehind: lines.filter((line) => !isSold(line)).map(({ says }) => says) };
}
