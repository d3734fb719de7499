/** What the steps say to staff of their customer, and to customers of themselves. */
export type CheckoutWords = {
  readonly how: () => string;
  readonly shipOne: () => string;
  readonly shipSeveral: () => string;
  readonly shipSeveralDetail: () => string;
  readonly pickup: () => string;
  readonly pickupDetail: () => string;
  readonly pickupWhere: () => string;
  readonly choosePlace: () => string;
  readonly ownPlace: (account: string) => string;
  /** Above the fields of the shipping address. */
  readonly shippingAddress: () => string;
  readonly keepAddress: () => string;
  /** No address is kept with this customer; '' says nothing of it. */
  readonly noSaved: (name: string) => string;
  readonly nothingShips: () => string;
  readonly fetched: () => string;
  readonly noAddress: () => string;
  readonly toShipping: () => string;
  readonly noRates: (place: string) => string;
  readonly notServed: (place: string) => string;
  readonly noRatesHelp: () => string;
  readonly typedBy: (by: string, reason: string) => string;
  readonly chooseMethod: () => string;
  readonly choosePayment: () => string;
  readonly noPayment: () => string;
  readonly openAccountDetail: () => string;
  readonly purchaseOrderDetail: () => string;
  /** Above all that is to be read before submitting; '' says nothing. */
  readonly review: () => string;
  readonly ready: (total: string) => string;
  readonly moved: (was: string, now: string) => string;
  readonly movedHelp: () => string;
  readonly editLines: () => string;
  /** Label of the note to the account; null: it is written elsewhere. */
  readonly note: (() => string) | null;
  /** No answer came. */
  readonly unreachable: () => string;
};
