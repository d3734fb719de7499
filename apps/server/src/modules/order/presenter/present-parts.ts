// The parts of an order's answer that several of its presenters share.
import type { MoneyJson } from '@backdesk/contract/core/primitives.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import type { DiscountValue } from '@backdesk/domain/pricing/types.ts';
import type { TaxLine } from '@backdesk/domain/tax/types.ts';

export type Shape = {
  readonly currency: string;
  readonly money: (amount: number) => MoneyJson;
  readonly moneyOrNull: (amount: number | null) => MoneyJson | null;
};

export function shapeIn(currency: string): Shape {
  const money = (amount: number) => ({ amount, currency });
  return { currency, money, moneyOrNull: (amount) => (amount === null ? null : money(amount)) };
}

export const refusalJson = ({ code, pointer, lineId, step, detail }: Refusal) => ({
  code,
  ...(pointer === undefined ? {} : { pointer }),
  ...(lineId === undefined ? {} : { lineId }),
  ...(step === undefined ? {} : { step }),
  ...(detail === undefined ? {} : { detail: { ...detail } }),
});

export const discountJson = (value: DiscountValue, { money }: Shape) =>
  value.kind === 'percentage' ? value : { kind: value.kind, amount: money(value.amount) };

export const taxLineJson = (line: TaxLine, { money }: Shape) => ({
  code: line.code,
  name: line.name,
  ratePpm: line.ratePpm,
  base: money(line.base),
  amount: money(line.amount),
});
