import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { CustomerRecord } from './row-types.ts';

type PriceRole = { readonly id: string; readonly name: string };

/** A customer with what an import compares with. */
export type CustomerForImport = { readonly customer: CustomerRecord; readonly role: PriceRole | null; readonly addresses: readonly Address[] };

/** A customer as an import leaves them; a company without an id is found or made by its name. */
export type CustomerSave = {
  readonly customer: CustomerRecord;
  readonly isNew: boolean;
  /** The price role to have; undefined: what they have. */
  readonly role: PriceRole | undefined;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  readonly addresses: readonly {
    readonly label: string;
    readonly address: Address;
    readonly defaultShipping: boolean;
    readonly defaultBilling: boolean;
  }[];
};
