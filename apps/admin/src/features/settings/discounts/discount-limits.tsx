import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useQuery } from '@tanstack/react-query';
import { categoriesQuery } from '../../../lib/categories-query.ts';
import { priceRolesQuery } from '../../../lib/price-roles-query.ts';
import type { DiscountDraft } from './discount-draft.ts';
import styles from './discounts.module.css';
import { ProductLimits } from './product-limits.tsx';
import { t } from './texts.ts';

type DiscountLimitsProps = { draft: DiscountDraft; errors: Readonly<Record<string, string>>; onChange: (part: Partial<DiscountDraft>) => void };

/** What and whom it is for: categories with all below them, products, and price roles. Nothing chosen is everything. */
export function DiscountLimits({ draft, errors, onChange }: DiscountLimitsProps) {
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  const roles = useQuery(priceRolesQuery()).data?.items ?? [];
  const toggled = (ids: readonly string[], id: string, isIn: boolean) => (isIn ? [...ids, id] : ids.filter((other) => other !== id));
  return (
    <>
      {categories.length > 0 && (
        <fieldset className={styles.limits}>
          <legend>{t.categories()}</legend>
          <p className="small muted">{t.categoriesHelp()}</p>
          <div className={styles.choices}>
            {categories.map(({ id, name, depth }) => (
              <div key={id} style={{ paddingInlineStart: `calc(${depth} * var(--s-5))` }}>
                <Checkbox
                  label={name}
                  checked={draft.categoryIds.includes(id)}
                  onChange={({ target }) => onChange({ categoryIds: toggled(draft.categoryIds, id, target.checked) })}
                />
              </div>
            ))}
          </div>
        </fieldset>
      )}
      <ProductLimits ids={draft.productIds} errors={errors} onChange={(productIds) => onChange({ productIds })} />
      {roles.length > 0 && (
        <fieldset className={styles.limits}>
          <legend>{t.roles()}</legend>
          <p className="small muted">{t.rolesHelp()}</p>
          <div className={styles.choices}>
            {roles.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={draft.roleIds.includes(id)}
                onChange={({ target }) => onChange({ roleIds: toggled(draft.roleIds, id, target.checked) })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
