const cache = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = cache.get(key);
  if (found) return found;
  const made = new Intl.DateTimeFormat(locale, options);
  cache.set(key, made);
  return made;
}

/** A moment's day in the account's zone: "Fri, Nov 27", with the year when it is not this one. */
export function formatDay(at: string | Date, locale: string, timeZone: string, now: Date = new Date()): string {
  const moment = new Date(at);
  const year = dateFormat(locale, { year: 'numeric', timeZone });
  const same = year.format(moment) === year.format(now);
  const options: Intl.DateTimeFormatOptions = same
    ? { weekday: 'short', day: 'numeric', month: 'short', timeZone }
    : { day: 'numeric', month: 'short', year: 'numeric', timeZone };
  return dateFormat(locale, options).format(moment);
}

/** A calendar date ("2026-11-27", no time, no zone) in words. */
export function formatDate(date: string, locale: string, now: Date = new Date()): string {
  return formatDay(`${date}T12:00:00Z`, locale, 'UTC', now);
}

/** A calendar date beside another: without its weekday, with the year when it is not this one. */
export function formatShortDate(date: string, locale: string, now: Date = new Date()): string {
  const isThisYear = date.startsWith(dateFormat('en', { year: 'numeric' }).format(now));
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC', ...(!isThisYear && { year: 'numeric' }) };
  return dateFormat(locale, options).format(new Date(`${date}T12:00:00Z`));
}

/** The weekday alone, short: for a moment within the last week. */
export function formatWeekday(at: string | Date, locale: string, timeZone: string): string {
  return dateFormat(locale, { weekday: 'short', timeZone }).format(new Date(at));
}

/** The time of day in the account's zone: "10:12 AM" or "10:12", as the locale says. */
export function formatTime(at: string | Date, locale: string, timeZone: string): string {
  return dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(at));
}

/** Day and time together, for history and details. */
export function formatDateTime(at: string | Date, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
}

/** The calendar date so many days after another: days of 23 and of 25 hours are days. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The calendar date a moment falls on in a zone, as "2026-11-27". */
export function dateIn(at: string | Date, timeZone: string): string {
  return dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(new Date(at));
}
