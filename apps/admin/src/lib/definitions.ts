// What an account has defined and every new order asks for, and the first customers to choose from: read once in one request when the desk
// is opened, kept for minutes, and read again at once by whoever changes it here.
import { routes } from '@backdesk/contract/routes.ts';
import type { Session } from '@backdesk/contract/session/schema.ts';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { together } from './api.ts';
import { categoriesQuery } from './categories-query.ts';
import { definitionsKeptMs } from './definitions-kept.ts';
import { customerFieldsQuery, orderFieldsQuery } from './field-queries.ts';
import { firstCustomersLimit, firstCustomersQuery } from './first-customers-query.ts';
import { pickupPlacesQuery } from './pickup-places-query.ts';
import { templatesQuery } from './templates-query.ts';

type Asked = { readonly queryKey: QueryKey; readonly asked: Promise<unknown> };

/** What the person may not read is not asked for: a call that is refused would be the last of them. */
export function readDefinitions(queryClient: QueryClient, { permissions }: Pick<Session, 'permissions'>): void {
  const may = (name: 'listCustomers' | 'listCustomerFields' | 'listOrderFields' | 'listCategories' | 'listPickupPlaces' | 'listTemplates') =>
    permissions.includes(routes[name].permission);
  const read = together((api): readonly Asked[] => [
    ...(may('listCustomers') ? [{ queryKey: firstCustomersQuery().queryKey, asked: api.listCustomers({ query: { limit: firstCustomersLimit } }) }] : []),
    ...(may('listCustomerFields') ? [{ queryKey: customerFieldsQuery().queryKey, asked: api.listCustomerFields({}) }] : []),
    ...(may('listOrderFields') ? [{ queryKey: orderFieldsQuery().queryKey, asked: api.listOrderFields({}) }] : []),
    ...(may('listCategories') ? [{ queryKey: categoriesQuery().queryKey, asked: api.listCategories({}) }] : []),
    ...(may('listPickupPlaces') ? [{ queryKey: pickupPlacesQuery().queryKey, asked: api.listPickupPlaces({ query: { limit: 200 } }) }] : []),
    ...(may('listTemplates') ? [{ queryKey: templatesQuery().queryKey, asked: api.listTemplates({}) }] : []),
  ]);
  // A screen that wants one meanwhile waits for the same answer; one that failed is asked for again where it is shown.
  for (const { queryKey, asked } of read) {
    // Nobody waits for it where the screen has its own by now.
    asked.catch(() => undefined);
    void queryClient.prefetchQuery({ queryKey, queryFn: () => asked, staleTime: definitionsKeptMs, retry: false });
  }
}
