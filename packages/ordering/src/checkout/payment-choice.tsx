import type { Order } from '@backdesk/contract/order/order.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useCheckout } from './checkout-face.ts';
import styles from './payment-choice.module.css';
import { t } from './texts.ts';

export type Payment = NonNullable<Order['payment']>;

export type PaymentChoiceProps = {
  allowed: Order['allowedPayments'];
  value: Payment | null;
  onChange: (payment: Payment) => void;
  poError?: string | undefined;
  error?: string | undefined;
};

/** How the customer pays, among the ways this customer may. */
export function PaymentChoice({ allowed, value, onChange, poError, error }: PaymentChoiceProps) {
  const { words } = useCheckout();
  const said = { open_account: [t.openAccount, words.openAccountDetail], purchase_order: [t.purchaseOrder, words.purchaseOrderDetail] } as const;
  if (allowed.length === 0) return <InlineNotice tone="warn">{words.noPayment()}</InlineNotice>;
  return (
    <div className={styles.payment}>
      <RadioCards
        legend={t.payment()}
        hideLegend
        error={error}
        value={value?.method ?? null}
        onChange={(method) => onChange(method === 'purchase_order' ? { method, poNumber: value?.poNumber ?? '' } : { method: 'open_account' })}
        cards={allowed.map((method) => ({ value: method, title: said[method][0](), detail: said[method][1]() }))}
      />
      {value?.method === 'purchase_order' && (
        <TextInput
          label={t.poNumber()}
          value={value.poNumber ?? ''}
          error={poError}
          maxLength={100}
          onChange={(event) => onChange({ method: 'purchase_order', poNumber: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
