import type { Address } from '@backdesk/contract/core/primitives.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { AddressChoice } from '../address/address-choice.tsx';
import { emptyAddress, missingIn } from '../address/address-draft.ts';
import { newId } from '../editing/new-id.ts';
import { lineTitle } from '../lines/line-title.ts';
import { useCheckout } from './checkout-face.ts';
import { linesToShip } from './lines-to-ship.ts';
import { PartHeading } from './part-heading.tsx';
import { PickupSelect } from './pickup-select.tsx';
import styles from './split-editor.module.css';
import { leftOf, newPlanned, type PlannedShipment } from './split-plan.ts';
import { t } from './texts.ts';

export type SplitEditorProps = {
  plan: readonly PlannedShipment[];
  onChange: (plan: readonly PlannedShipment[]) => void;
  isTried: boolean;
  /** Addresses that are kept somewhere as they stand. */
  stored: readonly (Address | null)[];
};

/** Which pieces go to which address: one block an address, and what is still left in plain sight. */
export function SplitEditor({ plan, onChange, isTried, stored }: SplitEditorProps) {
  const { order, book, home, person } = useCheckout();
  const { country } = home;
  const saved = book?.items ?? [];
  const format = useFormat();
  const lines = linesToShip(order);
  const change = (id: string, next: Partial<PlannedShipment>) => onChange(plan.map((each) => (each.id === id ? { ...each, ...next } : each)));
  const unspread = lines.flatMap((line) => {
    const left = leftOf(plan, line);
    return left === 0 ? [] : [{ line, left }];
  });

  return (
    <div className={styles.split}>
      {plan.map((shipment, at) => (
        <section key={shipment.id} className={styles.shipment} aria-label={t.shipmentTitle(at + 1)}>
          <div className={styles.head}>
            <PartHeading>{t.shipmentTitle(at + 1)}</PartHeading>
            {plan.length > 2 && (
              <Button
                variant="quiet"
                size="small"
                icon="trash"
                className="push"
                aria-label={t.removeShipment(at + 1)}
                onClick={() => onChange(plan.filter((each) => each.id !== shipment.id))}
              >
                {t.remove()}
              </Button>
            )}
          </div>
          <PickupSelect at={at + 1} shipment={shipment} onChange={(next) => change(shipment.id, next)} />
          {shipment.kind === 'ship' && (
            <AddressChoice
              legend={t.shipmentTitle(at + 1)}
              section="shipping"
              saved={saved}
              value={shipment.address}
              isGiven={shipment.address !== null && Object.keys(missingIn(shipment.address, stored)).length === 0}
              onChange={(address) => change(shipment.id, { address })}
              errors={isTried ? missingIn(shipment.address ?? emptyAddress(country), stored) : {}}
              country={country}
              person={person}
            />
          )}
          <ul className={styles.lines} aria-label={t.pieces()}>
            {lines.map((line) => {
              const here = shipment.pieces[line.id] ?? 0;
              const left = leftOf(plan, line);
              return (
                <li key={line.id}>
                  <span dir="auto">{lineTitle(line)}</span>
                  {left > 0 && (
                    <Button variant="link" size="small" onClick={() => change(shipment.id, { pieces: { ...shipment.pieces, [line.id]: here + left } })}>
                      {t.takeRest(format.number(left))}
                    </Button>
                  )}
                  <NumberField
                    label={t.piecesOf(lineTitle(line), at + 1)}
                    hideLabel
                    value={here}
                    min={0}
                    max={line.quantity}
                    unreadable={t.wholeNumber()}
                    onChange={(value) => change(shipment.id, { pieces: { ...shipment.pieces, [line.id]: value ?? 0 } })}
                  />
                  <span className="muted small">{t.ofOrdered(format.number(line.quantity))}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <Button variant="quiet" icon="plus" className={styles.more ?? ''} onClick={() => onChange([...plan, newPlanned(newId())])}>
        {t.addShipment()}
      </Button>
      {unspread.length > 0 && (
        <InlineNotice tone={isTried ? 'bad' : 'warn'} title={t.unspread()} {...(isTried && { live: 'alert' as const })}>
          <ul>
            {unspread.map(({ line, left }) => (
              <li key={line.id}>{left > 0 ? t.left(lineTitle(line), format.number(left)) : t.tooMany(lineTitle(line), format.number(-left))}</li>
            ))}
          </ul>
        </InlineNotice>
      )}
    </div>
  );
}
