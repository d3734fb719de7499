import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import { PaymentTermsField } from '../../components/payment-terms-field.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { discountFrom, discountText, readDiscount } from './read-figures.ts';
import { ReadTexts } from './read-texts.tsx';
import { t } from './texts.ts';

/** What an estimate of it says beside its prices: when it is needed, how it is paid, and what is asked for on acceptance. */
export function OrderTerms({ order }: { order: Order }) {
  const { canEdit } = useDraft();
  if (!canEdit) return <ReadTerms order={order} />;
  return (
    <section className={styles.terms} aria-label={t.terms()}>
      <NeededBy order={order} />
      <Payment order={order} />
      <Deposit order={order} />
    </section>
  );
}

function ReadTerms({ order }: { order: Order }) {
  const format = useFormat();
  const texts = [
    [t.neededBy(), order.dueOn === null ? '' : format.date(order.dueOn)],
    [t.paymentTerms(), order.paymentTerms?.terms ?? ''],
    [t.deposit(), order.deposit === null ? '' : discountText(order.deposit.term, format.percent)],
  ] as const;
  return <ReadTexts texts={texts} className={styles.terms} label={t.terms()} />;
}

function NeededBy({ order }: { order: Order }) {
  const { editor } = useDraft();
  return (
    <TextInput
      label={t.neededBy()}
      type="date"
      value={order.dueOn ?? ''}
      onChange={(event) => editor.dispatch({ kind: 'change_order', patch: { dueOn: event.currentTarget.value || null } })}
    />
  );
}

function Payment({ order }: { order: Order }) {
  const { editor } = useDraft();
  const [typed, setTyped] = useState<string | null>(null);
  const { paymentTerms, agreedTerms, company } = order;
  const isAgreed = (paymentTerms?.terms ?? '') === (agreedTerms?.terms ?? '');
  const whose = agreedTerms?.from === 'company' ? (company?.name ?? '') : '';
  return (
    <div className={styles.term}>
      <PaymentTermsField
        label={t.paymentTerms()}
        placeholder={t.noTerms()}
        value={typed ?? paymentTerms?.terms ?? ''}
        help={isAgreed && agreedTerms !== null ? t.termsAgreed(whose) : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          editor.dispatch({ kind: 'change_order', patch: { paymentTerms: event.currentTarget.value.trim() } }, { isTyping: true });
        }}
        onBlur={() => {
          setTyped(null);
          editor.flush();
        }}
      />
      {!isAgreed && agreedTerms !== null && (
        <Button
          variant="link"
          size="small"
          onClick={() => {
            setTyped(null);
            editor.dispatch({ kind: 'change_order', patch: { paymentTerms: null } });
          }}
        >
          {t.takeAgreed(agreedTerms.terms, whose)}
        </Button>
      )}
    </div>
  );
}

/** "50%" or an amount, taken when the field is left. */
function Deposit({ order }: { order: Order }) {
  const format = useFormat();
  const { editor } = useDraft();
  const [typed, setTyped] = useState<string | null>(null);
  const { deposit, currency, totals } = order;
  const shown = discountText(deposit?.term ?? null, format.percent);
  const parsed = readDiscount(typed ?? shown, format.locale, currency);
  const isBeyond = deposit?.term.kind === 'fixed' && deposit.term.amount.amount > totals.total.amount;
  function take() {
    if (typed === null || !parsed.ok) return;
    setTyped(null);
    if (typed !== shown) editor.dispatch({ kind: 'change_order', patch: { deposit: discountFrom(parsed.value, currency) } });
  }
  return (
    <TextInput
      label={t.deposit()}
      value={typed ?? shown}
      placeholder={t.depositNone()}
      help={deposit === null || typed !== null ? t.depositHelp() : isBeyond ? t.depositBeyond() : t.depositDue(format.money(deposit.due))}
      error={parsed.ok ? undefined : parsed.message}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
