import { ApiProblem } from '@backdesk/contract/client.ts';
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import type { AskedBefore } from '@backdesk/ordering/checkout/shipping-step.tsx';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { useCartChange } from '../lib/cart.ts';
import { useSession } from '../lib/session.tsx';
import { type Contact, ContactFields, contactErrors } from './contact-fields.tsx';

export type ContactEntry = {
  /** Whom a new address is for: as it is being typed. */
  readonly person: { readonly name: string; readonly company: string };
  /** undefined: somebody signed in is known. */
  readonly before: AskedBefore | undefined;
};

/** A guest says who they are before where it goes. */
export function useContact(cart: SiteOrder): ContactEntry {
  const { customer } = useSession();
  const [contact, setContact] = useState<Contact>(cart.contact ?? { name: '', email: '', phone: '', company: '' });
  const change = useCartChange((body: Contact) => api.setCartContact({ body }));
  const wrong = contactErrors(contact);
  if (customer !== null) return { person: customer, before: undefined };
  const before: AskedBefore = {
    render: (isTried) => <ContactFields value={contact} onChange={setContact} errors={isTried ? wrong : {}} />,
    isComplete: Object.keys(wrong).length === 0,
    save: async () => {
      if (sameJson(contact, cart.contact)) return null;
      try {
        const { cart: now } = await change.mutateAsync(contact);
        return { ok: true, version: now?.version ?? 0 };
      } catch (error) {
        return { ok: false, problem: error instanceof ApiProblem ? error.problem : null };
      }
    },
  };
  return { person: contact, before };
}
