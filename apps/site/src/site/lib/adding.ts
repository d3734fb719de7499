// What is put into the cart and the store does not have yet. There may be no cart to stand in, so it has an order of its own that
// only this browser knows: kept, sent in order and exactly once like everything that is typed.
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Unreachable } from '@backdesk/contract/client.ts';
import type { SiteOrder, SiteSession } from '@backdesk/contract/site/schema.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { OrderOp } from '@backdesk/ordering/editing/order-op.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import type { QueryClient } from '@tanstack/react-query';
import { asOrder } from './as-order.ts';
import { cartQuery, receiveCart } from './cart.ts';
import { openCarts } from './open-carts.ts';
import { sendCartOp } from './send-cart-op.ts';
import { sessionQuery } from './session.tsx';
import { addingOf } from './site-storage.ts';
import type { Chosen } from './use-adding.tsx';

type Customer = SiteSession['customer'];

/** What `customer` puts into the cart; null: a guest. */
export function openAdding(queryClient: QueryClient, account: SiteSession['account'], customer: Customer): OrderEditor {
  const nothing = asOrder(nothingYet(account, customer));
  return openCarts.of(nothing, () => ({
    server: {
      read: async () => nothing,
      send: async (queued) => {
        const now = queryClient.getQueryData(sessionQuery().queryKey)?.customer;
        // Theirs alone: it waits until they are here again.
        if (customer !== null && now?.email !== customer.email) throw new Unreachable('Somebody else is signed in.');
        receiveCart(queryClient, await sendCartOp(queued));
        return nothing;
      },
    },
    // Asked for, whether a page shows it or not, the cart answers the same and the site goes to the sign-in; what was added waits here.
    onSignedOut: () => void queryClient.fetchQuery({ ...cartQuery(), staleTime: 0 }).catch(() => undefined),
  }));
}

export function addingOp({ id: productId, name, code: productCode, currency, configurationOptions }: Product, choices: readonly Chosen[]): OrderOp {
  const added = choices.map(({ variant, quantity, entered, note = '' }) => {
    const lineId = newId();
    const preview = previewLine({ ...variant, productId, name, productCode, currency, configurationOptions }, quantity, lineId, entered);
    const request = { variantId: variant.id, quantity, configuration: { ...entered.configuration }, lineId, ...(note !== '' && { noteCustomer: note }) };
    return { preview: { ...preview, noteCustomer: note }, request };
  });
  return { kind: 'add_lines', added };
}

function nothingYet({ currency, priceMode }: SiteSession['account'], customer: Customer): SiteOrder {
  const zero = { amount: 0, currency };
  return {
    id: addingOf(customer),
    number: null,
    orderNumber: null,
    stage: 'cart',
    version: 1,
    name: '',
    currency,
    priceMode,
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    discounts: [],
    totals: { items: zero, discount: zero, shipping: zero, tax: zero, estimatedTax: null, total: zero, amountDue: zero, open: [], taxLines: [] },
    itemCount: 0,
    billing: { sameAsShipping: true, address: null },
    payment: null,
    allowedPayments: [],
    billingTax: null,
    homeTax: { place: { country: '', region: '', postcode: '' }, rates: [] },
    exemption: null,
    checkout: { steps: [] },
    blockers: [],
    poNumber: '',
    paymentTerms: null,
    deposit: null,
    noteCustomer: '',
    fulfilmentStatus: 'unshipped',
    pickupStatus: null,
    fulfilments: [],
    createdAt: '',
    updatedAt: '',
    submittedAt: null,
    ending: null,
    lines: [],
    shipping: { shipments: [] },
    contact: null,
    fields: {},
  };
}
