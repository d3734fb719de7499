import type { Address } from '@backdesk/domain/order/types.ts';
import type { BookedAddress } from '@backdesk/domain/order/usual-checkout.ts';
import { type Kysely, sql } from 'kysely';
import { defaultTermsText } from '../../../db/default-terms-sql.ts';
import { defaultRoleJson, roleJson } from '../../../db/price-role-sql.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Named = { readonly id: string; readonly name: string };

/** A customer as an order needs it: who it is, what it pays, how it is taxed. */
export type FoundCustomer = {
  readonly customer: {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string;
    readonly number: string | null;
    readonly taxExemption: string | null;
    readonly active: boolean;
    readonly openAccount: boolean;
    readonly role: Named | null;
    /** The account's, for who has none. */
    readonly defaultRole: Named | null;
    /** Payment terms of the account, for whose company has none; '' for none. */
    readonly defaultTerms: string;
  };
  readonly company: {
    readonly id: string;
    readonly name: string;
    readonly taxExemption: string | null;
    readonly role: Named | null;
    readonly terms: string;
  } | null;
};

/** The statement that answers a FoundCustomer, for who reads it together with other things. */
export const selectCustomerOfOrder = (scope: AccountScope, customerId: string) => sql<FoundCustomer>`
    select json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'number', c.number, 'taxExemption', c.tax_exemption,
        'active', c.active, 'openAccount', c.open_account, 'role', ${roleJson('c.account_id', 'c.role_id')}, 'defaultRole', ${defaultRoleJson('c.account_id')},
        'defaultTerms', ${defaultTermsText('c.account_id')}) customer,
      case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'taxExemption', f.tax_exemption,
        'terms', f.terms, 'role', ${roleJson('f.account_id', 'f.role_id')}) end company
    from customers c left join companies f on f.account_id = c.account_id and f.id = c.company_id
    where c.account_id = ${scope.accountId} and c.id = ${customerId} and c.deleted_at is null`;

/** The customer with its company, or undefined when there is none of this id in the account. */
export async function findCustomerOfOrder(db: Kysely<Tables>, scope: AccountScope, customerId: string): Promise<FoundCustomer | undefined> {
  const { rows } = await selectCustomerOfOrder(scope, customerId).execute(db);
  return rows[0];
}

/** The addresses in a customer's own book. */
export async function listAddressesOfCustomer(db: Kysely<Tables>, scope: AccountScope, customerId: string): Promise<readonly Address[]> {
  const { rows } = await sql<{ address: Address }>`
    select address from addresses where account_id = ${scope.accountId} and customer_id = ${customerId} and deleted_at is null`.execute(db);
  return rows.map(({ address }) => address);
}

/** The addresses that are offered for a customer, with what each is the default for: the customer's own, then those of the company, as the book shows them. */
export async function listBookOfCustomer(db: Kysely<Tables>, scope: AccountScope, customerId: string): Promise<readonly BookedAddress[]> {
  const { rows } = await sql<BookedAddress>`
    select a.address, a.default_shipping "defaultShipping", a.default_billing "defaultBilling"
    from customers c join addresses a on a.account_id = c.account_id and (a.customer_id = c.id or a.company_id = c.company_id) and a.deleted_at is null
    where c.account_id = ${scope.accountId} and c.id = ${customerId} and c.deleted_at is null
    order by a.customer_id is null, a.created_at, a.id`.execute(db);
  return rows;
}
