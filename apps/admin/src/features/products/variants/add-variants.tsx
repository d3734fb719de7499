import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { mostVariants } from '@backdesk/domain/catalog/variant-options.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { EditPanel } from '../edit-panel.tsx';
import { useSaveProduct } from '../use-save-product.ts';
import { type AddDraft, addDraft, addRequest, countMissing, mostRows, type RowEdit, rowsOf, withChosen, withTyped } from './add-draft.ts';
import { NewRows } from './new-rows.tsx';
import { OptionValueChips } from './option-value-chips.tsx';
import { t } from './texts.ts';

/** More variants: the values they have, chosen or new, and each missing combination of those as a row that can be left out. */
export function AddVariants({ product, onClose }: { product: Product; onClose: () => void }) {
  const { number } = useFormat();
  const [draft, setDraft] = useState<AddDraft>(() => addDraft(product));
  const [isChecked, setChecked] = useState(false);
  const rows = rowsOf(product, draft);
  const made = rows.filter(({ isMade }) => isMade);
  const { isNew, gaps } = countMissing(product, draft);
  const offered = isNew + (draft.withGaps ? gaps : 0);
  const inAll = product.variants.length + made.length;
  const save = useSaveProduct(
    async () => {
      setChecked(true);
      const isWhole = made.length > 0 && inAll <= mostVariants && made.every(({ sku }) => sku.trim() !== '');
      if (!isWhole) return null;
      return api.addVariants({ params: { id: product.id }, body: { basedOn: product.version, variants: [...addRequest(product, rows)] } });
    },
    onClose,
    () => t.made(made.length, number(made.length)),
  );
  const errors = fieldErrorsOf(save.error);
  const edit = (keys: readonly string[], to: RowEdit) =>
    setDraft((now) => ({ ...now, edits: new Map([...now.edits, ...keys.map((key) => [key, { ...now.edits.get(key), ...to }] as const)]) }));
  return (
    <EditPanel
      title={t.addTitle(product.name)}
      wide
      save={save}
      onClose={onClose}
      saveLabel={made.length === 0 ? t.addVariants() : t.make(made.length, number(made.length))}
    >
      {draft.options.map((option, at) => (
        <OptionValueChips
          key={option.name}
          option={option}
          autoFocus={at === 0}
          onChoose={(value, isChosen) => setDraft((now) => withChosen(now, option.name, value, isChosen))}
          onType={(text) => setDraft((now) => withTyped(now, option.name, text))}
        />
      ))}
      {gaps > 0 && (
        <Checkbox
          label={t.gaps(gaps, number(gaps))}
          checked={draft.withGaps}
          onChange={(event) => setDraft((now) => ({ ...now, withGaps: event.target.checked }))}
        />
      )}
      {errors.variants !== undefined && (
        <p className="bad small" role="alert">
          {errors.variants}
        </p>
      )}
      <p className={offered > mostRows || inAll > mostVariants || (isChecked && made.length === 0) ? 'bad small' : 'muted small'} role="status">
        {saysOf()}
      </p>
      {rows.length > 0 && <NewRows product={product} rows={rows} errors={errors} isChecked={isChecked} onEdit={edit} />}
    </EditPanel>
  );

  function saysOf(): string {
    const open = draft.options.find(({ values }) => !values.some(({ isChosen }) => isChosen));
    if (open !== undefined) return t.chooseIn(open.name);
    if (offered > mostRows) return t.tooMany(number(offered), number(mostRows));
    if (inAll > mostVariants) return t.tooManyInAll(number(inAll), number(mostVariants));
    if (rows.length === 0) return t.allThere();
    return made.length === 0 ? t.makes(0, '') : `${t.makes(made.length, number(made.length))} ${t.takesOver()}`;
  }
}
