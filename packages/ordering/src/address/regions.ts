// Countries whose regions decide about tax or zones are chosen from a list; elsewhere the region is free text.
// ISO 3166-2, the part after the dash.
type Region = { readonly value: string; readonly label: string };

function listed(text: string): readonly Region[] {
  return text.split(';').map((entry) => ({ value: entry.slice(0, entry.indexOf(' ')), label: entry.slice(entry.indexOf(' ') + 1) }));
}

const byCountry: Readonly<Record<string, readonly Region[]>> = {
  US: listed(
    'AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;PR Puerto Rico;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming',
  ),
  CA: listed(
    'AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador;NS Nova Scotia;NT Northwest Territories;NU Nunavut;ON Ontario;PE Prince Edward Island;QC Quebec;SK Saskatchewan;YT Yukon',
  ),
  AU: listed(
    'ACT Australian Capital Territory;NSW New South Wales;NT Northern Territory;QLD Queensland;SA South Australia;TAS Tasmania;VIC Victoria;WA Western Australia',
  ),
};

export function regionsOf(country: string): readonly Region[] {
  return byCountry[country] ?? [];
}

/** Which of the fields an address of this country has, and what they are called there. */
export type AddressShape = { readonly region: 'state' | 'province' | 'region' | null; readonly postcode: 'zip' | 'postcode' };

const withoutRegion: ReadonlySet<string> = new Set([
  'AT',
  'BE',
  'CH',
  'CZ',
  'DE',
  'DK',
  'EE',
  'FI',
  'FR',
  'GB',
  'GR',
  'HU',
  'IS',
  'LI',
  'LT',
  'LU',
  'LV',
  'MC',
  'NL',
  'NO',
  'PL',
  'PT',
  'SE',
  'SG',
  'SI',
  'SK',
]);

export function addressShape(country: string): AddressShape {
  if (country === 'US') return { region: 'state', postcode: 'zip' };
  if (country === 'CA') return { region: 'province', postcode: 'postcode' };
  if (country === 'AU') return { region: 'state', postcode: 'postcode' };
  return { region: withoutRegion.has(country) ? null : 'region', postcode: 'postcode' };
}
