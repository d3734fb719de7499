// What a promise would come to today, told beside it: the sum, and the shipping that was promised and is not offered any more. One that is
// gone costs nothing today: the nearest that is offered stands in for it, and where none is, shipping is open. Decision record 0056.
/** A rate that was promised and is gone, or serves this no more. `nearest` null: nothing else is offered there. Amounts: minor units. */
export type RateGone = { readonly name: string; readonly nearest: { readonly name: string; readonly amount: number } | null };

/** `amount`: with the nearest rates that are offered; without shipping where it is open. */
export type TotalToday = { readonly amount: number; readonly ratesGone: readonly RateGone[] };

const isOpen = ({ ratesGone }: Pick<TotalToday, 'ratesGone'>): boolean => ratesGone.some(({ nearest }) => nearest === null);

/** Whether today is another total than was promised; one with shipping open is, whatever the rest comes to. */
export function hasMoved(today: TotalToday, promisedAmount: number): boolean {
  return today.amount !== promisedAmount || isOpen(today);
}

type Words = { readonly amount: (minorUnits: number) => string };

/** @example "$39.20 plus shipping" */
export function totalTodayText(today: TotalToday, { amount }: Words): string {
  return `${amount(today.amount)}${isOpen(today) ? ' plus shipping' : ''}`;
}

/** @example "Ground is no longer offered; the nearest, Express, costs $15.00". Empty: all that was promised is offered. */
export function ratesGoneText({ ratesGone }: Pick<TotalToday, 'ratesGone'>, { amount }: Words): string {
  return ratesGone
    .map(({ name, nearest }) =>
      nearest === null
        ? `${name} is no longer offered and nothing else is there: shipping is open`
        : `${name} is no longer offered; the nearest, ${nearest.name}, costs ${amount(nearest.amount)}`,
    )
    .join('. ');
}
