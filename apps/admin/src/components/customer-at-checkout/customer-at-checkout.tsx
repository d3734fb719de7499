import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import type { CheckoutGuard } from '../../lib/checkout-guard.ts';
import { t } from './texts.ts';

/** The customer is about to order what stands here: said, and asked before it is changed. Nothing while they are not. */
export function CustomerAtCheckout({ guard: { customer, isHeld, allow } }: { guard: CheckoutGuard }) {
  if (customer === null) return null;
  return (
    <InlineNotice
      tone="warn"
      live="status"
      title={t.atCheckout(customer)}
      actions={
        isHeld && (
          <Button size="small" onClick={allow}>
            {t.editAnyway()}
          </Button>
        )
      }
    >
      {t.detail()}
    </InlineNotice>
  );
}
