// The form of a product's options: names, values and their order, as the API takes them.
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { SetOptions } from '@backdesk/contract/catalog/variants.ts';

/** `from`: what it is called now; null: it is new. */
type Named = { readonly id: string; readonly from: string | null; readonly name: string };
export type OptionDraft = Named & { readonly values: readonly Named[] };

export function optionsDraft({ options }: Pick<Product, 'options'>): readonly OptionDraft[] {
  const named = (name: string): Named => ({ id: name, from: name, name });
  return options.length === 0 ? [newOption([])] : options.map(({ name, values }) => ({ ...named(name), values: values.map(named) }));
}

/** One more option, with the value that the variants there are get. */
export function newOption(options: readonly OptionDraft[]): OptionDraft {
  const id = `new ${options.length}`;
  return { id, from: null, name: '', values: [{ id: `${id} value`, from: null, name: '' }] };
}

/** Null: something has no name. */
export function optionsRequest(options: readonly OptionDraft[]): SetOptions['options'] | null {
  const isNamed = ({ name }: Named) => name.trim() !== '';
  if (!options.every((option) => isNamed(option) && option.values.every(isNamed))) return null;
  const said = ({ from, name }: Named) => ({ ...(from !== null && { from }), name: name.trim() });
  return options.map((option) => ({ ...said(option), values: option.values.map(said) }));
}

/** How many variants have a value. */
export function variantsWith({ variants }: Product, option: string | null, value: string | null): number {
  return variants.filter(({ options }) => options.some((each) => each.name === option && each.value === value)).length;
}
