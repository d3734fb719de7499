// What a customer is told of what happens, by the site's own schemas: staff are "the store", by no name.
import type { PresenceMessage } from '@backdesk/contract/live/schema.ts';
import type { SiteChange, SitePresence } from '@backdesk/contract/site/live.ts';
import type { Actor } from '../context.ts';
import { actorKey } from '../context.ts';
import type { Message } from '../live/hub.ts';

const whoIs = (person: string, actor: Actor) => (person === actorKey(actor) ? 'you' : 'store');

export function presentSitePresence({ orderId, people }: PresenceMessage, actor: Actor): SitePresence {
  return { orderId, people: people.map(({ tabId, person, lineId }) => ({ tabId, who: whoIs(person, actor), lineId })) };
}

export function presentSiteMessage(message: Message, actor: Actor): SiteChange | SitePresence {
  if (message.event === 'presence') return presentSitePresence(message.data, actor);
  const { orderId, version, by, at } = message.data;
  return { orderId, version, by: whoIs(by.person, actor), at };
}
