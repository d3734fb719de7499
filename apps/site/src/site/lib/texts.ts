export const t = {
  added: (quantity: string, name: string) => `Added: ${quantity} × ${name}`,
  removed: (name: string) => `Removed: ${name}`,
  quantity: (name: string, was: string, now: string) => `Quantity of ${name}: ${was} → ${now}`,
  price: (name: string, was: string, now: string) => `${name}: ${was} → ${now}`,
  changed: (name: string) => `${name} was changed`,
  more: (count: number) => (count === 1 ? 'and 1 more change' : `and ${count} more changes`),
  total: (was: string, now: string) => `Total: ${was} → ${now}`,
};
