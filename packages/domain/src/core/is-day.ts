/**
 * Whether a text is a day there is, of the years in which orders are written (1900 to 2999).
 * @example isDay('2028-02-29') is true, isDay('2027-02-29') and isDay('3.12.2026') are not
 */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').map(Number) : [];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 1900 && year <= 2999 && day >= 1 && day <= last;
}
