import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Order, RefusalJson } from '@backdesk/contract/order/schema.ts';
import { poNumberCode } from '@backdesk/domain/field/types.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { t as checkout } from '@backdesk/ordering/checkout/texts.ts';
import { LineAnswers } from '@backdesk/ordering/lines/line-answers.tsx';
import { lineMath } from '@backdesk/ordering/lines/line-math.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { t as head } from '../../components/order-head/texts.ts';
import { api } from '../../lib/api.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { AdditionalInformation } from './additional-information.tsx';
import styles from './checkout-page.module.css';
import { StepFrame } from './step-frame.tsx';
import { t } from './texts.ts';
import { type StepProps, useStepWays } from './use-step-ways.ts';

type Moved = { readonly was: number; readonly now: number };

/** Everything once more to read, what is still open with the way to mend it, and the one button. */
export function FinalizeStep(props: StepProps) {
  const { order, editor } = props;
  const format = useFormat();
  const navigate = useNavigate();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [refusals, setRefusals] = useState<readonly RefusalJson[]>([]);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [drifted, setDrifted] = useState<(Moved & { readonly mayHonour: boolean }) | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  // One submission, however often the button is pressed or the answer lost.
  const [key, setKey] = useState(() => crypto.randomUUID());

  async function save() {
    editor.flush();
    await editor.settled();
    return null;
  }
  const ways = useStepWays('finalize', props, save);

  async function submit(drift?: 'honour') {
    setBusy(true);
    setFailed(null);
    await save();
    try {
      const seen = editor.getState().confirmed.totals.total;
      const submitted = await api.submitOrder(
        { params: { id: order.id }, body: { expectedTotal: moved === null ? seen : { amount: moved.now, currency: order.currency }, ...(drift && { drift }) } },
        { idempotencyKey: key },
      );
      queryClient.setQueryData(orderQuery(order.id).queryKey, submitted);
      editor.receive(submitted);
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
      await navigate({ to: '/orders/$orderId', params: { orderId: order.id } });
      toast.show({ message: submitted.stage === 'pending' ? t.pending(head.title(submitted)) : t.submitted(head.title(submitted)) });
    } catch (error) {
      if (error instanceof ApiProblem) setKey(crypto.randomUUID());
      await explain(error);
    } finally {
      setBusy(false);
    }
  }

  async function explain(error: unknown) {
    const problem = error instanceof ApiProblem ? error.problem : null;
    if (problem?.code === 'order.moved') {
      const detail = problem.refusals?.at(0)?.detail ?? problem.detail ?? {};
      const fresh = await api.getOrder({ params: { id: order.id } }).catch(() => null);
      if (fresh !== null) editor.receive(fresh);
      const { expectedAmount: was, totalAmount: now } = detail;
      if (typeof was === 'number' && typeof now === 'number') return setMoved({ was, now });
    }
    if (problem?.code === 'estimate.drifted') {
      const { acceptedAmount: was, totalAmount: now, mayHonour } = problem.refusals?.at(0)?.detail ?? {};
      if (typeof was === 'number' && typeof now === 'number') return setDrifted({ was, now, mayHonour: mayHonour === true });
    }
    if (problem !== null && (problem.refusals?.length ?? 0) > 0) return setRefusals(problem.refusals as RefusalJson[]);
    setFailed(sentenceOf(error));
  }

  // What was refused at the last try, but for the fields that hold something by now.
  const still = refusals.filter(({ code, pointer }) => code !== 'fields.missing' || order.blockers.some((blocker) => blocker.pointer === pointer));
  const open = still.length > 0 ? still : order.blockers;
  const money = (amount: number) => format.money({ amount, currency: order.currency });
  return (
    <StepFrame
      title={t.finalize()}
      goLabel={t.submit()}
      isBusy={isBusy || ways.isBusy}
      canGo={order.abilities.submit}
      onGo={() => void submit()}
      onReturn={() => void ways.goBack()}
      onConvert={() => void ways.convert()}
    >
      {open.length > 0 ? (
        <InlineNotice tone="warn" title={t.openHead(open.length)} {...(still.length > 0 && { live: 'alert' })}>
          <ul className={styles.refusals}>
            {open.map((refusal) => (
              <li key={`${refusal.code} ${refusal.lineId ?? refusal.pointer ?? ''}`}>
                <span>{[lineOf(order, refusal), refusalText(refusal, format.number)].filter(Boolean).join(': ')}</span>
                {refusal.code === 'fields.missing' ? (
                  <Button variant="link" aria-label={`${t.mend()}: ${refusalText(refusal, format.number)}`} onClick={() => focusField(refusal.pointer ?? '')}>
                    {t.mend()}
                  </Button>
                ) : refusal.step === undefined || refusal.step === 'finalize' || refusal.lineId !== undefined ? (
                  <Link to="/orders/$orderId" params={{ orderId: order.id }} aria-label={`${t.mend()}: ${refusalText(refusal, format.number)}`}>
                    {t.mend()}
                  </Link>
                ) : (
                  <Link
                    to="/orders/$orderId/checkout/$step"
                    params={{ orderId: order.id, step: refusal.step }}
                    aria-label={`${t.mend()}: ${refusalText(refusal, format.number)}`}
                  >
                    {t.mend()}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </InlineNotice>
      ) : moved !== null ? null : (
        <InlineNotice tone="good" title={t.readyHead()}>
          {t.ready(format.money(order.totals.total))} {t.whatHappens()}
        </InlineNotice>
      )}
      {moved !== null && (
        <InlineNotice tone="warn" live="alert" title={t.moved(money(moved.was), money(moved.now))}>
          {t.movedHelp()} {t.difference(money(moved.now - moved.was))}
        </InlineNotice>
      )}
      {drifted !== null && (
        <InlineNotice
          tone="warn"
          live="alert"
          title={t.drifted(money(drifted.was), money(drifted.now))}
          actions={
            drifted.mayHonour && (
              <Button size="small" onClick={() => void submit('honour')}>
                {t.honour(money(drifted.was))}
              </Button>
            )
          }
        >
          {drifted.mayHonour ? t.driftAsk() : t.driftRequote()}
        </InlineNotice>
      )}
      <Review order={order} />
      <AdditionalInformation order={order} editor={editor} />
      {(failed ?? ways.failed) !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed ?? ways.failed}
        </InlineNotice>
      )}
    </StepFrame>
  );
}

/** Puts the caret into the field that a refusal points to: it is on this page. */
function focusField(pointer: string) {
  const code = pointer === '/poNumber' ? poNumberCode : pointer.replace('/fields/', '');
  document.querySelector<HTMLElement>(`[data-field="${CSS.escape(code)}"] :is(input, select)`)?.focus();
}

function lineOf(order: Order, refusal: RefusalJson): string {
  const line = order.lines.find((found) => found.id === refusal.lineId);
  return line === undefined ? '' : lineTitle(line);
}

function Review({ order }: { order: Order }) {
  const format = useFormat();
  const { shipments } = order.shipping;
  const isSplit = shipments.length > 1;
  const billing = order.billing.sameAsShipping ? null : order.billing.address;
  const nothingShips = order.checkout.steps.some(({ name, state }) => name === 'shipping' && state === 'not_needed');
  const none = <p className="muted">{t.notGiven()}</p>;
  return (
    <>
      <div className={styles.review}>
        <Part title={t.shipTo()} step="shipping" order={order}>
          {shipments.map((shipment, at) => (
            <div key={shipment.id}>
              {isSplit && <p className="muted small">{t.shipmentTitle(at + 1)}</p>}
              {shipment.kind === 'pickup' && <Pickup shipment={shipment} />}
              {shipment.address !== null ? (
                <AddressLines address={shipment.address} homeCountry={order.homeTax.place.country} />
              ) : (
                shipment.kind === 'ship' && (nothingShips ? <p className="muted">{checkout.state.not_needed()}</p> : none)
              )}
              {isSplit && <Pieces order={order} shipment={shipment} />}
            </div>
          ))}
        </Part>
        <Part title={t.billTo()} step="billing" order={order}>
          {order.billing.sameAsShipping && shipments.some(({ kind, address }) => kind === 'ship' && address !== null) ? (
            <p>{t.sameAsShipping()}</p>
          ) : billing === null ? (
            none
          ) : (
            <AddressLines address={billing} homeCountry={order.homeTax.place.country} />
          )}
        </Part>
        <Part title={t.method()} step="shipping-method" order={order}>
          {shipments.map((shipment, at) => (
            <p key={shipment.id}>
              {isSplit && <span className="muted small">{t.shipmentTitle(at + 1)} </span>}
              {shipment.kind === 'pickup' ? (
                t.pickup()
              ) : shipment.method === null ? (
                <span className="muted">{nothingShips ? checkout.state.not_needed() : t.notGiven()}</span>
              ) : (
                <>
                  {shipment.method.name} ·{' '}
                  {shipment.amount === null ? <span className="was">{format.money(shipment.method.amount)}</span> : format.money(shipment.amount)}
                  {shipment.method.typed && <span className="muted small"> {t.typedBy(shipment.method.typed.by, shipment.method.typed.reason)}</span>}
                </>
              )}
            </p>
          ))}
        </Part>
        <Part title={t.pay()} step="billing" order={order}>
          {order.payment === null ? (
            none
          ) : (
            <p>{order.payment.method === 'open_account' ? checkout.openAccount() : `${checkout.purchaseOrder()} ${order.payment.poNumber ?? ''}`}</p>
          )}
        </Part>
      </div>
      <section className={styles.section}>
        <h3>{t.lines()}</h3>
        {order.lines.length === 0 && <p className="muted">{t.noLines()}</p>}
        <ul className={styles.lines}>
          {order.lines.map((line) => (
            <li key={line.id}>
              <span className={styles.sku}>{line.sku}</span>
              <span>
                <span dir="auto">{lineTitle(line)}</span>
                <LineAnswers answers={line.answers} className={styles.answers} />
              </span>
              <span className={styles.each}>{lineMath(line, format)}</span>
              <span className="num">
                {line.optional && !line.chosen ? `(${format.money(line.total, { show: 'plain' })})` : format.money(line.total, { show: 'plain' })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Part({ title, step, order, children }: { title: string; step: string; order: Order; children: ReactNode }) {
  return (
    <section>
      <div className={styles.reviewHead}>
        <h3>{title}</h3>
        <Link to="/orders/$orderId/checkout/$step" params={{ orderId: order.id, step }} className="push small" aria-label={`${t.change()}: ${title}`}>
          {t.change()}
        </Link>
      </div>
      {children}
    </section>
  );
}

/** What goes there, of an order that goes to several places. */
function Pieces({ order, shipment: { lines } }: { order: Order; shipment: Order['shipping']['shipments'][number] }) {
  const format = useFormat();
  return (
    <ul className={styles.pieces}>
      {lines?.map(({ lineId, quantity }) => {
        const line = order.lines.find(({ id }) => id === lineId);
        return line && <li key={lineId}>{t.each(format.number(quantity), lineTitle(line))}</li>;
      })}
    </ul>
  );
}

/** Where it is picked up, and when people may come. */
function Pickup({ shipment: { pickupPlace } }: { shipment: Order['shipping']['shipments'][number] }) {
  if (pickupPlace === null) return <p>{t.pickup()}</p>;
  return (
    <p>
      {t.pickedUpAt(pickupPlace.name)}
      {pickupPlace.hours !== '' && <span className="muted small"> {pickupPlace.hours}</span>}
    </p>
  );
}
