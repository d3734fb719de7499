import type { Discount, NewDiscount } from '@backdesk/contract/discount/schema.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { decimalToMinor, minorToDecimal } from '@backdesk/ui/format/money.ts';

/** A discount as it is typed: figures as text, minor units only at the edge. */
export type DiscountDraft = {
  readonly name: string;
  readonly isAutomatic: boolean;
  readonly code: string;
  readonly kind: Discount['value']['kind'];
  readonly percent: string;
  readonly amount: string | null;
  readonly reach: Discount['reach'];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly maxUses: number | null;
  readonly maxUsesPerCustomer: number | null;
  readonly productIds: readonly string[];
  readonly categoryIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly active: boolean;
};

export function draftOf(discount: Discount | null): DiscountDraft {
  const value = discount?.value;
  return {
    name: discount?.name ?? '',
    isAutomatic: discount !== null && discount.code === null,
    code: discount?.code ?? '',
    kind: value?.kind ?? 'percentage',
    percent: value?.kind === 'percentage' ? minorToDecimal(value.ppm, 4).replace(/\.?0+$/, '') : '',
    amount: value === undefined || value.kind === 'percentage' ? null : minorToDecimal(value.amount.amount, currencyDigits(value.amount.currency)),
    reach: discount?.reach ?? 'items',
    validFrom: discount?.validFrom ?? '',
    validUntil: discount?.validUntil ?? '',
    maxUses: discount?.maxUses ?? null,
    maxUsesPerCustomer: discount?.maxUsesPerCustomer ?? null,
    productIds: discount?.productIds ?? [],
    categoryIds: discount?.categoryIds ?? [],
    roleIds: discount?.roleIds ?? [],
    active: discount?.active ?? true,
  };
}

/** What is taken off, or null while it cannot be read: four places of a percentage are parts per million. */
export function typedValue({ kind, percent, amount }: DiscountDraft, currency: string): Discount['value'] | null {
  if (kind === 'percentage') {
    const text = percent.replace('%', '').replace(',', '.').trim();
    const ppm = /^\d{1,3}(\.\d{1,4})?$/.test(text) ? decimalToMinor(text, 4) : undefined;
    return ppm === undefined || ppm < 1 || ppm > 1_000_000 ? null : { kind, ppm };
  }
  const minor = amount === null ? undefined : decimalToMinor(amount, currencyDigits(currency));
  return minor === undefined || minor < 1 ? null : { kind, amount: { amount: minor, currency } };
}

/** What is sent; null: something cannot be read. */
export function discountBody(draft: DiscountDraft, currency: string): NewDiscount | null {
  const value = typedValue(draft, currency);
  if (value === null) return null;
  const { name, isAutomatic, code, reach, validFrom, validUntil, maxUses, maxUsesPerCustomer, active } = draft;
  return {
    name,
    code: isAutomatic ? null : code.trim(),
    value,
    reach,
    validFrom: validFrom || null,
    validUntil: validUntil || null,
    maxUses,
    maxUsesPerCustomer,
    productIds: [...draft.productIds],
    categoryIds: [...draft.categoryIds],
    roleIds: [...draft.roleIds],
    active,
  };
}
