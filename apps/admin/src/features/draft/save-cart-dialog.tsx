import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useDraft } from './draft-context.tsx';
import { t } from './texts.ts';

const promising: ReadonlySet<string> = new Set(['open', 'changes_requested', 'accepted', 'accepted_in_part']);

/** Whether its newest estimate still stands: saved as a cart, it does not. */
function isPromised({ stage, estimate }: Order): boolean {
  return stage === 'estimate' && promising.has(estimate?.revisions.at(-1)?.status ?? '');
}

/** Hands the draft to the customer as a saved cart. A dialog, because the customer sees it from then on. */
export function SaveCartDialog({ order, onDone, onClose }: { order: Order; onDone: () => void; onClose: () => void }) {
  const { editor } = useDraft();
  const [name, setName] = useState(order.name);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function save() {
    setBusy(true);
    try {
      await editor.settled();
      editor.receive(await api.saveAsCart({ params: { id: order.id }, body: { name: name.trim() } }));
      onDone();
    } catch (error) {
      setFailed(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t.cartTitle()}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            {t.cartSave()}
          </Button>
        </>
      }
    >
      <TextInput label={t.cartName()} autoFocus maxLength={200} value={name} help={t.cartHelp()} onChange={(event) => setName(event.currentTarget.value)} />
      {isPromised(order) && <InlineNotice tone="warn">{t.cartWithdraws()}</InlineNotice>}
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed}
        </InlineNotice>
      )}
    </Dialog>
  );
}
