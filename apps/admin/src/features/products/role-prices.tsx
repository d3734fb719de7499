import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { ProductRolePrices } from '@backdesk/contract/price-role/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { Breaks } from './breaks.tsx';
import { EditRolePrices } from './edit-role-prices.tsx';
import { rolePricesQuery } from './role-prices-query.ts';
import { t } from './texts.ts';

/** What each price role pays for the product, whatever the variant. */
export function RolePrices({ product, mayWrite }: { product: Product; mayWrite: boolean }) {
  const query = useQuery(rolePricesQuery(product.id));
  const [editing, setEditing] = useState<ProductRolePrices | null>(null);
  const roles = query.data?.items;
  return (
    <Panel title={t.rolePrices()}>
      {roles === undefined ? (
        query.isError ? (
          <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : roles.length === 0 ? (
        <p className="muted">
          {t.noRoles()} <Link to="/settings/price-roles">{t.toRoles()}</Link>
        </p>
      ) : (
        <Table label={t.rolePrices()} edge>
          <thead>
            <tr>
              <th scope="col">{t.role()}</th>
              <th scope="col" className="num">
                {t.rolePays()}
              </th>
              {mayWrite && (
                <th scope="col">
                  <span className="vh">{t.edit()}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.roleId}>
                <td>
                  <bdi className="medium">{role.roleName}</bdi>
                </td>
                <td className="num">
                  <RoleBreaks role={role} currency={product.currency} />
                </td>
                {mayWrite && (
                  <td className="num">
                    <Button variant="link" onClick={() => setEditing(role)}>
                      {role.breaks.length === 0 ? t.setRolePrices() : t.edit()}
                      <span className="vh"> {role.roleName}</span>
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {editing !== null && <EditRolePrices product={product} role={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function RoleBreaks({ role: { breaks, variantCount }, currency }: { role: ProductRolePrices; currency: string }) {
  const format = useFormat();
  return (
    <Breaks
      breaks={breaks}
      currency={currency}
      before={breaks.length === 0 && <span className="muted">{t.listPriceStands()}</span>}
      after={variantCount > 0 && <span className="small muted">{t.ownOfVariants(variantCount, format.number(variantCount))}</span>}
    />
  );
}
