import type { ShippingZoneJson } from '@backdesk/contract/settings/schema.ts';
import { regionName } from '@backdesk/domain/core/regions.ts';
import { zoneOverlaps } from '@backdesk/domain/shipping/zone-overlaps.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { countryName } from '@backdesk/ui/format/address.ts';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { PickupPlacesPanel } from '../pickup/pickup-places-panel.tsx';
import styles from '../settings-layout.module.css';
import { shippingZonesQuery } from '../settings-queries.ts';
import { t } from '../texts.ts';
import { TryPricing } from '../try/try-pricing.tsx';
import { useRowFilter } from '../use-row-filter.tsx';
import { EditShippingZone } from './edit-shipping-zone.tsx';

/** Settings › Shipping: zones with their rates, pickup places, and a box to try them. */
export function ShippingPage() {
  return (
    <>
      <ShippingZones />
      <PickupPlacesPanel />
      <TryPricing />
    </>
  );
}

function ShippingZones() {
  const query = useQuery(shippingZonesQuery());
  const mayWrite = useMay('settings:write');
  const [editing, setEditing] = useState<ShippingZoneJson | 'new' | null>(null);
  const { locale } = useFormat();
  const { shown, field } = useRowFilter(query.data?.items ?? [], t.findZone(), (zone) => wordsOfZone(zone, locale));
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const zones = query.data.items;
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={() => setEditing('new')}>
      {t.addZone()}
    </Button>
  );
  const panel = editing !== null && <EditShippingZone zone={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />;
  if (zones.length === 0)
    return (
      <EmptyState isPart icon="truck" title={t.noZones()} action={add}>
        <p>{t.noZonesHelp()}</p>
        {panel}
      </EmptyState>
    );
  return (
    <>
      <Panel title={t.zonesTitle()} note={t.zonesNote()} actions={add || undefined}>
        <Overlaps zones={zones} />
        {field}
        {shown.map((zone) => (
          <Zone key={zone.id} zone={zone} {...(mayWrite && { onEdit: setEditing })} />
        ))}
      </Panel>
      {panel}
    </>
  );
}

function Zone({ zone, onEdit }: { zone: ShippingZoneJson; onEdit?: (zone: ShippingZoneJson) => void }) {
  const format = useFormat();
  const words = zone.areas.map((area) => placeWords(area, format.locale)).join(', ');
  // A zone named for its country says it once.
  const places = words === zone.name ? '' : words;
  return (
    <section style={{ paddingBlock: 'var(--s-3)' }}>
      <div className="row row--between">
        <h3>
          <bdi>{zone.name}</bdi>{' '}
          <span className="muted" style={{ fontWeight: 400 }}>
            {places}
          </span>
        </h3>
        {onEdit && (
          <Button variant="link" onClick={() => onEdit(zone)}>
            {t.edit()}
            <span className="vh"> {zone.name}</span>
          </Button>
        )}
      </div>
      {zone.rates.length === 0 ? (
        <p className="muted">{t.noRatesInZone()}</p>
      ) : (
        <Table label={zone.name} edge>
          <tbody>
            {zone.rates.map((rate) => (
              <tr key={rate.id}>
                <td>
                  <bdi className="medium">{rate.name}</bdi>
                  {rate.transit && <bdi className="soft"> · {rate.transit}</bdi>}
                  {!rate.active && <span className="muted"> · {t.inactive()}</span>}
                </td>
                <td className="num">
                  <RateTerms terms={rate.terms} format={format} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

type Terms = ShippingZoneJson['rates'][number]['terms'];

function RateTerms({ terms, format }: { terms: Terms; format: Format }) {
  const money = (amount: number) => format.money({ amount, currency: format.currency });
  const free = terms.freeOverAmount !== null && <span className="small soft"> {t.freeFrom(money(terms.freeOverAmount))}</span>;
  if (terms.kind === 'flat')
    return (
      <>
        {money(terms.amount)}
        {free}
      </>
    );
  const ends =
    terms.kind === 'by_weight'
      ? terms.tiers.map(({ upToGrams, amount }) => ({ end: upToGrams === null ? t.above() : t.upToText(format.weight(upToGrams)), amount }))
      : terms.tiers.map(({ upToAmount, amount }) => ({ end: upToAmount === null ? t.above() : t.upToText(money(upToAmount)), amount }));
  return (
    <>
      <span className={styles.tiers}>
        {ends.map(({ end, amount }) => (
          <Fragment key={end}>
            <span className="soft">{end}</span>
            <span>{money(amount)}</span>
          </Fragment>
        ))}
      </span>
      {free && <span style={{ display: 'block' }}>{free}</span>}
    </>
  );
}

const wordsOfZone = ({ name, areas, rates }: ShippingZoneJson, locale: string) =>
  [name, ...areas.map((area) => placeWords(area, locale)), ...rates.map((rate) => rate.name)].join(' ');

function placeWords({ country, regions, postcodes }: ShippingZoneJson['areas'][number], locale: string): string {
  const name = country === '*' ? t.everyCountry() : countryName(country, locale);
  const parts = [...regions.map((region) => regionName(country, region)), ...(postcodes.length > 0 ? [t.begins(postcodes.join(', '))] : [])];
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
}

/** Places that two zones name: the second never serves them. */
function Overlaps({ zones }: { zones: readonly ShippingZoneJson[] }) {
  const { locale } = useFormat();
  const overlaps = zoneOverlaps(zones);
  if (overlaps.length === 0) return null;
  return (
    <InlineNotice tone="warn" title={t.overlapTitle()}>
      {overlaps.map(({ first, second, country, part }) => {
        const name = country === '*' ? t.everyCountry() : countryName(country, locale);
        return <p key={`${first.id} ${second.id} ${country} ${part}`}>{t.overlap(first.name, second.name, part === '' ? name : `${name} ${part}`)}</p>;
      })}
    </InlineNotice>
  );
}
