import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { useState } from 'react';
import { moved } from '../../../components/drag-handle/moved.ts';
import ordered from '../../../components/drag-handle/row-order.module.css';
import { useRowOrder } from '../../../components/drag-handle/use-row-order.ts';
import { PartRow } from './part-row.tsx';
import { PartSearch } from './part-search.tsx';
import styles from './parts.module.css';
import { type BundleDraft, comesTo, makesOf, mostParts, type PartDraft, partOfHit } from './parts-draft.ts';
import { t } from './texts.ts';

type PartsFieldsProps = {
  draft: BundleDraft;
  /** null: it is being made. */
  productId: string | null;
  currency: string;
  errors: Readonly<Record<string, string>>;
  /** Where the errors are: "parts". */
  path: string;
  isChecked: boolean;
  /** There has to be a part. */
  isNeeded: boolean;
  onChange: (draft: BundleDraft) => void;
};

type Removed = { readonly part: PartDraft; readonly after: string | null };

/** What a bundle is made of, what that comes to and what could be made of it now. */
export function PartsFields({ draft, productId, currency, errors, path, isChecked, isNeeded, onChange }: PartsFieldsProps) {
  const format = useFormat();
  const announce = useAnnounce();
  const { parts } = draft;
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [twice, setTwice] = useState<string | null>(null);
  const setParts = (next: readonly PartDraft[]) => onChange({ ...draft, parts: next });
  const order = useRowOrder(parts, setParts, lineTitle);
  const sum = comesTo(parts, currency);
  const comes = sum === null || parts.length === 0 ? null : format.money({ amount: sum, currency });

  function focusRow(id: string) {
    requestAnimationFrame(() => order.list.current?.querySelector<HTMLElement>(`[data-line="${id}"] input`)?.focus());
  }

  function add(part: PartDraft) {
    const there = parts.find(({ variantId }) => variantId === part.variantId);
    setTwice(there?.id ?? null);
    if (there === undefined) setParts([...parts, part]);
    focusRow(there?.id ?? part.id);
  }

  function remove(id: string) {
    const at = parts.findIndex((part) => part.id === id);
    const part = parts[at];
    if (part === undefined) return;
    setParts(parts.filter((other) => other !== part));
    setRemoved({ part, after: parts[at - 1]?.id ?? null });
    announce(t.removed(lineTitle(part)));
  }

  function bringBack({ part, after }: Removed) {
    setParts(moved([...parts, part], part.id, after));
    setRemoved(null);
    focusRow(part.id);
  }

  return (
    <>
      {errors[path] !== undefined && (
        <p className={styles.wrong} role="alert">
          {errors[path]}
        </p>
      )}
      {parts.length > 0 && (
        <ol ref={order.list} className={ordered.rows} onPointerDown={order.onPointerDown}>
          {parts.map((part, at) => (
            <PartRow
              key={part.id}
              part={part}
              currency={currency}
              isChecked={isChecked}
              error={errors[`${path}.${at}.variantId`] ?? errors[`${path}.${at}.quantity`] ?? (twice === part.id ? t.already() : undefined)}
              onQuantity={(quantity) => {
                setTwice(null);
                setParts(parts.map((other) => (other === part ? { ...other, quantity } : other)));
              }}
              onKeyDown={(event) => order.onKeyDown(event, part)}
              onRemove={() => remove(part.id)}
            />
          ))}
          <div ref={order.mark} role="presentation" className={ordered.mark} hidden />
        </ol>
      )}
      {removed !== null && (
        <p className={styles.removed}>
          <span className="soft">{t.removed(lineTitle(removed.part))}</span>
          <Button size="small" icon="undo" onClick={() => bringBack(removed)}>
            {t.undo()}
          </Button>
        </p>
      )}
      {parts.length < mostParts ? (
        <PartSearch productId={productId} onPick={(hit) => add(partOfHit(hit))} error={isChecked && isNeeded && parts.length === 0 ? t.needed() : undefined} />
      ) : (
        <p className="small muted">{t.full()}</p>
      )}
      {parts.length > 0 && (
        <>
          <Makes parts={parts} />
          <RadioCards
            legend={t.pricing()}
            value={draft.pricing}
            onChange={(pricing) => onChange({ ...draft, pricing: pricing as BundleDraft['pricing'] })}
            cards={[
              { value: 'fixed', title: t.fixed(), detail: comes === null ? t.fixedPlain() : t.fixedDetail(comes) },
              { value: 'summed', title: t.summed(), detail: comes === null ? t.summedPlain() : t.summedDetail(comes) },
            ]}
          />
        </>
      )}
    </>
  );
}

/** What the stock at hand makes. */
export function Makes({ parts }: { parts: readonly PartDraft[] }) {
  const { number } = useFormat();
  const { tracked, available, backorder } = makesOf(parts);
  const count = number(Math.max(0, available));
  return <p className="small soft">{!tracked ? t.notCounted() : backorder ? t.makesMore(count) : t.makes(count)}</p>;
}
