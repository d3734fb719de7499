import type { MailTemplateJson } from '@backdesk/contract/mail-template/routes.ts';

const names: Readonly<Record<MailTemplateJson['name'], readonly [string, string]>> = {
  site_invitation: ['Invitation to the site', 'When staff invite a customer to sign in'],
  saved_cart_shared: ['Saved cart shared', 'When a link to a saved cart is mailed'],
  order_received: ['Order received', 'When an order is submitted'],
  order_shipped: ['Order shipped', 'When pieces of an order leave, or are fetched'],
  order_canceled: ['Order canceled', 'When a submitted order is canceled'],
};
const meanings: Readonly<Record<string, string>> = {
  store: 'name of the store',
  customer: 'name of the customer',
  cart: 'name of the saved cart',
  total: 'the total, with what it leaves out',
  valid_until: 'the day until which the link works',
  order: 'the order with its number',
  received_on: 'the day of the order',
  po_number: 'purchase order number',
};

export const t = {
  title: () => 'Mails to customers',
  note: () => 'What they say. Lines, figures and links are always in them, in the account’s colour.',
  loading: () => 'Loading the mails',
  name: (name: MailTemplateJson['name']) => names[name][0],
  when: (name: MailTemplateJson['name']) => names[name][1],
  mail: () => 'Mail',
  sent: () => 'Sent',
  own: () => 'Own words',
  standard: () => 'Standard',
  wording: () => 'Wording',
  edit: () => 'Edit',
  editOf: (name: string) => `Edit ${name}`,
  subject: () => 'Subject',
  text: () => 'Text',
  textHelp: () => 'An empty line begins a paragraph.',
  fill: () => 'Filled in',
  insert: (placeholder: string) => `Insert {${placeholder}}`,
  meaning: (placeholder: string) => meanings[placeholder] ?? placeholder,
  preview: () => 'Preview',
  back: () => 'Back to the text',
  someone: () => 'Dana Wu, made up',
  reset: () => 'Use the standard words',
  saved: (name: string) => `${name}: saved`,
};
