import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { perPiece } from './per-piece.ts';
import styles from './product-page.module.css';
import { t } from './texts.ts';

export type BreakDraft = { readonly key: number; readonly quantity: number | null; readonly price: string | null };

export type BreakJson = { readonly quantity: number; readonly extendedPrice: string };

type BreakFieldsProps = {
  breaks: readonly BreakDraft[];
  currency: string;
  /** Messages of the server by their place ("breaks.0.quantity"), under `path`. */
  errors: Readonly<Record<string, string>>;
  path: string;
  /** What is missing is shown. */
  isChecked: boolean;
  onChange: (breaks: readonly BreakDraft[]) => void;
};

/** Price breaks to edit: from how many pieces on, and what that many cost together. */
export function BreakFields({ breaks, currency, errors, path, isChecked, onChange }: BreakFieldsProps) {
  const filled = breaks.filter(isFilled);
  const change = (key: number, to: Partial<BreakDraft>) => onChange(breaks.map((each) => (each.key === key ? { ...each, ...to } : each)));
  return (
    <>
      {breaks.map((each, index) => {
        const at = filled.indexOf(each);
        const isOpen = isChecked && at >= 0;
        return (
          <div key={each.key} className={styles.breakRow}>
            <NumberField
              label={t.fromQuantity()}
              hideLabel={index > 0}
              value={each.quantity}
              onChange={(quantity) => change(each.key, { quantity })}
              min={1}
              max={9_999_999}
              unreadable={t.unreadable()}
              error={errors[`${path}.${at}.quantity`] ?? (isOpen && each.quantity === null ? t.unreadable() : undefined)}
            />
            <MoneyInput
              label={t.togetherPrice()}
              hideLabel={index > 0}
              currency={currency}
              maxDecimals={6}
              problems={{ not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() }}
              value={each.price}
              onChange={(price) => change(each.key, { price })}
              error={errors[`${path}.${at}.extendedPrice`] ?? (isOpen && each.price === null ? t.notANumber() : undefined)}
            />
            <Each each={each} currency={currency} isFirst={index === 0} />
            <Button variant="quiet" icon="close" onClick={() => onChange(breaks.filter((other) => other !== each))}>
              <span className="vh">{t.removeBreak(index + 1)}</span>
            </Button>
          </div>
        );
      })}
      <div>
        <Button variant="quiet" size="small" icon="plus" onClick={() => onChange([...breaks, newBreak(breaks)])}>
          {t.addBreak()}
        </Button>
      </div>
    </>
  );
}

/** What a piece costs there, as it will be read on a line. */
function Each({ each: { quantity, price }, currency, isFirst }: { each: BreakDraft; currency: string; isFirst: boolean }) {
  const format = useFormat();
  const shown = quantity === null || quantity < 1 || price === null || price.startsWith('-') ? '' : format.unitPrice(perPiece(price, quantity), currency);
  return (
    <span className={styles.eachPrice}>
      {isFirst && <span className={styles.eachHead}>{t.eachHead()}</span>}
      <span>{shown}</span>
    </span>
  );
}

const isFilled = ({ quantity, price }: BreakDraft) => quantity !== null || price !== null;

export function newBreak(others: readonly BreakDraft[]): BreakDraft {
  const key = others.reduce((most, each) => Math.max(most, each.key), 0) + 1;
  return { key, quantity: others.length === 0 ? 1 : null, price: null };
}

export function breakDrafts(breaks: readonly BreakJson[]): readonly BreakDraft[] {
  if (breaks.length === 0) return [newBreak([])];
  return breaks.map(({ quantity, extendedPrice }, key) => ({ key, quantity, price: extendedPrice }));
}

/** What the form holds, without empty rows; null: a row is only half filled in. */
export function breaksRequest(breaks: readonly BreakDraft[]): BreakJson[] | null {
  const filled = breaks.filter(isFilled);
  const wanted = filled.flatMap(({ quantity, price }) => (quantity === null || price === null ? [] : { quantity, extendedPrice: price }));
  return wanted.length < filled.length ? null : wanted;
}
