// The configuration options of the JSON as the domain takes them: the product page and the line preview answer with the same function
// as the server.
import type { ConfigurationOption, OptionUpcharge } from '@backdesk/domain/catalog/configuration-options.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import type { MoneyJson } from '../core/primitives.ts';
import type { ConfigurationOptionJson } from './schema.ts';

function upchargeOf({ perPiece, perLine }: { readonly perPiece: string; readonly perLine: MoneyJson }): OptionUpcharge {
  return { perPiece, perLine: perLine.amount as MinorUnits, currency: perLine.currency };
}

/** What is asked now; the JSON holds no removed options. */
export function configurationOptionsOf(options: readonly ConfigurationOptionJson[]): readonly ConfigurationOption[] {
  return options.map((option) => {
    const { id, name, help, required, carriesBreaks } = option;
    const asked = { id, name, help, required, carriesBreaks, removed: false };
    if (option.kind === 'text') return { ...asked, kind: option.kind, maxLength: option.maxLength, ...upchargeOf(option) };
    return { ...asked, kind: option.kind, values: option.values.map((value) => ({ id: value.id, name: value.name, removed: false, ...upchargeOf(value) })) };
  });
}
