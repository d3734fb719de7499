import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { priceAt } from '@backdesk/ordering/editing/price-at.ts';
import { LinePicture } from '@backdesk/ordering/lines/line-picture.tsx';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { perPiece } from '../per-piece.ts';
import { EditParts } from './edit-parts.tsx';
import styles from './parts.module.css';
import { bundleDraft, comesTo, type PartDraft } from './parts-draft.ts';
import { Makes } from './parts-fields.tsx';
import { t } from './texts.ts';

/** What a bundle is made of, what it costs by that and what could be made of it; a product that is none can be made one. */
export function MadeOf({ product, mayWrite }: { product: Product; mayWrite: boolean }) {
  const [isEditing, setEditing] = useState(false);
  const { bundle } = product;
  if (bundle === null && !mayWrite) return null;
  return (
    <Panel
      title={t.title()}
      note={bundle !== null && t.note(bundle.parts.length)}
      actions={
        mayWrite && (
          <Button size="small" icon={bundle === null ? 'plus' : 'pencil'} onClick={() => setEditing(true)}>
            {bundle === null ? t.make() : t.edit()}
          </Button>
        )
      }
    >
      {bundle === null ? <p className="muted">{t.none()}</p> : <Parts product={product} />}
      {isEditing && <EditParts product={product} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function Parts({ product }: { product: Product }) {
  const format = useFormat();
  const { parts } = bundleDraft(product);
  return (
    <div className="stack">
      <Table label={t.title()} edge>
        <thead>
          <tr>
            <th scope="col">{t.quantity()}</th>
            <th scope="col">{t.item()}</th>
            <th scope="col" className="num">
              {t.each()}
            </th>
            <th scope="col" className="num">
              {t.stock()}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <td className="tnum">{format.number(part.quantity ?? 0)} ×</td>
              <td>
                <span className={styles.part}>
                  <LinePicture url={part.imageUrl} size={34} />
                  <span>
                    <Link to="/products/$productId" params={{ productId: part.productId }}>
                      <bdi>{lineTitle(part)}</bdi>
                    </Link>
                    <span className={styles.sub}>
                      <bdi>{part.sku}</bdi>
                    </span>
                    {part.unavailable !== null && <span className={styles.against}>{part.unavailable === 'deleted' ? t.deleted() : t.hidden()}</span>}
                  </span>
                </span>
              </td>
              <td className="num">{aloneOf(part, product.currency, format)}</td>
              <td className="num soft">{stockOf(part, format)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div>
        <p>{priceOf(product, parts, format)}</p>
        <Makes parts={parts} />
      </div>
    </div>
  );
}

function aloneOf({ priceTable }: PartDraft, currency: string, format: Format): string {
  const first = priceTable?.breaks[0];
  return first === undefined ? t.noPrice() : format.unitPrice(perPiece(first.extendedPrice, first.quantity), currency, { show: 'plain' });
}

function stockOf({ stock, unavailable, quantity }: PartDraft, format: Format): string {
  if (stock === null || unavailable !== null) return '';
  if (!stock.tracked) return t.notTracked();
  const count = format.number(stock.available);
  return quantity === null || quantity === 1 ? count : t.forSo(count, format.number(Math.max(0, Math.floor(stock.available / quantity))));
}

/** What one costs now, beside what its parts would. */
function priceOf(product: Product, parts: readonly PartDraft[], format: Format): string {
  const { bundle, currency, variants, id: productId, name, code: productCode, configurationOptions } = product;
  const sum = comesTo(parts, currency);
  const alone = sum === null ? t.noPrice() : format.money({ amount: sum, currency });
  if (bundle?.pricing === 'summed') return sum === null ? t.priceSummedOpen() : t.priceSummed(alone);
  const [variant] = variants;
  if (variant === undefined) return '';
  const unit = priceAt(previewLine({ ...variant, productId, name, productCode, currency, configurationOptions }, 1, variant.id), 1)?.unitPrice ?? null;
  return unit === null ? t.priceOwnNone(alone) : t.priceOwn(format.unitPrice(unit, currency), alone);
}
