/** A stored time (RFC 3339 UTC) as a date-and-time input shows it, in the zone of whoever looks: "2026-11-24T09:30". */
export function localTimeOf(utc: string): string {
  const at = new Date(utc);
  if (Number.isNaN(at.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  const year = String(at.getFullYear()).padStart(4, '0');
  return `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The other way round; null while it is no whole date and time. */
export function utcOf(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
