import type { Format } from './use-format.tsx';

/** How the desk and the estimate page write what is different between two revisions; amounts in minor units of `currency`. */
export function changeWriting(format: Format, currency: string) {
  const amount = (minor: number) => format.money({ amount: minor, currency });
  return {
    amount,
    quantity: format.number,
    unitPrice: (decimal: string) => format.unitPrice(decimal, currency),
    day: format.date,
    percent: format.percent,
    /** "+ $12.00", "− $12.00". */
    signed: (minor: number) => `${minor < 0 ? '−' : '+'} ${amount(Math.abs(minor))}`,
  };
}
