import { browserStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOpenEditors } from '@backdesk/ordering/editing/open-editors.ts';

/** The carts that are being edited, and what of them the store does not have yet. */
export const openCarts = createOpenEditors(browserStorage('backdesk-site'));
