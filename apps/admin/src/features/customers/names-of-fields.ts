import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { t as form } from '@backdesk/ordering/customer/texts.ts';

const names: Readonly<Record<string, () => string>> = {
  name: form.name,
  email: form.email,
  company: form.company,
  phone: form.phone,
  title: form.title,
  number: form.number,
  active: form.active,
  openAccount: form.openAccount,
  taxExemption: form.taxExemption,
  notes: form.notes,
};

/** A field by the word of the form; a custom one by its label. */
export function nameOfField(name: string, definitions: readonly FieldDefinition[]): string {
  return names[name]?.() ?? definitions.find(({ code }) => code === name)?.label ?? name;
}

/** The fields of a change by the words of the form. */
export function namesOfFields({ fields = {}, ...parts }: { readonly fields?: object | undefined }, definitions: readonly FieldDefinition[]): readonly string[] {
  return [...Object.keys(parts), ...Object.keys(fields)].map((name) => nameOfField(name, definitions));
}
