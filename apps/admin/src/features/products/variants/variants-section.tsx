import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import { t as products } from '../texts.ts';
import { AddVariants } from './add-variants.tsx';
import { DeleteVariants } from './delete-variants.tsx';
import { EditOptions } from './edit-options.tsx';
import { EditVariant } from './edit-variant.tsx';
import { t } from './texts.ts';
import styles from './variants.module.css';
import { VariantsGrid } from './variants-grid.tsx';

type Open =
  | { readonly panel: 'add' | 'options' | 'first option' }
  | { readonly panel: 'variant'; readonly variant: Variant }
  | { readonly panel: 'delete'; readonly variants: readonly Variant[] };

/** From so many on there is something to look for. */
const searchable = 20;

/** The variants of a product: in a grid, and what adds, orders, changes and deletes them. */
export function VariantsSection({ product, mayWrite, onDeleteProduct }: { product: Product; mayWrite: boolean; onDeleteProduct: () => void }) {
  const { number } = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const [find, setFind] = useState('');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const { variants, options } = product;
  const chosen = variants.filter(({ id }) => ids.has(id));
  const shown = found(variants, find);
  const close = () => setOpen(null);
  return (
    <Panel
      title={products.variants()}
      note={products.variantCount(variants.length)}
      actions={
        mayWrite && (
          <>
            {options.length > 0 && (
              <Button size="small" icon="pencil" onClick={() => setOpen({ panel: 'options' })}>
                {t.editOptions()}
              </Button>
            )}
            <Button size="small" icon="plus" onClick={() => setOpen({ panel: options.length === 0 ? 'first option' : 'add' })}>
              {t.addVariants()}
            </Button>
          </>
        )
      }
    >
      {(variants.length > searchable || chosen.length > 0) && (
        <div className={styles.bar}>
          {variants.length > searchable && (
            <TextInput
              label={t.find()}
              hideLabel
              icon="search"
              type="search"
              placeholder={t.findHint()}
              className={styles.find}
              value={find}
              onChange={(event) => setFind(event.target.value)}
            />
          )}
          {chosen.length > 0 && (
            <>
              <span role="status" className="soft">
                {t.selected(chosen.length, number(chosen.length))}
              </span>
              <Button size="small" icon="trash" onClick={() => setOpen({ panel: 'delete', variants: chosen })}>
                {t.delete()}
              </Button>
              <Button variant="link" onClick={() => setIds(new Set())}>
                {t.clear()}
              </Button>
            </>
          )}
        </div>
      )}
      {shown.length === 0 && find !== '' ? (
        <p className="muted" role="status">
          {t.noneFound()}
        </p>
      ) : (
        <VariantsGrid
          product={product}
          variants={shown}
          {...(mayWrite && { editing: { selected: { ids, set: setIds }, onEdit: (variant: Variant) => setOpen({ panel: 'variant', variant }) } })}
        />
      )}
      {open?.panel === 'add' && <AddVariants product={product} onClose={close} />}
      {open?.panel === 'options' && <EditOptions product={product} onClose={close} />}
      {open?.panel === 'first option' && <EditOptions product={product} onFirst={() => setOpen({ panel: 'add' })} onClose={close} />}
      {open?.panel === 'variant' && (
        <EditVariant product={product} variant={open.variant} onDelete={() => setOpen({ panel: 'delete', variants: [open.variant] })} onClose={close} />
      )}
      {open?.panel === 'delete' && (
        <DeleteVariants
          product={product}
          variants={open.variants}
          onDeleted={() => setIds(new Set())}
          onDeleteProduct={() => {
            close();
            onDeleteProduct();
          }}
          onClose={close}
        />
      )}
    </Panel>
  );
}

/** Every word of what is typed stands in the SKU or the options. */
function found(variants: readonly Variant[], text: string): readonly Variant[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return variants.filter(({ sku, title }) => {
    const said = `${sku} ${title}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
