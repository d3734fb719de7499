// One row of a customer file. An empty cell says nothing: it leaves what is here as it is.
import type { Address } from '@backdesk/contract/core/primitives.ts';
import { givenAddress } from '@backdesk/contract/core/primitives.ts';
import { createCustomer } from '@backdesk/contract/customer/schema.ts';
import { addressFaults } from '@backdesk/domain/address/check-address.ts';
import { tidyAddress } from '@backdesk/domain/address/tidy-address.ts';
import { withoutGuard } from '@backdesk/domain/csv/csv-row.ts';
import type { CsvRecord } from '@backdesk/domain/csv/read-csv.ts';
import type { AddressKind, AddressPart, CustomerTarget } from '@backdesk/domain/customer/import-columns.ts';
import type { FieldRule, FieldValue } from '@backdesk/domain/field/types.ts';
import type { z } from 'zod';
import type { Notice } from '../notice.ts';
import { countryOf } from './country-of.ts';
import type { CustomerHeading } from './customer-heading.ts';
import { fieldCell } from './field-cell.ts';
import { CellRefused, codeCell, flagCell } from './parse-cells.ts';

export type PriceRole = { readonly id: string; readonly name: string };

/** What a row says of a customer; what it does not say is missing. */
export type CustomerPart = {
  readonly name?: string;
  readonly email?: string;
  readonly number?: string;
  readonly company?: string;
  readonly phone?: string;
  readonly title?: string;
  readonly active?: boolean;
  readonly openAccount?: boolean;
  /** null: taxed. */
  readonly taxExemption?: string | null;
  /** The price role of their own. */
  readonly role?: PriceRole;
  readonly notes?: string;
};

export type UnfitCell = { readonly code: string; readonly text: string; readonly notice: Notice };

export type ParsedCustomer = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly part: CustomerPart;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Cells of custom fields that nobody new may have. Who has that very value keeps it. */
  readonly unfit: readonly UnfitCell[];
  readonly addresses: Readonly<Partial<Record<AddressKind, Address>>>;
  /** Why the row is refused; empty: it is not. */
  readonly notices: readonly Notice[];
};

type Facts = {
  readonly heading: CustomerHeading;
  readonly country: string;
  /** The account's own fields of customers, by code. */
  readonly ownFields: ReadonlyMap<string, FieldRule>;
  /** By name in small letters. */
  readonly roles: ReadonlyMap<string, PriceRole>;
};
type Refuse = (target: CustomerTarget, reason: string) => void;
/** What a cell holds; undefined when it is empty, or refused. */
type Read = <Value>(target: CustomerTarget, parse: (text: string) => Value) => Value | undefined;

const shape = createCustomer.shape;

export function parseCustomer(record: CsvRecord, { heading, country, ownFields, roles }: Facts): ParsedCustomer {
  const notices: Notice[] = [];
  const cell = (target: CustomerTarget) => {
    const text = withoutGuard(record.cells[heading.columns.get(target) ?? -1] ?? '');
    return (target === 'notes' ? text : text.replace(/[\t\r\n]+/g, ' ')).trim();
  };
  const refusal = (target: CustomerTarget | undefined, reason: string): Notice => {
    const place = target === undefined ? -1 : (heading.columns.get(target) ?? -1);
    const value = (place === -1 ? (record.cells[0] ?? '') : (record.cells[place] ?? '')).slice(0, 200);
    return { kind: 'refused', row: record.row, column: heading.headings[place] ?? '', value, reason };
  };
  const refuse = (target: CustomerTarget | undefined, reason: string) => {
    notices.push(refusal(target, reason));
  };
  const refused = () => ({ row: record.row, cells: record.cells, part: {}, fields: {}, unfit: [], addresses: {}, notices });
  if (record.broken !== undefined) {
    refuse(undefined, `${record.broken} (line ${record.line})`);
    return refused();
  }
  if (record.cells.some((text, index) => index >= heading.headings.length && text.trim() !== '')) {
    refuse(undefined, `has more cells than the heading (line ${record.line}): a comma outside quotation marks?`);
    return refused();
  }
  const read: Read = (target, parse) => {
    if (cell(target) === '') return undefined;
    try {
      return parse(cell(target));
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      refuse(target, error.message);
      return undefined;
    }
  };
  const nameTarget = (['name', 'firstName', 'lastName'] as const).find((target) => cell(target) !== '');
  const given = {
    name: nameTarget === undefined ? undefined : read(nameTarget, () => by(shape.name)(wholeName(cell))),
    email: read('email', by(shape.email)),
    number: read('number', (text) => by(shape.number)(codeCell(text))),
    company: read('company', by(shape.company)),
    phone: read('phone', by(shape.phone)),
    title: read('title', by(shape.title)),
    active: read('active', flagCell(true)),
    openAccount: read('openAccount', flagCell(true)),
    taxExemption: read('taxExemption', (text) => by(shape.taxExemption)(exemptionOf(text))),
    role: read('role', roleFrom(roles)),
    notes: read('notes', by(shape.notes)),
  };
  if (notices.length === 0 && given.number === undefined && given.email === undefined) {
    refuse(heading.columns.has('number') ? 'number' : 'email', 'is empty: a customer is known again by the number or the email address');
  }
  const part = withoutEmpty(given) as CustomerPart;
  const addresses = Object.fromEntries(
    (['shipping', 'billing'] as const).flatMap((kind) => {
      const found = addressOf(kind, { cell, refuse, country });
      return found === undefined ? [] : [[kind, found]];
    }),
  );
  return { row: record.row, cells: record.cells, part, ...fieldsOf(heading, { cell, refusal, ownFields }), addresses, notices };
}

