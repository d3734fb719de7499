import type { CheckoutWords } from '@backdesk/ordering/checkout/checkout-words.ts';

export const t = {
  loading: () => 'Loading the checkout',
  back: () => 'Save & Return to Draft',
  convert: () => 'Convert to Estimate…',
  toZones: () => 'Shipping zones',
  submitted: (title: string) => `${title} is submitted.`,
  pending: (title: string) => `${title} waits for approval.`,
  movedBy: (time: string, who: string, what: string) => `${time}, ${who}: ${what}`,
  whatMoved: () => 'What changed since the method was chosen',
};

/** The steps as staff read them: of their customer. */
export const words: CheckoutWords = {
  how: () => 'How the order gets there',
  shipOne: () => 'Ship to one address',
  shipSeveral: () => 'Ship to several addresses',
  shipSeveralDetail: () => 'Pieces go to different places, each with its own shipping method',
  pickup: () => 'The customer picks it up',
  pickupDetail: () => 'No shipping charge, and tax where it is fetched',
  pickupWhere: () => 'Where it is picked up',
  choosePlace: () => 'Choose where it is picked up',
  ownPlace: (account) => `At ${account}`,
  shippingAddress: () => 'Shipping',
  keepAddress: () => 'Keep this address with the customer',
  noSaved: (name) => `${name} has no address yet. What you enter here is for this order.`,
  nothingShips: () => 'Nothing on this order is shipped, so no address is needed.',
  fetched: () => 'The customer picks the order up, so there is no shipping method to choose.',
  noAddress: () => 'The shipping address comes first.',
  toShipping: () => 'Enter the shipping address',
  noRates: (place) => `No shipping rate serves this shipment to ${place}.`,
  notServed: (place) => `No shipping zone reaches ${place}.`,
  noRatesHelp: () => 'The zone may have no rate for this weight. Another address, or other rates, will help.',
  typedBy: (by, reason) => `${by}: ${reason}`,
  chooseMethod: () => 'Choose a shipping method',
  choosePayment: () => 'Choose how it is paid',
  noPayment: () => 'This customer has no way to pay yet. Open account is switched on under Customers / Contacts.',
  review: () => '',
  ready: (total) =>
    `Submitting reserves the stock and makes it an order over ${total}. The customer gets a confirmation when an email address is known.`,
  moved: (was, now) => `The total is now ${now}; it was ${was} when you looked.`,
  movedHelp: () => 'Prices, tax or shipping moved. Look at the lines and submit again if it is right.',
  editLines: () => 'Edit lines',
  note: null,
  unreachable: () => 'No answer came. What you entered is kept here; try again.',
};
