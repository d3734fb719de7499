// Which address a history speaks of: what it is called, the street and the town. Events are read as they were written: an older
// one may lack some of it.

/**
 * @example addressInWords({ label: 'Warehouse', address: { line1: '12 Main St', city: 'Boston' } }) // 'Warehouse, 12 Main St, Boston'
 * @returns '' when the event does not say
 */
export function addressInWords(told: { readonly label?: unknown; readonly address?: unknown }): string {
  const { line1 = '', city = '' } = isParts(told.address) ? told.address : {};
  return [told.label, line1, city].filter((word) => typeof word === 'string' && word !== '').join(', ');
}

function isParts(value: unknown): value is { readonly line1?: unknown; readonly city?: unknown } {
  return typeof value === 'object' && value !== null;
}
