import { createClient } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { createTogether } from '@backdesk/contract/together.ts';

/** The public API, as every screen of the desk calls it. The session cookie says who we are. */
export const api = createClient(routes);

/** Several calls of it in one request. */
export const together = createTogether(routes);
