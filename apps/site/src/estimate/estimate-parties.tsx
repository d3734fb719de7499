import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { addressLines } from '@backdesk/ui/format/address.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { texts } from './texts.ts';
import { useWrittenRegion } from './use-written-region.ts';

type Address = NonNullable<EstimatePage['billingAddress']>;

function AddressLines({ address, account }: { readonly address: Address; readonly account: EstimatePage['account'] }) {
  const written = useWrittenRegion(address);
  return (
    <address>
      {addressLines(written, { locale: account.locale, home: account.country }).map((line) => (
        <span key={line} dir="auto">
          {line}
        </span>
      ))}
    </address>
  );
}

/** Where it goes, who pays and until when, as far as it was known when the revision was issued. */
export function EstimateParties({ estimate }: { readonly estimate: EstimatePage }) {
  const format = useFormat();
  const shipTo = estimate.shipments.filter((shipment) => shipment.address !== null || shipment.kind === 'pickup');
  const { dueOn, paymentTerms } = estimate;
  const isEmpty = shipTo.length === 0 && estimate.billingAddress === null && estimate.poNumber === '' && estimate.fields.length === 0;
  if (isEmpty && dueOn === null && paymentTerms === '') return null;
  return (
    <dl className="estimate-parties">
      {shipTo.map((shipment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list never moves
        <div key={index}>
          <dt>{shipment.kind === 'pickup' ? texts.pickUp : texts.shipTo}</dt>
          <dd>{shipment.address !== null && <AddressLines address={shipment.address} account={estimate.account} />}</dd>
        </div>
      ))}
      {estimate.billingAddress !== null && (
        <div>
          <dt>{texts.billTo}</dt>
          <dd>
            <AddressLines address={estimate.billingAddress} account={estimate.account} />
          </dd>
        </div>
      )}
      {estimate.fields.map(({ code, label, value }) => (
        <div key={code}>
          <dt>{label}</dt>
          <dd>
            <bdi>{typeof value === 'boolean' ? (value ? texts.yes : texts.no) : String(value)}</bdi>
          </dd>
        </div>
      ))}
      {estimate.poNumber !== '' && (
        <div>
          <dt>{texts.poNumber}</dt>
          <dd>{estimate.poNumber}</dd>
        </div>
      )}
      {paymentTerms !== '' && (
        <div>
          <dt>{texts.paymentTerms}</dt>
          <dd>
            <bdi>{paymentTerms}</bdi>
          </dd>
        </div>
      )}
      {dueOn !== null && (
        <div>
          <dt>{texts.neededBy}</dt>
          <dd>{format.date(dueOn)}</dd>
        </div>
      )}
    </dl>
  );
}
