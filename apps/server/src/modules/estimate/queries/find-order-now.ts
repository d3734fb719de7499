import { type CustomerTerms, customerTerms } from '@backdesk/domain/customer/customer-terms.ts';
import type { Stage } from '@backdesk/domain/order/types.ts';
import { type Kysely, sql } from 'kysely';
import { defaultRoleJson, roleJson } from '../../../db/price-role-sql.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Role = { readonly id: string; readonly name: string } | null;
type Row = { readonly stage: Stage; readonly submittedAt: Date | null; readonly role: Role; readonly companyRole: Role; readonly defaultRole: Role };

export type OrderNow = { readonly stage: Stage; readonly submittedAt: Date | null; readonly role: CustomerTerms['role'] };

/** Where the order of an estimate is by now, and the price role of its customer. */
export async function findOrderNow(db: Kysely<Tables>, scope: AccountScope, orderId: string): Promise<OrderNow | undefined> {
  const { rows } = await sql<Row>`
    select o.stage, o.submitted_at "submittedAt", ${roleJson('c.account_id', 'c.role_id')} role,
      case when f.deleted_at is null then ${roleJson('f.account_id', 'f.role_id')} end "companyRole", ${defaultRoleJson('o.account_id')} "defaultRole"
    from orders o left join customers c on c.account_id = o.account_id and c.id = o.customer_id
    left join companies f on f.account_id = o.account_id and f.id = o.company_id
    where o.account_id = ${scope.accountId} and o.id = ${orderId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { stage, submittedAt, role, companyRole, defaultRole } = row;
  const parties = { customer: { role, taxExemption: null }, company: { role: companyRole, taxExemption: null }, defaultRole };
  return { stage, submittedAt, role: customerTerms(parties).role };
}
