import type { TriedPricing } from '@backdesk/contract/pricing/schema.ts';
import { regionName } from '@backdesk/domain/core/regions.ts';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { countryName } from '@backdesk/ui/format/address.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Link } from '@tanstack/react-router';
import { rateReason } from './rate-reason.ts';
import { t } from './texts.ts';
import type { TrialRequest } from './trial-draft.ts';
import styles from './try-pricing.module.css';

type Place = TrialRequest['place'];
type Match = TriedPricing['tax']['categories'][number]['rates'][number];

/** Rates and tax of a cart at a place, each with its reason. */
export function TryResult({ tried, place }: { tried: TriedPricing; place: Place }) {
  const format = useFormat();
  const { cart, order } = tried;
  return (
    <>
      <p>
        {order !== null && (
          <>
            <Link to="/orders/$orderId" params={{ orderId: order.id }}>
              {t.order(order.number)}
            </Link>
            {' · '}
          </>
        )}
        {t.cart(format.money(cart.items), format.weight(cart.weightGrams))}
        {cart.exemption !== null && `, ${t.exemptBecause(cart.exemption)}`}
      </p>
      {cart.unpriced.length > 0 && <InlineNotice tone="warn">{t.unpriced(cart.unpriced)}</InlineNotice>}
      <Shipping tried={tried} place={place} />
      <Tax tried={tried} place={place} />
    </>
  );
}

function Shipping({ tried, place }: { tried: TriedPricing; place: Place }) {
  const format = useFormat();
  const { zone, rates, cart } = tried;
  const part = zone === null ? '' : zone.by === 'region' ? regionName(place.country, zone.matched) : zone.matched;
  return (
    <section className={styles.part}>
      <h3>{t.shipping()}</h3>
      {zone !== null && <p className="soft">{t.zone[zone.by](zone.name, part)}</p>}
      {zone === null && cart.ships && <InlineNotice tone="warn">{t.noZone(placeText(place, format.locale))}</InlineNotice>}
      {!cart.ships && <p className="muted">{t.nothingShips()}</p>}
      {zone !== null && cart.ships && rates.length === 0 && <p className="muted">{t.noRates()}</p>}
      {rates.length > 0 && (
        <Table label={t.shipping()} edge>
          <thead>
            <tr>
              <th scope="col">{t.rate()}</th>
              <th scope="col" className="num">
                {t.amount()}
              </th>
              <th scope="col" className="num">
                {t.total()}
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((rate) => (
              <tr key={rate.rateId}>
                <td>
                  <bdi className="medium">{rate.name}</bdi>
                  <span className={styles.why}>{rateReason(rate, format)}</span>
                </td>
                <td className="num">
                  {rate.amount === null ? t.notServing() : format.money(rate.amount)}
                  {rate.amount !== null && (
                    <span className={styles.why}>
                      {rate.tax.none === 'not_on_shipping' ? t.none.not_on_shipping() : t.withTax(format.money(rate.tax.amount))}
                    </span>
                  )}
                </td>
                <td className="num medium">{rate.total === null ? t.notServing() : format.money(rate.total)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function Tax({ tried, place }: { tried: TriedPricing; place: Place }) {
  const format = useFormat();
  const { tax, priceMode } = tried;
  return (
    <section className={styles.part}>
      <h3>{t.tax()}</h3>
      <Table label={t.tax()} edge>
        <tbody>
          {tax.categories.map(({ category, items, none, rates }) => [
            <tr key={category}>
              <th scope="rowgroup" colSpan={2}>
                <bdi>{t.taxOn(category, format.money(items))}</bdi>
                {none !== null && <span className={styles.why}>{t.none[none]()}</span>}
              </th>
            </tr>,
            ...rates.map((rate) => (
              <tr key={`${category} ${rate.code} ${rate.name} ${rate.ratePpm} ${rate.matched}`}>
                <td>
                  <bdi className="medium">{rate.name}</bdi> {format.percent(rate.ratePpm)}
                  <span className={styles.why}>{matchText(rate, place, format.locale)}</span>
                </td>
                <td className="num">{format.money(rate.amount)}</td>
              </tr>
            )),
          ])}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{priceMode === 'tax_included' ? t.holds(format.money(tax.amount)) : t.sum()}</th>
            <td className="num medium">{priceMode === 'tax_included' ? '' : format.money(tax.amount)}</td>
          </tr>
        </tfoot>
      </Table>
    </section>
  );
}

function matchText({ by, matched }: Match, place: Place, locale: string): string {
  if (by === 'country') return t.by.country(countryName(matched, locale));
  return by === 'region' ? t.by.region(regionName(place.country, matched)) : t.by.postcode(matched);
}

function placeText({ country, region = '', postcode = '' }: Place, locale: string): string {
  return [postcode, region === '' ? '' : regionName(country, region), countryName(country, locale)].filter(Boolean).join(', ');
}
