// What an estimate asks for on acceptance, before anything is made: a part of its total, or an amount. It is a term and moves no total;
// what is left of the total is the balance. Amounts are whole minor units. Issue 6 (quality B5, Terms and Totals).
import { allocate } from '../money/allocate.ts';
import { type MinorUnits, minor, subtract } from '../money/money.ts';
import { scaleRounded } from '../money/rounding.ts';
import type { EstimateChoices } from './choices.ts';
import { type PricedChoices, priceChoices } from './price-choices.ts';
import type { PromisedDiscount, PromisedEstimate } from './promise.ts';

/** Parts per million of the total, or minor units. */
export type DepositTerm = PromisedDiscount;

export type Deposit = { readonly dueAmount: MinorUnits; readonly balanceAmount: MinorUnits };

/**
 * What is due of this total, halves away from zero, and what is left. Never more than the total; of one that is not positive nothing.
 * @example depositOn({ kind: 'percentage', ppm: 500_000 }, minor(3161)) // due 15.81, balance 15.80
 */
export function depositOn(term: DepositTerm, total: MinorUnits): Deposit {
  const asked = term.kind === 'percentage' ? scaleRounded(Math.max(0, total), term.ppm, 1_000_000) : term.amount;
  const dueAmount = minor(Math.min(Math.max(0, total), Math.max(0, asked)));
  return { dueAmount, balanceAmount: subtract(total, dueAmount) };
}

/**
 * The term of a part of an estimate that is accepted for itself. A percentage stays what it is; an amount is split by what was accepted of the
 * whole, and the rest of it is asked for with the rest.
 * @example splitDeposit({ kind: 'fixed', amount: 10_000 }, { accepted: minor(3000), whole: minor(4000) }) // accepted 75.00, rest 25.00
 */
export function splitDeposit(
  term: DepositTerm,
  { accepted, whole }: { readonly accepted: MinorUnits; readonly whole: MinorUnits },
): { readonly accepted: DepositTerm; readonly rest: DepositTerm } {
  if (term.kind === 'percentage') return { accepted: term, rest: term };
  const part = Math.max(0, accepted);
  const [taken = minor(0), left = minor(0)] = allocate(minor(term.amount), [part, Math.max(0, whole - part)]);
  return { accepted: { kind: 'fixed', amount: taken }, rest: { kind: 'fixed', amount: left } };
}

/** The terms of both parts for these choices; nothing left out: the whole term, and none of it left. */
export function depositTerms(promise: PromisedEstimate, choices: EstimateChoices, { pricing }: PricedChoices) {
  const term = promise.deposit?.term;
  if (term === undefined) return null;
  if (choices.leftOut.length === 0) return { accepted: term, rest: null };
  const whole = priceChoices(promise, { ...choices, leftOut: [] }).pricing.totals.total;
  return splitDeposit(term, { accepted: pricing.totals.total, whole });
}

/** What is due for the choices made in a revision; null: it asks for none. */
export function depositFor(promise: PromisedEstimate, choices: EstimateChoices, priced: PricedChoices): Deposit | null {
  const terms = depositTerms(promise, choices, priced);
  return terms === null ? null : depositOn(terms.accepted, priced.pricing.totals.total);
}

export type DepositFormat = { readonly amount: (minorUnits: number) => string; readonly percent: (ppm: number) => string };

/** "50 % of $870.88, before shipping and tax": what the amount due is of; '' for an amount that was agreed as it is. */
export function depositBasis(term: DepositTerm, total: number, open: readonly ('shipping' | 'tax')[], { amount, percent }: DepositFormat): string {
  if (term.kind === 'fixed') return '';
  const parts = (['shipping', 'tax'] as const).filter((part) => open.includes(part));
  return `${percent(term.ppm)} of ${amount(total)}${parts.length === 0 ? '' : `, before ${parts.join(' and ')}`}`;
}

/** The term by itself: "50 %" or "$500.00". */
export function depositInWords(term: DepositTerm, { amount, percent }: DepositFormat): string {
  return term.kind === 'percentage' ? percent(term.ppm) : amount(term.amount);
}
