import type { OrderLine } from '@backdesk/contract/order/lines.ts';

type Titled = { readonly name: string; readonly options: OrderLine['options'] };

/** "Heavy tee · Red · M": the name and what was chosen. */
export function lineTitle({ name, options }: Titled): string {
  return [name, ...options.map((option) => option.value)].filter(Boolean).join(' · ');
}
