import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { Category } from '@backdesk/contract/category/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { categoriesQuery } from '../../../lib/categories-query.ts';
import { EditPanel } from '../edit-panel.tsx';
import { useSaveProduct } from '../use-save-product.ts';
import styles from './categories.module.css';
import { t } from './texts.ts';

/** The categories of a product, each by its path. */
export function ProductCategories({ product, mayWrite }: { product: Product; mayWrite: boolean }) {
  const all = useQuery(categoriesQuery()).data?.items ?? [];
  const [isEditing, setEditing] = useState(false);
  const own = all.filter(({ id }) => product.categoryIds.includes(id));
  return (
    <Panel
      title={t.title()}
      actions={
        mayWrite &&
        all.length > 0 && (
          <Button size="small" icon="pencil" onClick={() => setEditing(true)}>
            {t.change()}
            <span className="vh"> {t.ofProduct(product.name)}</span>
          </Button>
        )
      }
    >
      {own.length === 0 ? (
        <p className="muted">
          {all.length === 0 ? t.noneAtAll() : t.noneOfProduct()} {all.length === 0 && <Link to="/products/categories">{t.toCategories()}</Link>}
        </p>
      ) : (
        <ul className={styles.paths}>
          {own.map(({ id, path }) => (
            <li key={id}>
              <Link to="/products" search={{ category: id }}>
                {path.join(' › ')}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {isEditing && <EditProductCategories product={product} all={all} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function EditProductCategories({ product, all, onClose }: { product: Product; all: readonly Category[]; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(product.categoryIds));
  const save = useSaveProduct(async () => {
    const changed = await api.setProductCategories({ params: { id: product.id }, body: { categoryIds: [...chosen] } });
    void queryClient.invalidateQueries({ queryKey: ['categories'] });
    return changed;
  }, onClose);
  function toggle(id: string, isIn: boolean) {
    const next = new Set(chosen);
    if (isIn) next.add(id);
    else next.delete(id);
    setChosen(next);
  }
  return (
    <EditPanel title={t.ofProduct(product.name)} save={save} onClose={onClose}>
      <div className={styles.choices}>
        {all.map(({ id, name, depth }) => (
          <div key={id} style={{ paddingInlineStart: `calc(${depth} * var(--s-5))` }}>
            <Checkbox label={name} checked={chosen.has(id)} onChange={(event) => toggle(id, event.target.checked)} />
          </div>
        ))}
      </div>
    </EditPanel>
  );
}
