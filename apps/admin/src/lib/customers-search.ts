import { customerSortKeys } from '@backdesk/contract/customer/sort-keys.ts';
import { type ListSearch, readListSearch } from './list-search.ts';

/** Which customers the listing shows. Named as in the address; a filter that is missing lets everybody through. */
export type CustomersSearch = ListSearch & {
  readonly tab?: CustomerTab;
  readonly companyId?: string;
  readonly roleId?: string;
  readonly taxExempt?: boolean;
  readonly openAccount?: boolean;
  readonly hasOpenOrders?: boolean;
  readonly siteAccess?: 'waiting' | 'open';
  readonly createdFrom?: string;
  readonly createdUntil?: string;
  /** By the code of a select or checkbox field. */
  readonly fields?: Readonly<Record<string, string | boolean>>;
};

export const customerTabs = ['active', 'closed', 'deleted'] as const;
export type CustomerTab = (typeof customerTabs)[number];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** What of an address can be asked for: the rest was typed by hand, or is of another version. */
export function readCustomersSearch(search: Record<string, unknown>): CustomersSearch {
  const { sort, ...list } = readListSearch(search);
  const tab = customerTabs.find((known) => known === search.tab);
  const fields = readFields(search.fields);
  return {
    ...list,
    ...(sort !== undefined && customerSortKeys.some((key) => key === sort.replace(/^-/, '')) && { sort }),
    ...(tab && { tab }),
    ...textOf(search, 'companyId', uuid),
    ...textOf(search, 'roleId', uuid),
    ...((search.siteAccess === 'waiting' || search.siteAccess === 'open') && { siteAccess: search.siteAccess }),
    ...textOf(search, 'createdFrom', day),
    ...textOf(search, 'createdUntil', day),
    ...flagOf(search, 'taxExempt'),
    ...flagOf(search, 'openAccount'),
    ...flagOf(search, 'hasOpenOrders'),
    ...(fields && { fields }),
  };
}

function textOf<Name extends string>(search: Record<string, unknown>, name: Name, pattern: RegExp): { readonly [N in Name]?: string } {
  const value = search[name];
  return typeof value === 'string' && pattern.test(value) ? ({ [name]: value } as { [N in Name]: string }) : {};
}

function flagOf<Name extends string>(search: Record<string, unknown>, name: Name): { readonly [N in Name]?: boolean } {
  const value = search[name];
  return typeof value === 'boolean' ? ({ [name]: value } as { [N in Name]: boolean }) : {};
}

function readFields(value: unknown): CustomersSearch['fields'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = Object.entries(value).filter((entry): entry is [string, string | boolean] => typeof entry[1] === 'string' || typeof entry[1] === 'boolean');
  return known.length === 0 ? undefined : Object.fromEntries(known);
}
