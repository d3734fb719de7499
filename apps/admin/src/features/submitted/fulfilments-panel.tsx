import type { Fulfilment } from '@backdesk/contract/order/after-submission.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import { t } from './after-texts.ts';
import styles from './ship-dialog.module.css';
import { openOf, piecesIn } from './shippable.ts';
import { isWrongUrl, TrackingFields } from './tracking-fields.tsx';
import { useAfterSubmission } from './use-after-submission.ts';

/** What went out, when and how, and what is still open. Nothing until something has. */
export function FulfilmentsPanel({ order }: { order: Order }) {
  const format = useFormat();
  const [opened, setOpened] = useState<{ readonly fulfilment: Fulfilment; readonly is: 'tracking' | 'void' } | null>(null);
  if (order.fulfilments.length === 0) return null;
  const open = openOf(order).reduce((sum, part) => sum + part.open, 0);
  return (
    <Panel title={titleOf(order)}>
      <ul className={styles.gone}>
        {order.fulfilments.map((fulfilment) => {
          const { id, kind, shippedOn, fetchedOn, carrier, trackingNumber, trackingUrl, voided, lines, by, at } = fulfilment;
          const pieces = piecesIn(lines);
          const followed = [carrier, trackingNumber].filter(Boolean).join(' ');
          return (
            <li key={id} className={cx(voided && styles.voided)}>
              <span className={styles.what}>{t.leftOn(format.date(shippedOn), t.pieces(pieces, format.number(pieces)))}</span>
              {order.abilities.ship && !voided && (
                <span className={styles.ways}>
                  {kind === 'pickup' && fetchedOn === null && <PickedUpButton order={order} fulfilment={fulfilment} />}
                  {kind === 'ship' && (
                    <Button size="small" onClick={() => setOpened({ fulfilment, is: 'tracking' })}>
                      {t.tracking()}
                    </Button>
                  )}
                  <Button size="small" onClick={() => setOpened({ fulfilment, is: 'void' })}>
                    {t.takeBack()}
                  </Button>
                </span>
              )}
              <span className="small soft">
                {voided ? t.voided() : kind === 'pickup' ? pickupText(fetchedOn, format) : followed === '' ? t.noTracking() : <bdi>{followed}</bdi>}
                {trackingUrl !== '' && !voided && (
                  <>
                    {' · '}
                    <a href={trackingUrl} target="_blank" rel="noreferrer">
                      {t.follow()}
                    </a>
                  </>
                )}
                {' · '}
                <bdi>{t.saidBy(by, format.dateTime(at))}</bdi>
              </span>
              <span className="small soft">{lines.map(({ lineId, quantity }) => t.itemPieces(format.number(quantity), nameOf(order, lineId))).join(', ')}</span>
            </li>
          );
        })}
      </ul>
      {order.stage === 'submitted' && open > 0 && <p className="small soft">{t.stillOpen(open, format.number(open))}</p>}
      {opened?.is === 'tracking' && <TrackingDialog order={order} fulfilment={opened.fulfilment} onClose={() => setOpened(null)} />}
      {opened?.is === 'void' && <VoidDialog order={order} fulfilment={opened.fulfilment} onClose={() => setOpened(null)} />}
    </Panel>
  );
}

function titleOf({ fulfilments }: Order): string {
  const pickups = fulfilments.filter(({ kind }) => kind === 'pickup').length;
  return pickups === 0 ? t.shippedTitle() : pickups === fulfilments.length ? t.pickupTitle() : t.shippedAndPickupTitle();
}

function pickupText(fetchedOn: string | null, format: Format): string {
  return fetchedOn === null ? t.readyForPickup() : t.pickedUp(format.date(fetchedOn));
}

/** Somebody came for what waited. */
function PickedUpButton({ order, fulfilment }: { order: Order; fulfilment: Fulfilment }) {
  const toast = useToast();
  const { account } = useSession();
  const params = { id: order.id, fulfilmentId: fulfilment.id };
  const undo = useAfterSubmission(
    order.id,
    () => api.changeTracking({ params, body: { fetchedOn: null } }),
    () => toast.show({ message: t.notPickedUp() }),
  );
  const fetch = useAfterSubmission(
    order.id,
    () => api.changeTracking({ params, body: { fetchedOn: new Intl.DateTimeFormat('en-CA', { timeZone: account.timeZone }).format(new Date()) } }),
    () => toast.show({ message: t.wasPickedUp(), action: { label: t.undo(), icon: 'undo', run: () => undo.mutate(undefined) } }),
  );
  return (
    <Button size="small" busy={fetch.isPending} onClick={() => fetch.mutate(undefined)}>
      {t.pickUp()}
    </Button>
  );
}

function nameOf({ lines }: Order, lineId: string): string {
  const line = lines.find(({ id }) => id === lineId);
  return line === undefined ? '' : [line.name, ...line.options.map(({ value }) => value)].join(' · ');
}

type OneProps = { order: Order; fulfilment: Fulfilment; onClose: () => void };

function TrackingDialog({ order, fulfilment, onClose }: OneProps) {
  const { id, carrier, trackingNumber, trackingUrl } = fulfilment;
  const [tracking, setTracking] = useState({ carrier, trackingNumber, trackingUrl });
  const save = useAfterSubmission(
    order.id,
    () =>
      api.changeTracking({
        params: { id: order.id, fulfilmentId: id },
        body: { carrier: tracking.carrier.trim(), trackingNumber: tracking.trackingNumber.trim(), trackingUrl: tracking.trackingUrl.trim() },
      }),
    onClose,
  );
  return (
    <Dialog
      title={t.trackingTitle()}
      onClose={onClose}
      onSubmit={() => {
        if (!isWrongUrl(tracking)) save.mutate(undefined);
      }}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={isWrongUrl(tracking)}>
            {t.save()}
          </Button>
        </>
      }
    >
      <TrackingFields value={tracking} onChange={setTracking} />
      {save.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(save.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}

function VoidDialog({ order, fulfilment, onClose }: OneProps) {
  const toast = useToast();
  const [reason, setReason] = useState('');
  const takeBack = useAfterSubmission(
    order.id,
    () => api.voidFulfilment({ params: { id: order.id, fulfilmentId: fulfilment.id }, body: { reason: reason.trim() } }),
    () => {
      toast.show({ message: t.takenBack() });
      onClose();
    },
  );
  return (
    <Dialog
      title={t.takeBackTitle()}
      onClose={onClose}
      onSubmit={() => takeBack.mutate(undefined)}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" danger busy={takeBack.isPending}>
            {t.takeBackGo()}
          </Button>
        </>
      }
    >
      <p className="soft">{t.takeBackHelp()}</p>
      <TextInput label={t.reason()} autoFocus maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {takeBack.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(takeBack.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}
