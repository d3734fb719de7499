import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { priceRolesQuery } from '../../../lib/price-roles-query.ts';
import styles from './buyers.module.css';
import { buyersQuery } from './buyers-query.ts';
import { EditBuyers } from './edit-buyers.tsx';
import { t } from './texts.ts';

/** Which price roles may buy the product, and which of its variants. */
export function Buyers({ product, mayWrite }: { product: Product; mayWrite: boolean }) {
  const query = useQuery(buyersQuery(product.id));
  const roles = useQuery(priceRolesQuery()).data?.items ?? [];
  const [isEditing, setEditing] = useState(false);
  const rules = query.data?.items;
  return (
    <Panel
      title={t.title()}
      actions={
        mayWrite &&
        rules !== undefined &&
        roles.length > 0 && (
          <Button size="small" icon="pencil" onClick={() => setEditing(true)}>
            {t.change()}
            <span className="vh"> {t.ofProduct(product.name)}</span>
          </Button>
        )
      }
    >
      {rules === undefined ? (
        query.isError ? (
          <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : rules.length === 0 ? (
        <p className="muted">{roles.length === 0 ? t.noRoles() : t.everybody()}</p>
      ) : (
        <ul className={styles.rules}>
          {rules.map(({ roleId, roleName, variantId, sku, effect }) => (
            <li key={`${variantId} ${roleId}`}>
              {effect === 'include' ? t.only(roleName) : t.not(roleName)}
              {sku !== null && <span className="muted"> · {sku}</span>}
            </li>
          ))}
        </ul>
      )}
      {isEditing && rules && <EditBuyers product={product} rules={rules} roles={roles} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
