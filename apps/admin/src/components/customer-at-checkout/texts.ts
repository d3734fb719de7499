export const t = {
  atCheckout: (customer: string) => `${customer} is at checkout with this`,
  detail: () => 'What you change now is shown to them before they order.',
  editAnyway: () => 'Edit anyway',
};
