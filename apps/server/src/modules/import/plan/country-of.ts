const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every code that stands for a country, by its English name; with what people write beside. */
const codes: ReadonlyMap<string, string> = new Map([
  ...letters
    .flatMap((one) => letters.map((two) => `${one}${two}`))
    .flatMap((code) => [names.of(code)?.toLowerCase()].flatMap((name) => (name === undefined ? [] : [[name, code] as const]))),
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
]);

/** The ISO 3166-1 code of a country given by its code or English name; undefined when there is none. */
export function countryOf(text: string): string | undefined {
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && names.of(code) !== undefined) return code;
  return codes.get(text.toLowerCase());
}
