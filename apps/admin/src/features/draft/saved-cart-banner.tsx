import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useState } from 'react';
import { useMay } from '../../lib/session.tsx';
import { ShareCartDialog } from './share-cart-dialog.tsx';
import { t } from './texts.ts';

/** That the customer sees this too, and the way to share it by a link. */
export function SavedCartBanner({ order }: { order: Order }) {
  const [isSharing, setSharing] = useState(false);
  const mayShare = useMay('order:write');
  return (
    <>
      <InlineNotice
        tone="open"
        actions={
          mayShare && (
            <Button size="small" onClick={() => setSharing(true)}>
              {t.share()}
            </Button>
          )
        }
      >
        {t.cartBanner()}
      </InlineNotice>
      {isSharing && <ShareCartDialog order={order} onClose={() => setSharing(false)} />}
    </>
  );
}
