import type { Order } from '@backdesk/contract/order/order.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Menu, type MenuEntry } from '@backdesk/ui/overlays/menu.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { downloadFile } from '../../lib/download-file.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.tsx';
import { EstimateLinksDialog } from '../estimate-links/estimate-links-dialog.tsx';
import { RepeatDialog } from '../repeat-order/repeat-dialog.tsx';
import { t as repeat } from '../repeat-order/texts.ts';
import { SaveTemplateDialog } from './save-template-dialog.tsx';
import { t } from './texts.ts';

/** Ways that are needed now and then. Deleting is done at once and can be undone. */
export function MoreMenu({ order, editor }: { order: Order; editor: OrderEditor }) {
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const mayRepeat = useMay('order:write');
  const maySend = useMay('estimate:send');
  const [isRepeating, setRepeating] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const [showsLinks, setShowsLinks] = useState(false);
  const params = { id: order.id };
  const revision = order.estimate?.revision;
  const issued = order.estimate?.revisions.at(-1)?.revision;

  async function attempt(work: () => Promise<void>) {
    try {
      await editor.settled();
      await work();
      await queryClient.invalidateQueries({ queryKey: ['orders'] });
    } catch (error) {
      toast.show({ message: sentenceOf(error), tone: 'bad' });
    }
  }

  async function remove() {
    await api.deleteOrder({ params });
    await navigate({ to: '/orders/drafts' });
    const restore = async () => {
      editor.receive(await api.restoreOrder({ params }));
      await queryClient.invalidateQueries({ queryKey: ['orders'] });
      await navigate({ to: '/orders/$orderId', params: { orderId: order.id } });
    };
    toast.show({ message: t.deleted(t.title(order)), action: { label: t.undo(), icon: 'undo', run: () => void attempt(restore) } });
  }

  async function copy(url: string) {
    try {
      await navigator.clipboard.writeText(url);
      toast.show({ message: t.copied() });
    } catch {
      toast.show({ message: t.notCopied(url) });
    }
  }

  const entries: MenuEntry[] = [
    { label: t.copyAddress(), icon: 'link', onSelect: () => void copy(location.href) },
    ...(mayRepeat && order.lines.length > 0 ? [{ label: repeat.open(), icon: 'copy', onSelect: () => setRepeating(true) } as const] : []),
    ...(mayRepeat && order.lines.length > 0 ? [{ label: t.saveTemplate(), icon: 'file', onSelect: () => setKeeping(true) } as const] : []),
    ...(order.abilities.send && revision !== undefined
      ? [
          {
            label: t.copyLink(),
            icon: 'copy',
            onSelect: () => void attempt(async () => copy((await api.copyEstimateLink({ params: { ...params, revision } })).url)),
          } as const,
          {
            label: t.document(),
            icon: 'download',
            onSelect: () => void attempt(async () => downloadFile(await api.drawDocument({ params: { ...params, revision } }))),
          } as const,
        ]
      : []),
    ...(issued !== undefined
      ? [
          {
            label: t.revisions(),
            icon: 'history',
            onSelect: () => void navigate({ to: '/orders/$orderId/estimates/$revision', params: { orderId: order.id, revision: String(issued) } }),
          } as const,
        ]
      : []),
    ...(maySend && order.estimate?.revisions.some(({ releasedAt }) => releasedAt !== null)
      ? [{ label: t.links(), icon: 'link', onSelect: () => setShowsLinks(true) } as const]
      : []),
    ...(order.abilities.withdraw && revision !== undefined
      ? [
          {
            label: t.withdraw(),
            icon: 'undo',
            onSelect: () =>
              void attempt(async () => {
                editor.receive(await api.withdrawEstimate({ params: { ...params, revision } }));
                toast.show({ message: t.withdrawn() });
              }),
          } as const,
        ]
      : []),
    ...(order.abilities.takeBack
      ? [
          {
            label: t.takeBack(),
            icon: 'undo',
            onSelect: () =>
              void attempt(async () => {
                editor.receive(await api.takeBack({ params }));
                toast.show({ message: t.takenBack() });
              }),
          } as const,
        ]
      : []),
    ...(order.abilities.delete
      ? [{ kind: 'rule' } as const, { label: t.delete(), icon: 'trash', danger: true, onSelect: () => void attempt(remove) } as const]
      : []),
  ];
  return (
    <>
      <Menu entries={entries}>
        {(trigger) => (
          <Button variant="quiet" size="small" icon="more" {...trigger}>
            {t.more()}
          </Button>
        )}
      </Menu>
      {isKeeping && (
        <SaveTemplateDialog
          order={order}
          settled={() => editor.settled()}
          onClose={() => setKeeping(false)}
          onDone={(name) => {
            setKeeping(false);
            toast.show({ message: t.templateSaved(name) });
          }}
        />
      )}
      {showsLinks && <EstimateLinksDialog order={order} onClose={() => setShowsLinks(false)} />}
      {isRepeating && <RepeatDialog order={order} title={t.title(order)} onClose={() => setRepeating(false)} />}
    </>
  );
}
