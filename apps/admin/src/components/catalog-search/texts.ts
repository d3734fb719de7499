export const t = {
  hint: () => 'Name, code or SKU',
  searching: () => 'Searching…',
  failed: () => 'The search did not answer. Type on to try again.',
  nothing: (words: string) => `Nothing found for “${words}”.`,
  found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
};
