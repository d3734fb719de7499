import type { ProductCosts } from '@backdesk/contract/catalog/costs.ts';
import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { priceOfPieces } from '@backdesk/domain/money/rational.ts';
import { lineMargin } from '@backdesk/domain/pricing/margin.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { perPiece } from '../per-piece.ts';
import { spanText } from '../span-text.ts';
import { variantsInWords } from '../variants-in-words.ts';
import { costsQuery } from './costs-query.ts';
import { EditCosts } from './edit-costs.tsx';
import { t } from './texts.ts';

/** What each variant costs, and what is earned at its list prices. Nothing for who may not see costs. */
export function Costs({ product }: { product: Product }) {
  const mayRead = useMay('cost:read');
  const mayWrite = useMay('cost:write');
  const query = useQuery({ ...costsQuery(product.id), enabled: mayRead });
  const [isEditing, setEditing] = useState(false);
  if (!mayRead) return null;
  const costs = query.data;
  return (
    <Panel
      title={t.title()}
      actions={
        mayWrite &&
        costs !== undefined && (
          <Button size="small" icon="pencil" onClick={() => setEditing(true)}>
            {t.change()}
            <span className="vh"> {t.ofProduct(product.name)}</span>
          </Button>
        )
      }
    >
      {costs === undefined ? (
        query.isError ? (
          <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <CostTable product={product} costs={costs} />
      )}
      {isEditing && costs && <EditCosts product={product} costs={costs} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function CostTable({ product, costs: { items, currency } }: { product: Product; costs: ProductCosts }) {
  const format = useFormat();
  const costOf = new Map(items.map(({ variantId, unitCost }) => [variantId, unitCost]));
  const price = (unit: string) => format.unitPrice(unit, currency, { show: 'plain' });
  // A tenth of a percent says enough.
  const percent = (ppm: number) => format.percent(Math.round(ppm / 1000) * 1000);
  const breaksOf = ({ priceTable }: Variant) => priceTable?.breaks ?? [];
  // Variants that cost and earn the same are one row.
  const groups = Map.groupBy(product.variants, (variant) => JSON.stringify([costOf.get(variant.id) ?? null, breaksOf(variant)]));
  return (
    <Table label={t.title()} edge>
      <thead>
        <tr>
          <th scope="col">{t.variant()}</th>
          <th scope="col" className="num">
            {t.cost()}
          </th>
          <th scope="col" className="num hide-s">
            {t.listPrice()}
          </th>
          <th scope="col" className="num">
            {t.margin()}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...groups.values()].map((variants) => {
          const [first] = variants;
          if (first === undefined) return null;
          const unitCost = costOf.get(first.id) ?? null;
          const breaks = breaksOf(first);
          return (
            <tr key={first.id}>
              <td>
                <bdi className="medium">{variantsInWords(variants, product)}</bdi>
              </td>
              <td className="num">{unitCost === null ? <span className="muted">{t.notKnown()}</span> : price(unitCost)}</td>
              <td className="num hide-s">
                {spanText(
                  breaks.map((step) => perPiece(step.extendedPrice, step.quantity)),
                  price,
                )}
              </td>
              <td className="num">
                {spanText(
                  breaks.flatMap((step) => marginOf(step, unitCost, currency)),
                  percent,
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** What a break earns, in ppm of its price; nothing where that is not known. */
function marginOf(step: { quantity: number; extendedPrice: string }, unitCost: string | null, currency: string): readonly number[] {
  const { quantity, extendedPrice } = step;
  const netAmount = minor(priceOfPieces(extendedPrice, 1, 1, currency));
  const ppm = lineMargin({ id: '', counted: true, quantity, unitCost, netAmount }, currency, 0)?.marginPpm ?? null;
  return ppm === null ? [] : [ppm];
}
