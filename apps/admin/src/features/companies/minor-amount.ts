// A credit limit between the field and the API: digits are moved, nothing is multiplied.

/** Minor units of a plain decimal with at most `digits` places: ("12.5", 2) → 1250. */
export function minorAmount(decimal: string, digits: number): number {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return Number(whole + fraction.padEnd(digits, '0').slice(0, digits));
}

/** The plain decimal of minor units: (1250, 2) → "12.50". */
export function majorText(amount: number, digits: number): string {
  const text = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
