import type { PriceRole } from '@backdesk/contract/price-role/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { priceRolesQuery } from '../../../lib/price-roles-query.ts';
import { useMay } from '../../../lib/session.tsx';
import { EditPriceRole } from './edit-price-role.tsx';
import { RolePrices } from './role-prices.tsx';
import { t } from './texts.ts';

type Shown = { readonly kind: 'edit'; readonly role: PriceRole | null } | { readonly kind: 'prices'; readonly role: PriceRole };

/** The account's price roles: who has them, which prices they have. */
export function PriceRolesPage() {
  const query = useQuery(priceRolesQuery());
  const mayWrite = useMay('settings:write');
  const [shown, setShown] = useState<Shown | null>(null);
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const roles = query.data.items;
  const close = () => setShown(null);
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={() => setShown({ kind: 'edit', role: null })}>
      {t.add()}
    </Button>
  );
  const panel = (
    <>
      {shown?.kind === 'edit' && <EditPriceRole role={shown.role} others={roles.filter(({ id }) => id !== shown.role?.id)} onClose={close} />}
      {shown?.kind === 'prices' && <RolePrices role={shown.role} onClose={close} />}
    </>
  );
  if (roles.length === 0)
    return (
      <EmptyState icon="percent" title={t.emptyTitle()} action={add}>
        <p>{t.empty()}</p>
        {panel}
      </EmptyState>
    );
  return (
    <Panel title={t.title()} note={t.note()} actions={add}>
      <Table label={t.title()} edge>
        <thead>
          <tr>
            <th scope="col">{t.name()}</th>
            <th scope="col">{t.usedBy()}</th>
            <th scope="col">{t.prices()}</th>
            <th scope="col">
              <span className="vh">{t.edit()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role.id}>
              <td>
                <bdi className="medium">{role.name}</bdi> {role.isDefault && <Tag tone="accent">{t.default()}</Tag>}
              </td>
              <td className="soft">
                <UsedBy role={role} />
              </td>
              <td>
                {role.priceCount === 0 ? (
                  <span className="muted">{t.noPrices()}</span>
                ) : (
                  <Button variant="link" onClick={() => setShown({ kind: 'prices', role })}>
                    {t.priceCount(role.priceCount)}
                    <span className="hide-s"> {t.ofProducts(role.productCount)}</span>
                    <span className="vh"> {role.name}</span>
                  </Button>
                )}
              </td>
              <td className="num">
                {mayWrite && (
                  <Button variant="link" onClick={() => setShown({ kind: 'edit', role })}>
                    {t.edit()}
                    <span className="vh"> {role.name}</span>
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {panel}
    </Panel>
  );
}

function UsedBy({ role: { id, customerCount, companyCount } }: { role: PriceRole }) {
  if (customerCount + companyCount === 0) return t.nobody();
  return (
    <>
      {companyCount > 0 && (
        <Link to="/customers/companies" search={{ role: id }} className="nowrap">
          {t.companies(companyCount)}
        </Link>
      )}
      {companyCount > 0 && customerCount > 0 && ', '}
      {customerCount > 0 && <span className="nowrap">{t.customers(customerCount)}</span>}
    </>
  );
}
