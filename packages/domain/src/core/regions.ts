// The regions of the countries whose addresses, zones and taxes name one: code (ISO 3166-2, the part after the dash) and name.
// People write "California", "calif." or "CA"; all of them are CA. Countries that are not listed take any text. The table is
// made from Google's address metadata, see `scripts/make-address-data.ts` and decision record 0023.
import { regionTable } from '../address/region-table.ts';

export type Region = {
  readonly code: string;
  readonly name: string;
  /** In the country's own script, where that is not the Latin one: 東京都. */
  readonly localName?: string;
  /** How the region's postcodes begin, as a regular expression; null: not known. */
  readonly postcodes: string | null;
};

const rows: ReadonlyMap<string, string> = new Map(
  regionTable
    .trim()
    .split('\n')
    .map((row) => [row.slice(0, 2), row.slice(3)]),
);
const read = new Map<string, readonly Region[]>();

/** The regions of a country in the order of its list; null: its regions are not listed here. */
export function regionsOf(country: string): readonly Region[] | null {
  const row = rows.get(country);
  if (row === undefined) return null;
  const found = read.get(country) ?? row.split('~').map(regionOf);
  read.set(country, found);
  return found;
}

function regionOf(text: string): Region {
  const [code = '', name = '', localName = '', postcodes = ''] = text.split(';');
  return { code, name, ...(localName !== '' && { localName }), postcodes: postcodes === '' ? null : postcodes };
}

/** "Alaska" for US and AK; the code itself where its name is not known. */
export function regionName(country: string, code: string): string {
  return regionsOf(country)?.find((region) => same(region.code, code))?.name ?? code;
}

/** Whether a country can have a region of this code, in any case. */
export function isRegionOf(country: string, code: string): boolean {
  const regions = regionsOf(country);
  return regions === null || regions.some((region) => same(region.code, code));
}

const same = (code: string, text: string) => code.toUpperCase() === text.trim().toUpperCase();

/** What people write that neither is nor begins the name. */
const spoken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: { ala: 'AL', fla: 'FL', miss: 'MS', penna: 'PA', wva: 'WV', washingtondc: 'DC', armedforcesamericas: 'AA', armedforceseurope: 'AE' },
  CA: { pei: 'PE', nwt: 'NT', pq: 'QC', nf: 'NL', nfld: 'NL' },
  MX: { cdmx: 'CMX', df: 'CMX', edomex: 'MEX', nl: 'NLE' },
  ES: { vizcaya: 'BI', guipuzcoa: 'SS', alava: 'VI' },
  AE: { dxb: 'DU', auh: 'AZ' },
};

/** What two ways of writing a region are compared by; "Co." before an Irish county says nothing. */
const key = (text: string) =>
  text
    .replace(/^(co\.|county) /i, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\s]/gu, '')
    .toLowerCase();

/**
 * The code of a region that was typed or imported by code, name, name in its own script, or the beginning of a name that only
 * one region has (three letters at least); undefined when it is none of the country's, or the country is not listed.
 * @example regionCodeOf('US', 'calif.') // 'CA'
 */
export function regionCodeOf(country: string, text: string): string | undefined {
  const regions = regionsOf(country);
  const wanted = key(text);
  if (regions === null || wanted === '') return undefined;
  const exact = regions.find(({ code, name, localName = '' }) => key(code) === wanted || key(name) === wanted || key(localName) === wanted);
  if (exact !== undefined) return exact.code;
  const said = spoken[country]?.[wanted];
  if (said !== undefined) return said;
  if (wanted.length < 3 && /^[a-z0-9]*$/.test(wanted)) return undefined;
  const begun = regions.filter(({ name, localName = '' }) => key(name).startsWith(wanted) || key(localName).startsWith(wanted));
  return begun.length === 1 ? begun[0]?.code : undefined;
}
