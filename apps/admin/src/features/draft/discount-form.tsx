import type { Order } from '@backdesk/contract/order/order.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import type { Entrusted } from '@backdesk/ordering/editing/outcome.ts';
import { plainLabel } from '@backdesk/ordering/summary/discount-codes.tsx';
import { t as summary } from '@backdesk/ordering/summary/texts.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import styles from './draft-page.module.css';
import { discountFrom, discountText, readDiscount } from './read-figures.ts';
import { t } from './texts.ts';

export type GivenDiscount = Pick<Order['discounts'][number], 'label' | 'value' | 'reach'>;
type Reach = GivenDiscount['reach'];

const reaches = Object.keys(summary.reaches) as readonly Reach[];

type Props = {
  /** null: a new one. */
  given: GivenDiscount | null;
  currency: string;
  /** null: it is taken off. */
  onApply: (given: GivenDiscount | null) => Promise<Entrusted>;
  onClose: () => void;
};

/** How much a discount by hand takes off, of what, and what it is called. Enter gives it, Esc leaves it; what was refused stays to be changed. */
export function DiscountForm({ given, currency, onApply, onClose }: Props) {
  const format = useFormat();
  const [text, setText] = useState(discountText(given?.value ?? null, format.percent));
  const [reach, setReach] = useState<Reach>(given?.reach ?? 'items');
  const [name, setName] = useState(given === null || given.label === plainLabel ? '' : given.label);
  const [error, setError] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const parsed = readDiscount(text, format.locale, currency);
  async function apply() {
    if (!parsed.ok || isBusy) return;
    const value = discountFrom(parsed.value, currency);
    if (value === null && given === null) return onClose();
    setBusy(true);
    const outcome = await onApply(value === null ? null : { label: name.trim() || plainLabel, value, reach });
    setBusy(false);
    if (outcome === 'kept' || outcome.ok || outcome.problem?.code === 'order.conflict') onClose();
    else setError(outcome.problem === null ? summary.discountUnsent() : whyRefused(outcome.problem, format, currency));
  }
  return (
    <form
      className={styles.discount}
      aria-label={t.discountLabel()}
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        label={t.discountValue()}
        hideLabel
        figure
        autoFocus
        autoComplete="off"
        value={text}
        placeholder="5%"
        error={parsed.ok ? error : parsed.message}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError(undefined);
        }}
      />
      <Select
        label={t.discountReach()}
        hideLabel
        options={reaches.map((value) => ({ value, label: t.of(summary.reaches[value]) }))}
        value={reach}
        onChange={(event) => {
          setReach(event.currentTarget.value as Reach);
          setError(undefined);
        }}
      />
      <TextInput
        label={t.discountName()}
        hideLabel
        autoComplete="off"
        maxLength={200}
        placeholder={t.discountName()}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" busy={isBusy}>
        {t.apply()}
      </Button>
    </form>
  );
}

/** With the most that it may be, where that is what is wrong. */
function whyRefused({ title, refusals }: ProblemBody, format: Format, currency: string): string {
  const most = refusals?.find(({ code }) => code === 'discount.exceeds_base')?.detail?.baseAmount;
  return typeof most === 'number' ? t.discountMost(format.money({ amount: most, currency })) : title;
}
