import type { siteRoutes } from '@backdesk/contract/site/routes.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import type { Limits } from '../access/limits.ts';
import { accessHandlers } from './access-routes.ts';
import { accountHandlers } from './account-routes.ts';
import type { CustomerAuth } from './auth.ts';
import { cartHandlers } from './cart-routes.ts';
import { doorHandlers } from './door-routes.ts';

export function siteHandlers(auth: CustomerAuth, limits: Limits): AllHandlers<typeof siteRoutes> {
  return { ...doorHandlers(auth, limits), ...cartHandlers(limits), ...accountHandlers(limits), ...accessHandlers };
}
