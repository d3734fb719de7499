import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { ProductRolePrices } from '@backdesk/contract/price-role/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { EditPanel } from './edit-panel.tsx';
import { perPiece } from './per-piece.ts';
import styles from './product-page.module.css';
import { rolePricesQuery } from './role-prices-query.ts';
import { t } from './texts.ts';

type BreakDraft = { readonly key: number; readonly quantity: number | null; readonly price: string | null };

/** The price breaks of a role for a product: from how many pieces on, and what that many cost together. None: the list price. */
export function EditRolePrices({ product, role, onClose }: { product: Product; role: ProductRolePrices; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [breaks, setBreaks] = useState<readonly BreakDraft[]>(() => draftsOf(role.breaks));
  const [isChecked, setChecked] = useState(false);
  const filled = breaks.filter(({ quantity, price }) => quantity !== null || price !== null);
  const save = useMutation({
    mutationFn: async () => {
      setChecked(true);
      const wanted = filled.flatMap(({ quantity, price }) => (quantity === null || price === null ? [] : { quantity, extendedPrice: price }));
      if (wanted.length < filled.length) return null;
      return api.setRolePrices({ params: { id: product.id, roleId: role.roleId }, body: { basedOn: role.version, breaks: wanted } });
    },
    onSuccess: (changed) => {
      if (changed === null) return;
      queryClient.setQueryData(rolePricesQuery(product.id).queryKey, changed);
      for (const queryKey of [['product'], ['price-roles']]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: t.saved() });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);

  function change(key: number, to: Partial<BreakDraft>) {
    setBreaks(breaks.map((each) => (each.key === key ? { ...each, ...to } : each)));
  }

  return (
    <EditPanel title={t.rolePricesOf(role.roleName)} save={save} onClose={onClose}>
      <p className="small muted">{t.rolePricesHelp()}</p>
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
              error={errors[`breaks.${at}.quantity`] ?? (isOpen && each.quantity === null ? t.unreadable() : undefined)}
            />
            <MoneyInput
              label={t.togetherPrice()}
              hideLabel={index > 0}
              currency={product.currency}
              maxDecimals={6}
              problems={{ not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() }}
              value={each.price}
              onChange={(price) => change(each.key, { price })}
              error={errors[`breaks.${at}.extendedPrice`] ?? (isOpen && each.price === null ? t.notANumber() : undefined)}
            />
            <Each each={each} currency={product.currency} isFirst={index === 0} />
            <Button variant="quiet" icon="close" onClick={() => setBreaks(breaks.filter((other) => other !== each))}>
              <span className="vh">{t.removeBreak(index + 1)}</span>
            </Button>
          </div>
        );
      })}
      <div>
        <Button variant="quiet" size="small" icon="plus" onClick={() => setBreaks([...breaks, newBreak(breaks)])}>
          {t.addBreak()}
        </Button>
      </div>
      {breaks.length === 0 && <p className="small muted">{t.noBreaksLeft()}</p>}
    </EditPanel>
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

function newBreak(others: readonly BreakDraft[]): BreakDraft {
  const key = others.reduce((most, each) => Math.max(most, each.key), 0) + 1;
  return { key, quantity: others.length === 0 ? 1 : null, price: null };
}

function draftsOf(breaks: ProductRolePrices['breaks']): readonly BreakDraft[] {
  if (breaks.length === 0) return [newBreak([])];
  return breaks.map(({ quantity, extendedPrice }, key) => ({ key, quantity, price: extendedPrice }));
}
