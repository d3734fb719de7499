// What the columns of a customer file may mean, and how they are recognised by their heading. Pure: the screen shows with
// it what the server will do.
import type { FieldRule } from '../field/types.ts';

const addressParts = ['name', 'company', 'line1', 'line2', 'city', 'region', 'postcode', 'country', 'phone'] as const;
export type AddressPart = (typeof addressParts)[number];
export type AddressKind = 'shipping' | 'billing';

const plainTargets = [
  'number',
  'email',
  'name',
  'firstName',
  'lastName',
  'company',
  'phone',
  'title',
  'active',
  'openAccount',
  'taxExemption',
  'role',
  'notes',
] as const;
type PlainTarget = (typeof plainTargets)[number];

/** What a column is taken for: `field:<code>` is a custom customer field. */
export type CustomerTarget = PlainTarget | `${AddressKind}.${AddressPart}` | `field:${string}`;

export const customerTargets: readonly CustomerTarget[] = [
  ...plainTargets,
  ...addressParts.map((part) => `shipping.${part}` as const),
  ...addressParts.map((part) => `billing.${part}` as const),
];

/** By heading without spaces, signs and case. */
const plainNames: Readonly<Record<PlainTarget, readonly string[]>> = {
  number: ['number', 'customernumber', 'customerno', 'customerid', 'accountnumber', 'clientnumber', 'id', 'kundennummer'],
  email: ['email', 'emailaddress', 'mail', 'customeremail', 'contactemail'],
  name: ['name', 'fullname', 'customername', 'contactname', 'contact', 'customer'],
  firstName: ['firstname', 'givenname', 'forename', 'vorname'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname'],
  company: ['company', 'companyname', 'organization', 'organisation', 'business', 'firm', 'firma'],
  phone: ['phone', 'phonenumber', 'telephone', 'tel', 'mobile', 'telefon'],
  title: ['title', 'jobtitle', 'position'],
  active: ['active', 'isactive', 'enabled'],
  openAccount: ['openaccount', 'onaccount', 'allowopenaccount'],
  taxExemption: ['taxexemption', 'taxexempt', 'exempt', 'exemption', 'exemptionreason'],
  role: ['role', 'pricerole', 'customerrole', 'pricegroup', 'customergroup', 'pricelist'],
  notes: ['notes', 'note', 'comments', 'comment', 'remarks'],
};
const partNames: Readonly<Record<AddressPart, readonly string[]>> = {
  name: ['name', 'recipient', 'attention'],
  company: ['company'],
  line1: ['line1', 'address', 'address1', 'addressline1', 'street', 'street1', 'streetaddress'],
  line2: ['line2', 'address2', 'addressline2', 'street2', 'suite', 'apartment'],
  city: ['city', 'town', 'place'],
  region: ['region', 'state', 'province', 'provincecode', 'statecode', 'county'],
  postcode: ['postcode', 'zip', 'zipcode', 'postalcode'],
  country: ['country', 'countrycode'],
  phone: ['phone'],
};
const kindNames: Readonly<Record<AddressKind, readonly string[]>> = {
  shipping: ['shipping', 'shipto', 'ship', 'delivery', 'deliver'],
  billing: ['billing', 'billto', 'bill', 'invoice'],
};
/** What only an address has is the shipping address when the heading says no more. */
const bareParts: readonly AddressPart[] = ['line1', 'line2', 'city', 'region', 'postcode', 'country'];

const known: ReadonlyMap<string, CustomerTarget> = new Map([
  ...bareParts.flatMap((part) => partNames[part].map((name) => [name, `shipping.${part}` as const] as const)),
  ...(['shipping', 'billing'] as const).flatMap((kind) =>
    addressParts.flatMap((part) =>
      kindNames[kind].flatMap((start) =>
        partNames[part].flatMap((name) => [`${start}${name}`, `${start}address${name}`].map((heading) => [heading, `${kind}.${part}` as const] as const)),
      ),
    ),
  ),
  ...(['shipping', 'billing'] as const).flatMap((kind) => kindNames[kind].map((start) => [`${start}address`, `${kind}.line1` as const] as const)),
  ...plainTargets.flatMap((target) => plainNames[target].map((name) => [name, target] as const)),
]);

export function isCustomerTarget(text: string): text is CustomerTarget {
  return (customerTargets as readonly string[]).includes(text) || /^field:.{1,100}$/.test(text);
}

/** What a heading means, whatever its case, spaces and signs; undefined when nobody can say. */
export function customerTargetOf(heading: string): CustomerTarget | undefined {
  const text = heading.trim();
  if (isCustomerTarget(text)) return text;
  return known.get(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
}

export type Mapping = Readonly<Record<string, string>>;
export type MappedColumns = ReadonlyMap<CustomerTarget, number>;

/**
 * Where each target stands, by `mapping` (heading → target, or '' to leave the column out) and else by its heading. A
 * target that two columns claim is that of the one a person mapped, else of the first.
 */
export function mapCustomerColumns(headings: readonly string[], mapping: Mapping): MappedColumns {
  const places = new Map<CustomerTarget, number>();
  for (const [index, heading] of headings.entries()) {
    const asked = mapping[heading.trim()];
    if (asked !== undefined && isCustomerTarget(asked) && !places.has(asked)) places.set(asked, index);
  }
  for (const [index, heading] of headings.entries()) {
    const found = mapping[heading.trim()] === undefined ? customerTargetOf(heading) : undefined;
    if (found !== undefined && !places.has(found)) places.set(found, index);
  }
  return places;
}

/** The fields that a new customer must have and no column fills: a row that would make one is refused. */
export function fieldsWithoutColumn<Rule extends Pick<FieldRule, 'code' | 'active' | 'required'>>(
  rules: readonly Rule[],
  columns: MappedColumns,
): readonly Rule[] {
  return rules.filter(({ code, active, required }) => active && required && !columns.has(`field:${code}`));
}

/** What keeps a file from being read as customers: nobody to name, or nothing to know them again by. */
export function missingCustomerColumns(columns: MappedColumns): 'name' | 'identity' | undefined {
  if (!columns.has('number') && !columns.has('email')) return 'identity';
  return columns.has('name') || columns.has('firstName') || columns.has('lastName') || columns.has('company') ? undefined : 'name';
}
