import { useTypeAhead } from '@backdesk/ordering/search/use-type-ahead.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useNavigate } from '@tanstack/react-router';
import { stageWord } from '../../components/stage.tsx';
import { api } from '../../lib/api.ts';
import type { Entry } from './entry.ts';
import { t } from './texts.ts';

/** Orders, customers and products that are found for the words; nothing is asked while there are none. */
export function useSearchEntries(words: string) {
  const navigate = useNavigate();
  const { money } = useFormat();

  async function search(q: string, signal: AbortSignal): Promise<readonly Entry[]> {
    if (q === '') return [];
    const [orders, customers, products] = await Promise.all([
      api.listOrders({ query: { q, limit: 6 } }, { signal }),
      api.listCustomers({ query: { q, limit: 5 } }, { signal }),
      api.listProducts({ query: { q, limit: 5 } }, { signal }),
    ]);
    return [
      ...orders.items.map((row): Entry => {
        const word = row.stage === 'submitted' || row.stage === 'canceled' ? t.order() : stageWord(row.stage);
        return {
          id: row.id,
          group: t.orders(),
          label: [`${word} ${row.orderNumber ?? row.number ?? ''}`.trim(), row.company?.name ?? row.customer?.name, row.name].filter(Boolean).join(' · '),
          more: money(row.total),
          icon: 'file',
          run: () => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } }),
        };
      }),
      ...customers.items.map(
        (row): Entry => ({
          id: row.id,
          group: t.customers(),
          label: [row.name, row.company?.name].filter(Boolean).join(' · '),
          more: row.email ?? row.phone,
          icon: 'user',
          run: () => void navigate({ to: '/customers/$customerId', params: { customerId: row.id } }),
        }),
      ),
      ...products.items.map(
        (row): Entry => ({
          id: row.id,
          group: t.products(),
          label: row.name,
          more: row.code,
          icon: 'box',
          run: () => void navigate({ to: '/products/$productId', params: { productId: row.id } }),
        }),
      ),
    ];
  }

  return useTypeAhead(words, search, words !== '');
}
