/// <reference lib="esnext.temporal" />
// An estimate is valid through the last second of a day in the time zone of the account: both ways between day and instant.

/** The day (YYYY-MM-DD) so many days after another. */
export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The last second of the day there: the one before the next day starts, also on days of 23 or 25 hours. */
export function lastSecondOf(day: string, timeZone: string): Date {
  const nextDay = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone });
  return new Date(nextDay.epochMilliseconds - 1000);
}
