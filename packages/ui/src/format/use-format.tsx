import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { formatDate, formatDateTime, formatDay, formatShortDate, formatTime } from './date.ts';
import { formatMoney, type MoneyStyle, type MoneyValue } from './money.ts';
import { formatNumber, formatPartsPerMillion } from './number.ts';
import { formatAgo, formatDaysUntil } from './relative-time.ts';
import { formatUnitPrice } from './unit-price.ts';
import { formatWeight } from './weight.ts';

/** What an account says about how things are written. */
export type FormatSettings = { readonly locale: string; readonly timeZone: string; readonly currency: string };

const FormatContext = createContext<FormatSettings>({ locale: 'en-US', timeZone: 'UTC', currency: 'USD' });

export function FormatProvider({ settings, children }: { settings: FormatSettings; children: ReactNode }) {
  return <FormatContext value={settings}>{children}</FormatContext>;
}

export type Format = ReturnType<typeof makeFormat> & FormatSettings;

/** The account's way of writing money, dates and numbers, bound to its locale and time zone. */
export function useFormat(): Format {
  const settings = useContext(FormatContext);
  return useMemo(() => ({ ...settings, ...makeFormat(settings) }), [settings]);
}

function makeFormat({ locale, timeZone }: FormatSettings) {
  return {
    money: (value: MoneyValue, style?: MoneyStyle) => formatMoney(value, locale, style),
    unitPrice: (decimal: string, currency: string, style?: MoneyStyle) => formatUnitPrice(decimal, currency, locale, style),
    number: (value: number | string) => formatNumber(value, locale),
    percent: (partsPerMillion: number) => formatPartsPerMillion(partsPerMillion, locale),
    weight: (grams: number) => formatWeight(grams, locale),
    day: (at: string) => formatDay(at, locale, timeZone),
    date: (date: string) => formatDate(date, locale),
    shortDate: (date: string) => formatShortDate(date, locale),
    time: (at: string) => formatTime(at, locale, timeZone),
    dateTime: (at: string) => formatDateTime(at, locale, timeZone),
    ago: (at: string) => formatAgo(at, { locale, timeZone }),
    daysUntil: (date: string) => formatDaysUntil(date, { locale, timeZone }),
  };
}
