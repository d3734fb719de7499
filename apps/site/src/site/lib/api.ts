import { createClient } from '@backdesk/contract/client.ts';
import { siteFileRoutes } from '@backdesk/contract/site/file-routes.ts';
import { siteLiveRoutes } from '@backdesk/contract/site/live.ts';
import { siteRoutes } from '@backdesk/contract/site/routes.ts';
import { sharedCartRoutes } from '@backdesk/contract/site/shared-cart-routes.ts';
import { sender } from './sender.ts';

/** The site's own API. Cookies say who we are. */
export const api = createClient({ ...siteRoutes, ...siteLiveRoutes, ...siteFileRoutes, ...sharedCartRoutes }, { fetch: sender });
