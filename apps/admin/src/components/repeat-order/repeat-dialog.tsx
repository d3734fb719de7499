import type { Order } from '@backdesk/contract/order/order.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.tsx';
import styles from './repeat-dialog.module.css';
import { t } from './texts.ts';
import { useChangeText } from './use-change-text.ts';
import { withSections } from './with-sections.ts';

type RepeatDialogProps = { order: Order; title: string; onClose: () => void };

/** A new draft from this order: which lines, what comes along, and what changed since. */
export function RepeatDialog({ order, title, onClose }: RepeatDialogProps) {
  const format = useFormat();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const changeText = useChangeText(order.currency);
  const mayKeepPrices = useMay('price:override');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [come, setCome] = useState({ kept: false, discounts: true, artwork: true, notes: true, checkout: true });
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const lines = order.lines.filter(({ parentLineId, kind }) => parentLineId === null && kind !== 'section');
  const taken = lines.filter(({ id }) => !leftOut.has(id));
  const preview = useQuery({
    queryKey: ['order', order.id, 'repeat', order.version],
    queryFn: () => api.previewDuplicate({ params: { id: order.id }, body: {} }),
    staleTime: 0,
  });
  const changes = Map.groupBy(preview.data?.changes ?? [], ({ lineId }) => lineId);
  const hasNote = (lineId: string) =>
    order.lines.some((line) => (line.id === lineId || line.parentLineId === lineId) && (line.noteCustomer !== '' || line.noteInternal !== ''));
  const isGone = (lineId: string) => changes.get(lineId)?.some(({ code }) => code === 'not_sold') === true;
  const codes = order.discounts.flatMap(({ source, code }) => (source === 'code' && code !== null ? [code] : []));
  const hasArtwork = order.lines.some(({ answers }) => answers.some(({ file }) => file !== undefined));
  const coming = taken.filter(({ id }) => !isGone(id)).length;

  async function repeat() {
    setBusy(true);
    try {
      const { kept, ...rest } = come;
      const body = { ...rest, prices: kept ? ('kept' as const) : ('today' as const), ...(leftOut.size > 0 && { lineIds: withSections(order.lines, taken) }) };
      const made = await api.duplicateOrder({ params: { id: order.id }, body });
      await queryClient.invalidateQueries({ queryKey: ['orders'] });
      onClose();
      await navigate({ to: '/orders/$orderId', params: { orderId: made.order.id } });
    } catch (error) {
      setFailed(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t.title(title)}
      wide
      onClose={onClose}
      onSubmit={() => void repeat()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={coming === 0}>
            {t.repeat(format.number(coming), coming)}
          </Button>
        </>
      }
    >
      <fieldset className={styles.come}>
        <legend>{t.come()}</legend>
        {mayKeepPrices && (
          <Checkbox label={t.kept()} help={t.keptHelp()} checked={come.kept} onChange={(event) => setCome({ ...come, kept: event.currentTarget.checked })} />
        )}
        <Checkbox
          label={t.discounts()}
          help={codes.length === 0 ? undefined : t.codes(codes.join(', '), codes.length)}
          checked={come.discounts}
          onChange={(event) => setCome({ ...come, discounts: event.currentTarget.checked })}
        />
        {hasArtwork && (
          <Checkbox
            label={t.artwork()}
            help={t.artworkHelp()}
            checked={come.artwork}
            onChange={(event) => setCome({ ...come, artwork: event.currentTarget.checked })}
          />
        )}
        <Checkbox label={t.notes()} checked={come.notes} onChange={(event) => setCome({ ...come, notes: event.currentTarget.checked })} />
        <Checkbox
          label={t.checkout()}
          help={t.checkoutHelp()}
          checked={come.checkout}
          onChange={(event) => setCome({ ...come, checkout: event.currentTarget.checked })}
        />
      </fieldset>
      <fieldset className={styles.lines} aria-busy={preview.isPending}>
        <legend>{t.lines()}</legend>
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              <Checkbox
                label={
                  <>
                    {format.number(line.quantity)} × <bdi>{lineTitle(line)}</bdi>
                  </>
                }
                help={changes
                  .get(line.id)
                  ?.map((change) => changeText(change, { isKept: come.kept, keepsNote: come.notes && hasNote(line.id) }))
                  .join(' · ')}
                disabled={isGone(line.id)}
                checked={!leftOut.has(line.id) && !isGone(line.id)}
                onChange={(event) => {
                  const next = new Set(leftOut);
                  if (event.currentTarget.checked) next.delete(line.id);
                  else next.add(line.id);
                  setLeftOut(next);
                }}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      {preview.isError && <InlineNotice tone="warn">{t.previewFailed()}</InlineNotice>}
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed}
        </InlineNotice>
      )}
    </Dialog>
  );
}
