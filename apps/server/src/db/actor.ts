import type { Actor } from '../modules/context.ts';

/** Jobs and the first start act as this. */
export const systemActor: Actor = { kind: 'system', id: '', name: 'Backdesk', permissions: new Set() };
