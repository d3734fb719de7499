// What an account may write itself in the mails to its customers: subject and text, with placeholders for what differs from mail to
// mail. A template is words alone: the frame, the lines, the figures and the button stand around it whatever it says, so that no
// wording can leave out a link or say another sum.

export const mailTemplateNames = [
  'site_invitation',
  'site_approved',
  'saved_cart_shared',
  'order_received',
  'order_approved',
  'order_declined',
  'order_shipped',
  'order_ready',
  'order_picked_up',
  'order_canceled',
] as const;
export type MailTemplateName = (typeof mailTemplateNames)[number];

export type Wording = { readonly subject: string; readonly text: string };

type MailTemplate = { readonly placeholders: readonly string[]; readonly standard: Wording };

/** Each with what may stand in braces, and what it says until somebody writes another. */
export const mailTemplates = {
  site_invitation: {
    placeholders: ['store', 'customer', 'valid_until'],
    standard: {
      subject: 'Your sign-in at {store}',
      text: 'Hello {customer}. {store} has made you a sign-in: your prices, orders and saved carts in one place. Choose a password to begin.',
    },
  },
  site_approved: {
    placeholders: ['store', 'customer'],
    standard: {
      subject: 'You can sign in at {store}',
      text: 'Hello {customer}. {store} has looked at your registration: you can sign in now, with this address and the password you chose.',
    },
  },
  saved_cart_shared: {
    placeholders: ['store', 'customer', 'cart', 'total', 'valid_until'],
    standard: {
      subject: 'A cart for you at {store} – {total}',
      text: 'Hello {customer}. {store} has put this cart together for you. Look at it, change what you like and order when it suits you.',
    },
  },
  order_received: {
    placeholders: ['store', 'customer', 'order', 'total', 'received_on', 'po_number'],
    standard: { subject: '{order} received by {store} – {total}', text: 'Thank you, {customer}. We received your order on {received_on}.' },
  },
  order_approved: {
    placeholders: ['store', 'customer', 'order'],
    standard: { subject: '{order} at {store} is approved', text: 'Hello {customer}. Your order is approved, and we are getting it ready.' },
  },
  order_declined: {
    placeholders: ['store', 'customer', 'order'],
    standard: { subject: '{order} at {store} was not approved', text: 'Hello {customer}. Your order was not approved: nothing of it will ship.' },
  },
  order_shipped: {
    placeholders: ['store', 'customer', 'order', 'shipped_on', 'carrier', 'tracking_number'],
    standard: { subject: '{order} from {store} is on its way', text: 'Hello {customer}. This left us on {shipped_on}:' },
  },
  order_ready: {
    placeholders: ['store', 'customer', 'order', 'place', 'hours'],
    standard: { subject: '{order} from {store} is ready for pickup', text: 'Hello {customer}. This is ready for you at {place}:' },
  },
  order_picked_up: {
    placeholders: ['store', 'customer', 'order', 'picked_up_on'],
    standard: { subject: '{order} from {store} was picked up', text: 'Hello {customer}. This was handed over on {picked_up_on}:' },
  },
  order_canceled: {
    placeholders: ['store', 'customer', 'order'],
    standard: { subject: '{order} at {store} is canceled', text: 'Hello {customer}. Your order is canceled: nothing of it will ship.' },
  },
} as const satisfies Readonly<Record<MailTemplateName, MailTemplate>>;

const braces = /\{([^{}]*)\}/g;

/** What stands in braces and is no placeholder of this template, each once; empty: it can be used. */
export function unknownPlaceholders(name: MailTemplateName, text: string): readonly string[] {
  const known: readonly string[] = mailTemplates[name].placeholders;
  const used = [...text.matchAll(braces)].map(([, inner = '']) => inner.trim());
  return [...new Set(used.filter((inner) => !known.includes(inner)))];
}

/**
 * The text with its placeholders filled. An empty value takes the space or comma before it along: "Hello {customer}." becomes "Hello.".
 * Values are put in as they are and never read again: braces in a name stay braces.
 */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/(,? *)\{([^{}]*)\}/g, (whole, before: string, inner: string) => {
    const value = values[inner.trim()];
    if (value === undefined) return whole;
    return value === '' ? '' : `${before}${value}`;
  });
}
