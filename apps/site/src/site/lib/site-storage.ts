import { browserStorage } from '@backdesk/ordering/editing/op-storage.ts';

/** What this browser keeps of carts until the store has it. Apart from the editors: whether there is anything is asked on every page. */
export const siteStorage = browserStorage('backdesk-site');

/** Under what name that is kept which is on its way into the cart: there may be no cart yet. */
export const ADDING = 'adding';
