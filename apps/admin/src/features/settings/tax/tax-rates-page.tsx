import type { TaxRateJson } from '@backdesk/contract/settings/schema.ts';
import { regionName } from '@backdesk/domain/core/regions.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { countryName } from '@backdesk/ui/format/address.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { taxRatesQuery } from '../settings-queries.ts';
import { t } from '../texts.ts';
import { TryPricing } from '../try/try-pricing.tsx';
import { useRowFilter } from '../use-row-filter.tsx';
import { EditTaxRate } from './edit-tax-rate.tsx';
import { TaxPolicyPanel } from './tax-policy-panel.tsx';

/** Settings › Tax: how it is worked out, the rates, and a box to try them. */
export function TaxPage() {
  return (
    <>
      <TaxPolicyPanel />
      <TaxRates />
      <TryPricing />
    </>
  );
}

function TaxRates() {
  const { locale, percent } = useFormat();
  const query = useQuery(taxRatesQuery());
  const mayWrite = useMay('settings:write');
  const [editing, setEditing] = useState<TaxRateJson | 'new' | null>(null);
  const { shown, field } = useRowFilter(query.data?.items ?? [], t.findRate(), ({ name, code, country, ...rate }) =>
    [name, code, countryName(country, locale), placeWords({ country, ...rate }), rate.category ?? ''].join(' '),
  );
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const rates = query.data.items;
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={() => setEditing('new')}>
      {t.addRate()}
    </Button>
  );
  const panel = editing !== null && <EditTaxRate rate={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />;
  if (rates.length === 0)
    return (
      <EmptyState isPart icon="percent" title={t.noRates()} action={add}>
        <p>{t.noRatesHelp()}</p>
        {panel}
      </EmptyState>
    );
  return (
    <Panel title={t.taxTitle()} note={t.taxNote()} actions={add}>
      {field}
      <Table label={t.taxTitle()} edge>
        <thead>
          <tr>
            <th scope="col">{t.name()}</th>
            <th scope="col">{t.place()}</th>
            <th scope="col" className="hide-s">
              {t.category()}
            </th>
            <th scope="col" className="num">
              {t.rate()}
            </th>
            <th scope="col">
              <span className="vh">{t.edit()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((rate) => (
            <tr key={rate.id}>
              <td>
                <bdi className="medium">{rate.name}</bdi>
                <span className="small muted" style={{ display: 'block' }}>
                  {rate.code}
                </span>
                {!rate.active && (
                  <StatusDot tone="neutral" shape="ring">
                    {t.inactive()}
                  </StatusDot>
                )}
              </td>
              <td>
                {countryName(rate.country, locale)}
                <span className="small muted" style={{ display: 'block' }}>
                  {placeWords(rate)}
                </span>
              </td>
              <td className="soft hide-s">{[rate.category ?? t.everyCategory(), rate.onShipping && t.onShippingShort()].filter(Boolean).join(', ')}</td>
              <td className="num medium">{percent(rate.ratePpm)}</td>
              <td className="num">
                {mayWrite && (
                  <Button variant="link" onClick={() => setEditing(rate)}>
                    {t.edit()}
                    <span className="vh"> {rate.name}</span>
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

function placeWords({ country, region, postcodes }: Pick<TaxRateJson, 'country' | 'region' | 'postcodes'>): string {
  return [region === '' ? t.wholeCountry() : regionName(country, region), ...(postcodes.length > 0 ? [t.begins(postcodes.join(', '))] : [])].join(', ');
}
