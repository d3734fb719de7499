import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { PricedFigures } from '@backdesk/ui/forms/priced-figures.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import styles from './acceptance-choices.module.css';
import { t } from './texts.ts';
import type { AcceptanceChoices as Choosing } from './use-acceptance-choices.ts';

type Line = EstimateContent['lines'][number];
type ChoiceProps = { readonly choosing: Choosing; readonly mayLeaveOut: boolean };

const nameOf = ({ name, options }: Line) => [name, ...options.map(({ value }) => value)].join(' · ');

/** What the customer may decide of it, as they named it: one of a group, optional lines, quantities within bounds, lines left out. */
export function AcceptanceChoices({ choosing, mayLeaveOut }: ChoiceProps) {
  const format = useFormat();
  const own = choosing.lines.filter(({ parentLineId, kind }) => parentLineId === null && kind !== 'section');
  const groups = [...Map.groupBy(own, ({ choiceGroup }) => choiceGroup)].filter((entry): entry is [string, Line[]] => entry[0] !== null);
  const optional = own.filter((line) => line.optional && line.choiceGroup === null);
  const bounded = own.filter(({ quantityBounds }) => quantityBounds !== null);
  const leavable = mayLeaveOut ? own.filter((line) => !line.optional && line.kind !== 'credit') : [];
  if (groups.length + optional.length + bounded.length + leavable.length === 0) return null;
  return (
    <fieldset className={styles.choices}>
      <legend>{t.theirChoices()}</legend>
      {groups.map(([group, lines]) => (
        <Select
          key={group}
          label={t.oneOfGroup(group)}
          options={lines.map((line) => ({ value: line.id, label: `${nameOf(line)} · ${format.money(line.total)}` }))}
          {...(!lines.some(({ chosen }) => chosen) && { placeholder: t.notChosen() })}
          value={lines.find(({ chosen }) => chosen)?.id ?? ''}
          onChange={(event) => choosing.setChosen(event.currentTarget.value, true)}
        />
      ))}
      {optional.map((line) => (
        <Checkbox
          key={line.id}
          label={<bdi>{t.takes(nameOf(line), format.money(line.total))}</bdi>}
          checked={line.chosen}
          onChange={(event) => choosing.setChosen(line.id, event.currentTarget.checked)}
        />
      ))}
      {bounded.map((line) => (
        <QuantityField key={line.id} line={line} choosing={choosing} />
      ))}
      {leavable.map((line) => (
        <Checkbox
          key={line.id}
          label={<bdi>{t.takes(nameOf(line), format.money(line.total))}</bdi>}
          checked={!choosing.leftOut.has(line.id)}
          onChange={(event) => choosing.setTaken(line.id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}

function QuantityField({ line, choosing }: { readonly line: Line; readonly choosing: Choosing }) {
  const format = useFormat();
  const { quantityBounds: bounds } = line;
  if (bounds === null) return null;
  const sold = choosing.soldIn(line.id);
  const stops = sold.map(({ quantity }) => quantity);
  const [from, to] = [format.number(bounds.minimum), format.number(bounds.maximum)];
  return (
    <NumberField
      label={t.quantityChosen(nameOf(line))}
      help={stops.length > 0 ? t.soldAs(stops.map((stop) => format.number(stop)).join(', ')) : t.boundsOf(from, to)}
      error={choosing.wrong.has(line.id) ? t.notThisQuantity(from, to) : undefined}
      value={line.quantity}
      onChange={(quantity) => choosing.setQuantity(line.id, quantity)}
      min={bounds.minimum}
      max={bounds.maximum}
      step={line.quantityStep}
      stops={stops}
      list={stops.length > 0 && <PricedFigures label={t.soldQuantities()} each={t.eachPrice} currency={line.total.currency} choices={() => sold} />}
      unreadable={t.typeWhole()}
    />
  );
}
