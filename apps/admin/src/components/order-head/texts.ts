import type { Order } from '@backdesk/contract/order/schema.ts';

export const t = {
  title: (order: Pick<Order, 'stage' | 'number' | 'estimate'>) => {
    const number = order.number ?? '';
    if (order.stage === 'estimate') return `Estimate ${number} r${order.estimate?.revision ?? 1}`;
    if (order.stage === 'saved_cart' || order.stage === 'cart') return `Saved cart ${number}`;
    return order.stage === 'draft' ? `Draft ${number}` : `Order ${number}`;
  },
  stage: {
    cart: 'Cart',
    draft: 'Draft',
    estimate: 'Estimate',
    saved_cart: 'Saved cart',
    pending: 'Pending approval',
    approval_declined: 'Declined',
    submitted: 'Submitted',
    canceled: 'Canceled',
  },
  list: () => 'Draft Orders / Estimates',
  name: () => 'Name of this order',
  namePlaceholder: () => 'Add a name',
  saving: () => 'Saving…',
  saved: (time: string) => (time === '' ? 'Saved' : `Saved ${time}`),
  offline: (changes: number) => `Offline – ${changes === 1 ? '1 change' : `${changes} changes`} kept`,
  unavailable: (changes: number) => `Server not ready – ${changes === 1 ? '1 change' : `${changes} changes`} kept, trying again`,
  conflict: () => 'Conflict',
  more: () => 'More',
  remove: () => 'Delete…',
  delete: () => 'Delete',
  withdraw: () => 'Withdraw the estimate',
  takeBack: () => 'Take back as a draft',
  copyLink: () => 'Copy link to the estimate',
  document: () => 'Estimate as PDF',
  revisions: () => 'Estimate revisions',
  links: () => 'Links to the estimate…',
  copyAddress: () => 'Copy link to this page',
  copied: () => 'Link copied',
  notCopied: (url: string) => `Copy this link: ${url}`,
  deleted: (title: string) => `${title} is deleted.`,
  saveTemplate: () => 'Save as template…',
  templateTitle: () => 'Save as template',
  templateName: () => 'Name',
  templateHelp: () => 'Lines, options and notes are kept; prices are those of the day it is used.',
  templateDays: () => 'Days its estimates are valid',
  templateDaysHelp: () => 'Empty: as the account has it',
  templateSave: () => 'Save template',
  templateSaved: (name: string) => `Saved as the template “${name}”. Start from it under New draft order.`,
  cancel: () => 'Cancel',
  unreadable: () => 'This is not a number',
  undo: () => 'Undo',
  withdrawn: () => 'The estimate is withdrawn; this is a draft again.',
  takenBack: () => 'Taken back: this is a draft again.',
};
