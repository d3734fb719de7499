import { countryCodes } from '@backdesk/domain/core/countries.ts';

type Country = { readonly value: string; readonly label: string };

const cache = new Map<string, readonly Country[]>();

/** All countries by name in a language; the browser knows the names, so there is no list of them to keep. */
export function countriesIn(locale: string): readonly Country[] {
  const found = cache.get(locale);
  if (found) return found;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const made = countryCodes.map((value) => ({ value, label: names.of(value) ?? value })).toSorted((a, b) => a.label.localeCompare(b.label, locale));
  cache.set(locale, made);
  return made;
}

export function countryName(code: string, locale: string): string {
  return countriesIn(locale).find((country) => country.value === code)?.label ?? code;
}

const place = 'backdesk.countries';

/** The countries last chosen in this browser, the newest first. */
export function lastCountries(): readonly string[] {
  try {
    return (localStorage.getItem(place) ?? '').split(' ').filter((code) => countryCodes.includes(code));
  } catch {
    // A browser that keeps nothing: there is no last one.
    return [];
  }
}

export function rememberCountry(code: string): void {
  try {
    localStorage.setItem(place, [code, ...lastCountries().filter((other) => other !== code)].slice(0, 4).join(' '));
  } catch {
    // Nothing is lost but the convenience.
  }
}
