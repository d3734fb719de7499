// What the steps of checkout need from the face they stand on. Desk and site show the same steps: staff on an order that they edit,
// customers on their own cart; how a change is sent, where a link leads and who is spoken to is the face's.
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { PickupPlaceJson } from '@backdesk/contract/settings/schema.ts';
import { createContext, type ReactNode, useContext } from 'react';
import type { OrderOp, OrderPatch } from '../editing/order-op.ts';
import type { Entrusted, Outcome } from '../editing/outcome.ts';
import type { FieldErrors } from '../fields/field-draft.ts';
import type { CheckoutWords } from './checkout-words.ts';
import type { StepName } from './step-name.ts';

type CheckoutKind = 'set_shipping' | 'set_shipments' | 'set_shipping_method' | 'type_shipping_price' | 'set_billing' | 'set_payment';
export type CheckoutOp = Extract<OrderOp, { kind: CheckoutKind }>;

/** A step, or where the lines are changed. */
export type CheckoutPlace = StepName | 'lines';

export type Place = Pick<PickupPlaceJson, 'id' | 'name' | 'hours' | 'address'>;

export type CheckoutFace = {
  readonly order: Order;
  /** Sends a change of the order; answers whether it stands. */
  readonly perform: (op: CheckoutOp) => Promise<Outcome>;
  /** Waits until nothing of it is on its way. */
  readonly settled: () => Promise<void>;
  /** The fields of the last step, kept while they are typed. `leave`: what was typed is to be sent. */
  readonly typing: {
    readonly change: (patch: OrderPatch) => void;
    readonly leave: () => void;
    /** What was typed and was refused, or stands against what somebody else wrote. */
    readonly held: OrderPatch;
    /** Whether anything is held by now. */
    readonly isOpen: () => boolean;
    readonly errors: FieldErrors;
    /** What went wrong that no field says. */
    readonly failed: string | null;
  };
  readonly home: { readonly name: string; readonly country: string };
  /** Whom a new address is for. */
  readonly person: { readonly name: string; readonly company: string };
  /** The addresses that are kept with the customer; null: there is no book to keep one in. `isLooking`: they are on their way. */
  readonly book: { readonly items: readonly SavedAddress[]; readonly isLooking: boolean; readonly isKnown: boolean } | null;
  /** Places in use where orders are fetched. `own`: at the account itself too, where there is no such place. */
  readonly places: {
    readonly items: readonly Place[];
    readonly isPending: boolean;
    readonly isFailed: boolean;
    readonly retry: () => void;
    readonly own: boolean;
  };
  readonly listRates: (signal: AbortSignal) => Promise<readonly ShippingRateOffer[]>;
  /** The account's own fields that are asked for here. */
  readonly fields: readonly FieldDefinition[];
  /** Who signs a price for shipping that is typed. */
  readonly me: string;
  readonly goTo: (place: CheckoutPlace) => void;
  /** Fills in what is usual and still empty, and opens the first step that is not done; null: there is no such way here. */
  readonly straightOn: (() => Promise<Entrusted>) | null;
  readonly link: (place: CheckoutPlace, content: ReactNode, props?: { readonly className?: string; readonly 'aria-label'?: string }) => ReactNode;
  /** Beside Continue. `leave` saves what was entered and then goes that way. */
  readonly otherWays: (leave: (then: () => void) => void) => ReactNode;
  /** A hint of the key that goes on. */
  readonly goHint: ReactNode;
  /** What moved since the shipping method was chosen. */
  readonly whatMoved: ReactNode;
  /** Where rates are set up, for who may. */
  readonly toRates: ReactNode;
  readonly maySubmit: boolean;
  /** Level of a step's heading on the page. */
  readonly level: 1 | 2;
  readonly words: CheckoutWords;
};

const FaceContext = createContext<CheckoutFace | null>(null);

export const CheckoutFaceProvider = FaceContext.Provider;

export function useCheckout(): CheckoutFace {
  const face = useContext(FaceContext);
  if (face === null) throw new Error('A step of checkout stands on no face.');
  return face;
}
