// The site's own API. Nobody in particular may look and fill a cart, as far as the account's sign-in mode lets them (`part`);
// what belongs to one customer answers another as if it were missing.
import type { RouteTable } from '../route.ts';
import { siteAccessRoutes } from './access-routes.ts';
import { siteAccountRoutes } from './account-routes.ts';
import { siteCartRoutes } from './cart-routes.ts';
import { siteCatalogueRoutes } from './catalogue-routes.ts';
import { siteDoorRoutes } from './door-routes.ts';
import { siteSavedCartRoutes } from './saved-cart-routes.ts';

export const siteRoutes = {
  ...siteDoorRoutes,
  ...siteCatalogueRoutes,
  ...siteCartRoutes,
  ...siteSavedCartRoutes,
  ...siteAccountRoutes,
  ...siteAccessRoutes,
} as const satisfies RouteTable;
