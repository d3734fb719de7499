import { formatDecimalString, numberFormat } from './number-format.ts';

/** A count or quantity with grouping, up to six decimals: 1000 is "1,000". */
export function formatNumber(value: number | string, locale: string): string {
  const format = numberFormat(locale, { maximumFractionDigits: 6 });
  return typeof value === 'string' ? formatDecimalString(format, value) : format.format(value);
}

/** A rate in integer parts per million as a percentage: 88750 is "8.875%". */
export function formatPartsPerMillion(partsPerMillion: number, locale: string): string {
  const digits = String(Math.abs(partsPerMillion)).padStart(7, '0');
  const sign = partsPerMillion < 0 ? '-' : '';
  const ratio = `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`;
  return formatDecimalString(numberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }), ratio);
}
