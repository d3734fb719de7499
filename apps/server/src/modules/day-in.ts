// Making a formatter costs half a millisecond; there are as many as time zones of accounts.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day ("2026-11-23") of a moment in a time zone: what the validity of prices and estimates is counted in. */
export function dayIn(timeZone: string, now: Date): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format.format(now);
}
