import { gramsInPound } from '@backdesk/domain/core/weight-units.ts';

/** Countries that weigh parcels in pounds. */
const inPounds: ReadonlySet<string> = new Set(['US', 'LR', 'MM']);

/** A weight in grams as people there say it: "2.4 kg", "850 g", "5.3 lb". */
export function formatWeight(grams: number, locale: string): string {
  const say = (value: number, unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
  if (weightUnit(locale) === 'lb') return say(grams / gramsInPound, 'pound', grams < gramsInPound ? 2 : 1);
  return grams < 1000 ? say(grams, 'gram', 0) : say(grams / 1000, 'kilogram', grams < 10_000 ? 2 : 1);
}

/** What people there weigh a parcel in. */
export function weightUnit(locale: string): 'kg' | 'lb' {
  return inPounds.has(new Intl.Locale(locale).maximize().region ?? '') ? 'lb' : 'kg';
}

/** Digits that come back as they were typed: a gram is the thousandth of a kilogram, and less than half of 0.01 lb. */
export const weightDecimals = { kg: 3, lb: 2 } as const;

/** Grams as a plain decimal of that unit: 1996 g are "4.4" lb, "1.996" kg. */
export function weightInUnit(grams: number, unit: 'kg' | 'lb'): string {
  return String(Number((unit === 'lb' ? grams / gramsInPound : grams / 1000).toFixed(weightDecimals[unit])));
}

/** A plain decimal of that unit as whole grams. */
export function gramsOf(decimal: string, unit: 'kg' | 'lb'): number {
  return Math.round(Number(decimal) * (unit === 'lb' ? gramsInPound : 1000));
}
