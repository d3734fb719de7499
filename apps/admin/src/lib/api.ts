import { createClient } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';

/** The public API, as every screen of the desk calls it. The session cookie says who we are. */
export const api = createClient(routes);
