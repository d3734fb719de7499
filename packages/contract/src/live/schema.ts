// What happens to orders while somebody looks at them. A message says that something moved and by whom, never what it is
// now: who may read the order reads that from the order. So nothing internal can reach a wire by this way.
import { z } from 'zod';
import { id, time, version } from '../core/primitives.ts';

/** Somebody who has the order open. */
export const presentPerson = z.strictObject({
  tabId: id.describe('the browser tab: one person may have two'),
  person: z.string().describe('the same for all tabs of a person: "staff:…"'),
  name: z.string(),
  lineId: id.nullable().describe('the line they are in'),
  atCheckout: z.boolean().describe('a customer who is about to order it'),
});

/** `event: change`: the order has a newer version. */
export const changeMessage = z.strictObject({
  orderId: id,
  version,
  by: z.strictObject({ person: z.string(), name: z.string() }),
  at: time,
  types: z.array(z.string()).describe('what happened, as the history names it: "line.changed"'),
});

/** `event: presence`: all who have the order open now, oneself among them. */
export const presenceMessage = z.strictObject({ orderId: id, people: z.array(presentPerson) });

export type PresentPerson = z.infer<typeof presentPerson>;
export type ChangeMessage = z.infer<typeof changeMessage>;
export type PresenceMessage = z.infer<typeof presenceMessage>;
