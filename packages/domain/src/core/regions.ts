// The regions of the countries whose addresses name one by its code (ISO 3166-2, the part after the dash). No browser and no
// library of ours knows their names, and these lists have not moved in decades. Other countries: any short code.

const lists: Readonly<Record<string, string>> = {
  US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|MP Northern Mariana Islands|PR Puerto Rico|VI U.S. Virgin Islands|AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
};

export type Region = { readonly code: string; readonly name: string };

/** The regions of a country in the order of its list; null: its regions are not listed here. */
export function regionsOf(country: string): readonly Region[] | null {
  const list = lists[country];
  if (list === undefined) return null;
  return list.split('|').map((entry) => ({ code: entry.slice(0, entry.indexOf(' ')), name: entry.slice(entry.indexOf(' ') + 1) }));
}

/** "Alaska" for US and AK; the code itself where its name is not known. */
export function regionName(country: string, code: string): string {
  return regionsOf(country)?.find((region) => region.code === code.toUpperCase())?.name ?? code;
}

/** Whether a country can have a region of this code, in any case. */
export function isRegionOf(country: string, code: string): boolean {
  const regions = regionsOf(country);
  return regions === null || regions.some((region) => region.code === code.trim().toUpperCase());
}
