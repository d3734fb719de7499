// Where people print on Letter (Unicode CLDR, paper sizes by territory); everywhere else on A4.
const onLetter: ReadonlySet<string> = new Set(['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']);

/** @example paperOf('DE') // 'a4' */
export function paperOf(country: string): 'letter' | 'a4' {
  return onLetter.has(country) ? 'letter' : 'a4';
}
