import type { OrderNewsMailInput } from '@backdesk/documents/mail/types.ts';
import type { AccountSettings } from '../../db/account-settings.ts';
import { accountAddress } from '../estimate/mail-input.ts';
import { countInWords } from '../outbox/in-words.ts';
import type { OrderRecord } from './order-record.ts';

type Pieces = { readonly lineId: string; readonly quantity: number };
type Common = Pick<OrderNewsMailInput, 'account' | 'locale' | 'customer' | 'title' | 'facts' | 'pieces' | 'link' | 'closing'>;

/** What every mail of news says of its order; `pieces` are the goods it names. */
export function orderNewsInput(account: AccountSettings, order: OrderRecord, pieces: readonly Pieces[] = []): Common {
  const byId = new Map(order.lines.map((line) => [line.id, line]));
  return {
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale: account.locale,
    customer: { name: order.customer?.name ?? '' },
    title: `Order ${order.orderNumber ?? order.number ?? ''}`,
    facts: order.poNumber === '' ? [] : [`Purchase order ${order.poNumber}`],
    pieces: pieces.flatMap(({ lineId, quantity }) => {
      const line = byId.get(lineId);
      if (line === undefined) return [];
      const detail = line.options.map(({ value }) => value).join(' · ');
      return [{ name: line.name, detail, quantity: countInWords(quantity, account.locale) }];
    }),
    link: null,
    closing: '',
  };
}
