import { dateIn, formatDay, formatTime, formatWeekday } from './date.ts';

const cache = new Map<string, Intl.RelativeTimeFormat>();

function relative(locale: string): Intl.RelativeTimeFormat {
  const found = cache.get(locale);
  if (found) return found;
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  cache.set(locale, made);
  return made;
}

export type RelativeTo = { readonly locale: string; readonly timeZone: string; readonly now?: Date };

/** How long ago, as a person says it: "now", "4 min. ago", "2 hr. ago", then the weekday with the time, then the day. */
export function formatAgo(at: string | Date, { locale, timeZone, now = new Date() }: RelativeTo): string {
  const moment = new Date(at);
  const seconds = Math.round((now.getTime() - moment.getTime()) / 1000);
  if (seconds < 45) return relative(locale).format(0, 'second');
  if (seconds < 3570) return relative(locale).format(-Math.max(1, Math.round(seconds / 60)), 'minute');
  if (seconds < 12 * 3600) return relative(locale).format(-Math.round(seconds / 3600), 'hour');
  if (seconds < 6 * 86400) return `${formatWeekday(moment, locale, timeZone)} ${formatTime(moment, locale, timeZone)}`;
  return formatDay(moment, locale, timeZone, now);
}

/** Whole days from today (in the account's zone) to a calendar date; negative when it is past. */
export function daysUntil(date: string, timeZone: string, now: Date = new Date()): number {
  return Math.round((Date.parse(date) - Date.parse(dateIn(now, timeZone))) / 86_400_000);
}

/** "today", "tomorrow", "in 4 days", "2 days ago". */
export function formatDaysUntil(date: string, { locale, timeZone, now = new Date() }: RelativeTo): string {
  const days = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return days.format(daysUntil(date, timeZone, now), 'day');
}
