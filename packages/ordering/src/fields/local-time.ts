// A date-and-time input holds what a clock on the wall shows. The wall is the account's, as everywhere on the screen, wherever
// whoever types may be.

/** A stored time (RFC 3339 UTC) as the input shows it in a time zone: "2026-11-24T09:30"; '' for what is no time. */
export function localTimeOf(utc: string, timeZone: string): string {
  const at = Date.parse(utc);
  return Number.isNaN(at) ? '' : new Date(wallOf(at, timeZone)).toISOString().slice(0, 16);
}

/**
 * The other way round; null while it is no whole date and time. An hour that a clock leaves out is read as the one after it, of
 * one that comes twice the first.
 *
 * @example utcOf('2026-11-24T09:30', 'America/New_York') // '2026-11-24T14:30:00.000Z'
 */
export function utcOf(local: string, timeZone: string): string | null {
  const wall = Date.parse(`${local}Z`);
  if (local === '' || Number.isNaN(wall)) return null;
  // The offset before the hour in question: it holds on both sides of a change, and else is the same as after.
  const before = wall - day;
  const first = wall - (wallOf(before, timeZone) - before);
  const after = wall - (wallOf(first, timeZone) - first);
  return new Date(wallOf(first, timeZone) === wall || wallOf(after, timeZone) !== wall ? first : after).toISOString();
}

const day = 24 * 60 * 60 * 1000;

/** What the wall clock shows at a moment, as if it were UTC; both in milliseconds. */
function wallOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
