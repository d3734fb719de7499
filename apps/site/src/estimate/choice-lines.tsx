import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { partLineIds, shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { PricedFigures } from '@backdesk/ui/forms/priced-figures.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { Fragment, useId } from 'react';
import { EstimateLine, Picture } from './estimate-line.tsx';
import { useLineAvailability } from './line-availability.tsx';
import { texts } from './texts.ts';
import type { Choosing } from './use-choices.ts';

type Line = EstimatePage['lines'][number];
type ChoiceProps = { readonly choosing: Choosing; readonly currency: string };

/** What the customer decides: one of a group, optional lines, quantities within bounds. Each says what the total would be. */
export function ChoiceLines({ choosing, currency }: ChoiceProps) {
  const shown = choosing.lines.filter((line) => line.parentLineId === null && (line.optional || line.quantityBounds !== null));
  const groups = [...Map.groupBy(shown, (line) => line.choiceGroup ?? line.id)];
  if (groups.length === 0) return null;
  return (
    <>
      <div className="estimate-section estimate-choose">
        <h2>{texts.choose}</h2>
        {choosing.isChanged && (
          <Button size="small" icon="undo" onClick={choosing.reset}>
            {texts.asProposed}
          </Button>
        )}
      </div>
      <ul key={choosing.turn}>
        {groups.map(([key, lines]) => {
          const [line] = lines;
          if (line === undefined) return null;
          if (line.choiceGroup !== null) return <ChoiceGroup key={key} group={line.choiceGroup} lines={lines} choosing={choosing} currency={currency} />;
          return <OwnChoice key={key} line={line} choosing={choosing} currency={currency} />;
        })}
      </ul>
    </>
  );
}

function useWouldBe({ choosing, currency }: ChoiceProps) {
  const format = useFormat();
  return (lineId: string) => {
    const total = choosing.totalWith(lineId);
    if (total === null) return undefined;
    return total === choosing.totals.total.amount ? texts.sameTotal : texts.wouldBe(format.money({ amount: total, currency }));
  };
}

function ChoiceGroup({ group, lines, ...props }: ChoiceProps & { readonly group: string; readonly lines: readonly Line[] }) {
  const format = useFormat();
  const wouldBe = useWouldBe(props);
  const shortOf = useLineAvailability();
  const { choosing } = props;
  const cards = lines.map((line) => {
    const options = line.options.map(({ value }) => value).join(' · ');
    const name = options === '' ? line.name : `${line.name} · ${options}`;
    const { unitPrice, total } = shownFigures(line);
    const about = unitPrice === null ? '' : texts.each(format.number(line.quantity), format.unitPrice(unitPrice, props.currency));
    const says = line.chosen ? texts.inTotal : wouldBe(line.id);
    const { quantityBounds: bounds } = line;
    // Of the one that is taken it stands at its field.
    const howMany = bounds === null || line.chosen ? '' : texts.bounds(format.number(bounds.minimum), format.number(bounds.maximum));
    return {
      value: line.id,
      title: (
        <span className="estimate-card">
          <Picture url={line.imageUrl} small />
          <bdi>{name}</bdi>
        </span>
      ),
      detail: [about, howMany, line.note, shortOf(line.id), says].filter((part) => part !== undefined && part !== '').join(' · '),
      end: format.money(total),
    };
  });
  return (
    <li className="estimate-choice">
      <RadioCards
        legend={texts.oneOf(group)}
        cards={cards}
        value={lines.find(({ chosen }) => chosen)?.id ?? null}
        onChange={(lineId) => choosing.setChosen(lineId, true)}
      />
      <ul>
        {lines
          .filter(({ chosen }) => chosen)
          .map((line) => (
            <Fragment key={line.id}>
              {line.quantityBounds !== null && (
                <li className="estimate-how-many">
                  <QuantityChoice line={line} bounds={line.quantityBounds} choosing={choosing} />
                </li>
              )}
              <Hanging of={line} {...props} />
            </Fragment>
          ))}
      </ul>
    </li>
  );
}

/** What hangs on a line that is chosen: the parts of a bundle, its setup, its run charges. */
function Hanging({ of, choosing, currency }: ChoiceProps & { readonly of: Line }) {
  const parts = partLineIds(choosing.lines);
  return choosing.lines
    .filter(({ parentLineId }) => parentLineId === of.id)
    .map((line) => <EstimateLine key={line.id} line={line} currency={currency} isPart={parts.has(line.id)} />);
}

/** A line by itself: whether it is taken, how many of it, or both. */
function OwnChoice({ line, ...props }: ChoiceProps & { readonly line: Line }) {
  const wouldBe = useWouldBe(props);
  const { choosing, currency } = props;
  const hint = line.chosen ? texts.inTotal : wouldBe(line.id);
  const id = useId();
  return (
    <>
      <EstimateLine line={line} currency={currency} isLeftOut={choosing.leftOut.has(line.id)}>
        {line.optional && (
          <label className="estimate-option" htmlFor={id}>
            <input id={id} type="checkbox" checked={line.chosen} onChange={(event) => choosing.setChosen(line.id, event.currentTarget.checked)} />
            <span>
              {texts.add}
              <span className="vh"> {line.name}</span>
            </span>
            <span className="small soft">{hint}</span>
          </label>
        )}
        {line.quantityBounds !== null && <QuantityChoice line={line} bounds={line.quantityBounds} choosing={choosing} />}
      </EstimateLine>
      <Hanging of={line} {...props} />
    </>
  );
}

function QuantityChoice({
  line,
  bounds,
  choosing,
}: {
  readonly line: Line;
  readonly bounds: NonNullable<Line['quantityBounds']>;
  readonly choosing: Choosing;
}) {
  const format = useFormat();
  const [from, to] = [format.number(bounds.minimum), format.number(bounds.maximum)];
  const sold = choosing.soldIn(line.id);
  const stops = sold.map(({ quantity }) => quantity);
  const isBeyond = line.quantity < bounds.minimum || line.quantity > bounds.maximum;
  const error = !choosing.wrong.has(line.id)
    ? undefined
    : isBeyond
      ? texts.outOfBounds(from, to)
      : texts.notThisQuantity(choosing.soldNear(line.id).map((each) => format.number(each)));
  return (
    <NumberField
      className="estimate-quantity"
      label={texts.quantityOf(line.name)}
      hideLabel
      help={stops.length > 0 ? texts.soldAs(stops.map((stop) => format.number(stop)).join(', ')) : texts.bounds(from, to)}
      error={error}
      value={line.quantity}
      onChange={(quantity) => choosing.setQuantity(line.id, quantity)}
      min={bounds.minimum}
      max={bounds.maximum}
      step={line.quantityStep}
      stops={stops}
      list={stops.length > 0 && <PricedFigures label={texts.soldIn} each={texts.eachPrice} currency={line.total.currency} choices={() => sold} />}
      buttons={{ less: texts.fewer(line.name), more: texts.more(line.name) }}
      unreadable={texts.unreadable}
    />
  );
}
