import type { Order } from '@backdesk/contract/order/order.ts';
import { writtenAddress } from '@backdesk/ordering/address/written-address.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import { t } from './after-texts.ts';
import styles from './ship-dialog.module.css';
import { openOf } from './shippable.ts';
import { isWrongUrl, noTracking, TrackingFields } from './tracking-fields.tsx';
import { useAfterSubmission } from './use-after-submission.ts';

const wordsOf = {
  ship: { title: t.shipTitle, day: t.shippedOn, tells: t.tellsWhat, go: t.shipGo, done: t.shipped },
  setAside: { title: t.setAsideTitle, day: t.readyOn, tells: t.tellsReady, go: t.setAsideGo, done: t.ready },
  handOver: { title: t.setAsideTitle, day: t.fetchedOn, tells: t.tellsFetched, go: t.handOverGo, done: t.handedOver },
};

type ShipDialogProps = { order: Order; title: string; onClose: () => void };

/** Says what went out, or is ready to be fetched: all that is open stands there already, so that Enter is enough. */
export function ShipDialog({ order, title, onClose }: ShipDialogProps) {
  const format = useFormat();
  const toast = useToast();
  const parts = openOf(order).filter(({ open }) => open > 0);
  const waiting = order.shipping.shipments.filter(({ id }) => parts.some(({ shipmentId }) => shipmentId === id));
  const [shipmentId, setShipmentId] = useState(waiting[0]?.id ?? '');
  const [pieces, setPieces] = useState<ReadonlyMap<string, number | null>>(() => new Map());
  const [tracking, setTracking] = useState(noTracking);
  const { account } = useSession();
  // Where the account is, like every day of an order.
  const [day, setDay] = useState(() => new Intl.DateTimeFormat('en-CA', { timeZone: account.timeZone }).format(new Date()));
  const [isFetched, setFetched] = useState(false);
  const [tells, setTells] = useState(order.customer?.email !== null);
  const isPickup = order.shipping.shipments.find(({ id }) => id === shipmentId)?.kind === 'pickup';
  const words = wordsOf[isPickup ? (isFetched ? 'handOver' : 'setAside') : 'ship'];
  const rows = parts.filter((part) => part.shipmentId === shipmentId);
  const quantityOf = (lineId: string, open: number) => (pieces.has(lineId) ? (pieces.get(lineId) ?? null) : open);
  const lines = rows.map(({ lineId, open }) => ({ lineId, quantity: quantityOf(lineId, open) ?? 0 }));
  const sum = lines.reduce((all, { quantity }) => all + quantity, 0);
  const isTooMany = rows.some(({ lineId, open }) => (quantityOf(lineId, open) ?? 0) > open);
  const mayGo = sum > 0 && !isTooMany && !isWrongUrl(tracking);

  const undo = useAfterSubmission(
    order.id,
    (fulfilmentId: string) => api.voidFulfilment({ params: { id: order.id, fulfilmentId }, body: {} }),
    () => toast.show({ message: t.takenBack() }),
  );
  const ship = useAfterSubmission(
    order.id,
    () => {
      const { carrier, trackingNumber, trackingUrl } = tracking;
      const followed = { carrier: carrier.trim(), trackingNumber: trackingNumber.trim(), trackingUrl: trackingUrl.trim() };
      const body = { shipmentId, lines, ...(isPickup ? { fetched: isFetched } : followed), notify: tells };
      return api.shipOrder({ params: { id: order.id }, body: { ...body, ...(day !== '' && { shippedOn: day }) } });
    },
    (shipped) => {
      const made = shipped.fulfilments.at(-1)?.id;
      const message = words.done(sum, format.number(sum));
      // A mail that has left cannot be called back.
      toast.show({ message, ...(made !== undefined && !tells && { action: { label: t.undo(), icon: 'undo' as const, run: () => undo.mutate(made) } }) });
      onClose();
    },
  );

  return (
    <Dialog
      title={words.title(title)}
      wide
      onClose={onClose}
      onSubmit={() => {
        if (mayGo && !ship.isPending) ship.mutate(undefined);
      }}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={ship.isPending} disabled={!mayGo}>
            {words.go(sum, format.number(sum))}
          </Button>
        </>
      }
    >
      {waiting.length > 1 && (
        <Shipments
          order={order}
          ids={waiting.map(({ id }) => id)}
          value={shipmentId}
          onChange={(id) => {
            setShipmentId(id);
            setPieces(new Map());
          }}
        />
      )}
      <ul className={styles.pieces}>
        {rows.map(({ lineId, open }, at) => {
          const line = order.lines.find(({ id }) => id === lineId);
          const item = line === undefined ? '' : [line.name, ...line.options.map(({ value }) => value)].join(' · ');
          const quantity = quantityOf(lineId, open);
          return (
            <li key={`${shipmentId} ${lineId}`}>
              <span className={styles.item}>
                <bdi>{item}</bdi>
                {line?.sku && <bdi className={styles.sku}>{line.sku}</bdi>}
              </span>
              <NumberField
                label={t.piecesOf(item)}
                hideLabel
                value={quantity}
                min={0}
                max={open}
                autoFocus={at === 0}
                unreadable={t.unreadable()}
                error={quantity !== null && quantity > open ? t.tooMany(format.number(open)) : undefined}
                onChange={(value) => setPieces((before) => new Map(before).set(lineId, value))}
              />
              <span className={styles.open}>{t.ofOpen(format.number(open))}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles.two}>
        {!isPickup && <TrackingFields value={tracking} onChange={setTracking} />}
        <TextInput label={words.day()} type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
      </div>
      {isPickup && (
        <Checkbox label={t.fetchedAlready()} help={t.fetchedHelp()} checked={isFetched} onChange={(event) => setFetched(event.currentTarget.checked)} />
      )}
      <Checkbox
        label={order.customer?.email ? t.tell(order.customer.email) : t.tellCustomer()}
        help={words.tells()}
        checked={tells}
        onChange={(event) => setTells(event.currentTarget.checked)}
      />
      {ship.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(ship.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}

function Shipments({ order, ids, value, onChange }: { order: Order; ids: readonly string[]; value: string; onChange: (id: string) => void }) {
  const { locale, number } = useFormat();
  const { account } = useSession();
  const options = order.shipping.shipments.flatMap(({ id, address, pickupPlace }, at) => {
    if (!ids.includes(id)) return [];
    const place = pickupPlace?.name ?? (address === null ? t.noPlace() : writtenAddress(address, { locale, home: account.country }).join(', '));
    return [{ value: id, label: t.shipmentTo(number(at + 1), place) }];
  });
  return <Select label={t.whichShipment()} options={options} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}
