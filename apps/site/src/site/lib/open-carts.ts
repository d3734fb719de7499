import { createOpenEditors } from '@backdesk/ordering/editing/open-editors.ts';
import { siteStorage } from './site-storage.ts';

/** The carts that are being edited, and what of them the store does not have yet. */
export const openCarts = createOpenEditors(siteStorage);
