import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { largePicture } from '@backdesk/ordering/product/picture-size.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { WeightField } from '@backdesk/ui/forms/weight-field.tsx';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { BreakFields, breakDrafts, breaksRequest } from '../break-fields.tsx';
import { EditPanel } from '../edit-panel.tsx';
import styles from '../product-page.module.css';
import { t } from '../texts.ts';
import { UnitFields, unitDraft, unitRequest } from '../unit-fields.tsx';
import { useSaveProduct } from '../use-save-product.ts';
import { OptionFields } from './option-fields.tsx';
import { t as ofVariants } from './texts.ts';

type EditVariantProps = { product: Product; variant: Variant; onDelete: () => void; onClose: () => void };

/** SKU, option values, list price by quantity, stock, weight and whether it is sold. */
export function EditVariant({ product, variant, onDelete, onClose }: EditVariantProps) {
  const { stock } = variant;
  const isBundle = product.bundle !== null;
  const isSummed = product.bundle?.pricing === 'summed';
  const [sku, setSku] = useState(variant.sku);
  const [options, setOptions] = useState(variant.options);
  const [weightGrams, setWeight] = useState(variant.weightGrams);
  const [published, setPublished] = useState(variant.published);
  const [ships, setShips] = useState(variant.ships);
  const [tracked, setTracked] = useState(stock.tracked);
  const [onHand, setOnHand] = useState<number | null>(stock.onHand);
  const [backorder, setBackorder] = useState(stock.backorder);
  const own = variant.imageUrl === null ? null : largePicture(variant.imageUrl);
  const [picture, setPicture] = useState(own ?? '');
  const [more, setMore] = useState(stock.incoming?.quantity ?? null);
  const [expectedOn, setExpectedOn] = useState(stock.incoming?.expectedOn ?? '');
  const { increment, maximum } = variant.quantityRule;
  const [quantityIncrement, setIncrement] = useState(increment);
  const [maxQuantity, setMaximum] = useState(maximum);
  const [unit, setUnit] = useState(() => unitDraft(variant.unit));
  const [breaks, setBreaks] = useState(() => breakDrafts(variant.standing ?? variant.priceTable?.breaks ?? []));
  const [known] = useState(breaks);
  const [isChecked, setChecked] = useState(false);
  const save = useSaveProduct(async () => {
    setChecked(true);
    const prices = breaksRequest(breaks);
    if (prices === null) return null;
    return api.changeVariant({
      params: { id: variant.id },
      body: {
        basedOn: variant.version,
        ...(breaks !== known && { prices }),
        quantityIncrement,
        maxQuantity,
        unit: unitRequest(unit),
        sku,
        ...(options !== variant.options && { options }),
        weightGrams,
        ships,
        published,
        ...(picture !== (own ?? '') && { image: picture === '' ? null : { url: picture } }),
        // A bundle has no stock of its own.
        ...(!isBundle && {
          stock: { tracked, onHand: onHand ?? 0, backorder },
          incoming: more === null && expectedOn === '' ? null : { quantity: more ?? 0, expectedOn },
        }),
      },
    });
  }, onClose);
  const errors = fieldErrorsOf(save.error);
  return (
    <EditPanel
      title={t.editVariant(variant.title || product.name)}
      save={save}
      onClose={onClose}
      extra={
        <Button variant="quiet" icon="trash" onClick={onDelete}>
          {ofVariants.deleteVariant()}
        </Button>
      }
    >
      <TextInput label={t.skuField()} value={sku} onChange={(event) => setSku(event.target.value)} error={errors.sku} autoFocus />
      <OptionFields product={product} options={options} errors={errors} onChange={setOptions} />
      <Checkbox label={t.soldField()} checked={published} onChange={(event) => setPublished(event.target.checked)} />
      {isSummed ? (
        <p className="small muted">{t.pricedByParts()}</p>
      ) : (
        <>
          <h3>{t.listPrice()}</h3>
          {variant.standing !== undefined && <p className="small muted">{t.periodNow()}</p>}
          <BreakFields breaks={breaks} currency={product.currency} errors={errors} path="prices" isChecked={isChecked} onChange={setBreaks} />
          {breaks.length === 0 && <p className="small muted">{t.noListPrice()}</p>}
        </>
      )}
      <UnitFields unit={unit} onChange={setUnit} errors={errors} path="unit" />
      <div className={styles.two}>
        <NumberField
          label={t.packsField()}
          value={quantityIncrement}
          onChange={setIncrement}
          min={0}
          unreadable={t.unreadable()}
          error={errors.quantityIncrement}
        />
        <NumberField label={t.mostField()} value={maxQuantity} onChange={setMaximum} min={1} unreadable={t.unreadable()} error={errors.maxQuantity} />
      </div>
      {isBundle ? (
        <p className="small muted">{t.stockOfParts()}</p>
      ) : (
        <Checkbox label={t.trackedField()} checked={tracked} onChange={(event) => setTracked(event.target.checked)} />
      )}
      {!isBundle && tracked && (
        <NumberField label={t.onHandField()} value={onHand} onChange={setOnHand} unreadable={t.unreadable()} error={errors['stock.onHand']} />
      )}
      {!isBundle && tracked && (
        <div className={styles.two}>
          <NumberField label={t.moreField()} value={more} onChange={setMore} min={1} unreadable={t.unreadable()} error={errors['incoming.quantity']} />
          <TextInput
            label={t.expectedField()}
            type="date"
            value={expectedOn}
            onChange={(event) => setExpectedOn(event.target.value)}
            error={errors['incoming.expectedOn']}
          />
        </div>
      )}
      {!isBundle && tracked && <Checkbox label={t.backorderField()} checked={backorder} onChange={(event) => setBackorder(event.target.checked)} />}
      {(product.images.length > 1 || own !== null) && (
        <Select
          label={t.pictureField()}
          placeholder={t.pictureOfProduct()}
          options={[
            ...product.images.map(({ url, alt }, at) => ({ value: url, label: alt || t.imageAt(at + 1) })),
            ...(own === null || product.images.some(({ url }) => url === own) ? [] : [{ value: own, label: t.pictureElse() }]),
          ]}
          value={picture}
          onChange={(event) => setPicture(event.currentTarget.value)}
          error={errors['image.url']}
        />
      )}
      <Checkbox label={t.shipsField()} checked={ships} onChange={(event) => setShips(event.target.checked)} />
      {ships && <WeightField label={t.weight()} grams={weightGrams} onChange={setWeight} unreadable={t.noWeight()} error={errors.weightGrams} />}
    </EditPanel>
  );
}
