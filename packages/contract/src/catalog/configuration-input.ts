// The configuration options of the JSON as the domain takes them: the product page and the line preview answer with the same function
// as the server.
import type { ConfigurationOption } from '@backdesk/domain/catalog/configuration-options.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import type { MoneyJson } from '../core/primitives.ts';
import type { ConfigurationOptionJson } from './configuration.ts';

type Known<Json> = Json extends unknown ? Omit<Json, 'perLine'> & { readonly perLine: MinorUnits; readonly currency: string; readonly removed: false } : never;

/** Of each kind its own: the rest of the option stays what it is. */
function upchargeOf<Json extends { readonly perLine: MoneyJson }>({ perLine, ...json }: Json): Known<Json> {
  return { ...json, perLine: perLine.amount, currency: perLine.currency, removed: false } as unknown as Known<Json>;
}

/** What is asked now; the JSON holds no removed options. */
export function configurationOptionsOf(options: readonly ConfigurationOptionJson[]): readonly ConfigurationOption[] {
  return options.map((option) =>
    option.kind === 'choice' ? { ...option, removed: false, values: option.values.map((value) => upchargeOf(value)) } : upchargeOf(option),
  );
}