/** A parser by the schema of the form: what the form takes, the file may say. */
function by<Schema extends z.ZodType>(schema: Schema) {
  return (text: string | null): z.output<Schema> => {
    const parsed = schema.safeParse(text);
    if (!parsed.success) throw new CellRefused(parsed.error.issues[0]?.message ?? 'is not allowed');
    return parsed.data;
  };
}

function roleFrom(roles: Facts['roles']) {
  return (text: string): PriceRole => {
    const role = roles.get(text.toLowerCase());
    if (role === undefined) throw new CellRefused('is no price role here: make it under Settings › Price roles, or leave the cell empty');
    return role;
  };
}

function wholeName(cell: (target: CustomerTarget) => string): string {
  return cell('name') || [cell('firstName'), cell('lastName')].filter((text) => text !== '').join(' ');
}

function exemptionOf(text: string): string | null {
  if (/^(no|false|0)$/i.test(text)) return null;
  return /^(yes|true|1)$/i.test(text) ? 'Exempt' : text;
}

function withoutEmpty(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

type Cells = { readonly cell: (target: CustomerTarget) => string; readonly refuse: Refuse };

/** An address with anything in it that says where; its name and phone alone are no address. */
function addressOf(kind: AddressKind, { cell, refuse, country }: Cells & { readonly country: string }): Address | undefined {
  const at = (part: AddressPart) => cell(`${kind}.${part}`);
  if (!(['line1', 'line2', 'city', 'postcode'] as const).some((part) => at(part) !== '')) return undefined;
  const code = at('country') === '' ? country : countryOf(at('country'));
  if (code === undefined) {
    refuse(`${kind}.country`, 'is no country: write its two-letter code, such as US, or its English name');
    return undefined;
  }
  const parts = (['name', 'company', 'line1', 'line2', 'city', 'region', 'postcode', 'phone'] as const).map((part) => [part, at(part)]);
  const parsed = givenAddress.safeParse({ ...Object.fromEntries(parts), country: code });
  if (parsed.success) {
    // A region by its name becomes its code. What else its country asks of an address is asked of people, not of an old list.
    const address = tidyAddress(parsed.data);
    const isCityMissing = addressFaults(address).some(({ field, kind: fault }) => field === 'city' && fault === 'needed');
    if (isCityMissing) refuse(`${kind}.city`, 'must not be empty');
    return isCityMissing ? undefined : address;
  }
  for (const { path, message } of parsed.error.issues) refuse(`${kind}.${String(path[0]) as AddressPart}`, message);
  return undefined;
}

type FieldCells = Pick<Cells, 'cell'> & {
  readonly refusal: (target: CustomerTarget, reason: string) => Notice;
  readonly ownFields: Facts['ownFields'];
};

function fieldsOf({ columns }: CustomerHeading, { cell, refusal, ownFields }: FieldCells): Pick<ParsedCustomer, 'fields' | 'unfit'> {
  const fields: Record<string, FieldValue> = {};
  const unfit: UnfitCell[] = [];
  for (const target of columns.keys()) {
    const text = cell(target);
    if (!target.startsWith('field:') || text === '') continue;
    const code = target.slice('field:'.length);
    try {
      fields[code] = ownFieldCell(ownFields.get(code), { code, text });
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      unfit.push({ code, text, notice: refusal(target, error.message) });
    }
  }
  return { fields, unfit };
}

function ownFieldCell(rule: FieldRule | undefined, { code, text }: { readonly code: string; readonly text: string }): FieldValue {
  if (rule === undefined) throw new CellRefused(`there is no customer field ${code}`);
  return fieldCell(rule, text);
}
