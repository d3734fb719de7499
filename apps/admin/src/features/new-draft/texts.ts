import type { TemplateChange } from '@backdesk/contract/template/routes.ts';

/** What could not be kept of a template, by why. */
const changes: Readonly<Record<TemplateChange['code'], (labels: string) => string>> = {
  not_sold: (labels) => `Not sold any more, so not in the draft: ${labels}.`,
  answer_gone: (labels) => `A customization is no longer offered, so left out: ${labels}.`,
  other_currency: (labels) => `Agreed in another currency, so left out: ${labels}.`,
  may_not_set_price: (labels) => `At the price of today, since you may not set prices: ${labels}.`,
  below_floor: (labels) => `Left out, since it goes below what you may sell for: ${labels}.`,
};

/** The first names, and how many more there are. */
const someOf = (labels: readonly string[]) => (labels.length > 6 ? `${labels.slice(0, 5).join(', ')} and ${labels.length - 5} more` : labels.join(', '));

export const t = {
  title: () => 'New draft order',
  list: () => 'Draft Orders / Estimates',
  who: () => 'Who is it for?',
  newCustomer: () => 'New customer',
  searchInstead: () => 'Search customers instead',
  change: () => 'Choose another',
  go: () => 'Continue',
  needed: () => 'Choose a customer, or make a new one.',
  detail: (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · '),
  startFrom: () => 'Start from',
  startEmpty: () => 'An empty draft',
  template: (name: string, lines: number) => `${name} (${lines === 1 ? '1 line' : `${lines} lines`})`,
  templateHolds: (set: number, days: number | null) =>
    [
      set === 0
        ? 'All at the prices of today'
        : set === 1
          ? '1 price or discount set by hand, the rest at the prices of today'
          : `${set} prices and discounts set by hand, the rest at the prices of today`,
      ...(days === null ? [] : [days === 1 ? 'valid for 1 day' : `valid for ${days} days`]),
    ].join(' · '),
  deleteTemplate: () => 'Delete this template',
  askDelete: (name: string) => `Delete “${name}” for everybody? Drafts made from it stay.`,
  reallyDelete: () => 'Delete template',
  keepTemplate: () => 'Keep it',
  templateChanges: (told: readonly TemplateChange[]) =>
    [...Map.groupBy(told, ({ code }) => code)].map(([code, of]) => changes[code](someOf(of.map(({ label }) => label)))).join(' '),
  emailTaken: () => 'Another customer has this email address.',
  takeExisting: (name: string) => `Use ${name}`,
  restore: (name: string) => `Restore ${name}`,
  open: () => 'Open their page',
};
