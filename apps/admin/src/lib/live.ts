import type { ChangeMessage, PresenceMessage } from '@backdesk/contract/live/schema.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { type BrowserStream, createBrowserStream } from '@backdesk/ordering/live/browser-stream.ts';
import { followOrder } from '@backdesk/ordering/live/follow-order.ts';
import { type CompanyStore, createCompany } from '@backdesk/ordering/live/order-company.ts';
import { showPresence } from '@backdesk/ordering/live/show-presence.ts';
import { t } from '@backdesk/ordering/live/texts.ts';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from './api.ts';
import { createLingering } from './lingering.ts';
import { orderQuery } from './order-query.ts';
import { useSession } from './session.tsx';

const tabId = crypto.randomUUID();
const companies = new Map<string, CompanyStore>();
/** From the draft to its checkout and back one stays in the order. */
const lingering = createLingering(1_000);
/** By then the stream has said that we are here, if it was opened by this tab. */
const joinMs = 1_500;
let stream: BrowserStream<ChangeMessage, PresenceMessage> | undefined;

/** Who else is in an order; one store for all parts of a page. */
export function useCompany(orderId: string): CompanyStore {
  const { staff } = useSession();
  const found = companies.get(orderId) ?? createCompany({ tabId, person: `staff:${staff.id}` });
  companies.set(orderId, found);
  return found;
}

/** While the page is open: what others do to the order comes in, and they see that we are here. */
export function useLiveOrder(editor: OrderEditor | null): void {
  const { staff } = useSession();
  const announce = useAnnounce();
  const queryClient = useQueryClient();
  const orderId = editor?.getState().confirmed.id ?? '';
  const company = useCompany(orderId);
  useEffect(() => {
    // A browser of the tests has no event streams.
    if (editor === null || typeof EventSource === 'undefined') return;
    const open = (): (() => void) => {
      stream ??= createBrowserStream('/api/v1/events');
      const params = { id: orderId };
      const presence = showPresence(
        {
          show: (lineId) => api.showPresence({ params, body: { tabId, lineId } }),
          leave: () => api.endPresence({ params: { ...params, tabId } }, { keepalive: true }),
        },
        { tabId, joinMs },
      );
      const unfollow = followOrder({
        stream,
        api,
        editor,
        tabId,
        person: `staff:${staff.id}`,
        onPeople: (people) => {
          company.setPeople(people);
          presence.hear(people.map((each) => each.tabId));
        },
        onOthers: (by, lineIds) => {
          company.showChanged(by, lineIds);
          announce(t.others(by.name, lineIds.length));
        },
        onLost: () => void queryClient.invalidateQueries({ queryKey: orderQuery(orderId).queryKey }),
      });
      return () => {
        unfollow();
        presence.end();
        company.setPeople([]);
      };
    };
    return lingering(orderId, open);
  }, [editor, orderId, staff.id, company, announce, queryClient]);
}
