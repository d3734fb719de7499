import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { ReactNode } from 'react';
import { BreakTable } from './break-table.tsx';
import { periodText } from './period-text.ts';
import styles from './price-explainer.module.css';
import { t } from './texts.ts';

export type PriceExplainerProps = {
  line: OrderLine;
  /** The line's number on the screen. */
  at: string;
  /** What the list asks for each piece of so many today, in major units, where a price role has its own price. */
  listPrice?: string | null;
  /** What it costs and earns, for who may see that. */
  cost?: { readonly cost: string; readonly margin: string } | null;
  onSetPrice?: (() => void) | undefined;
  onGiveBack?: (() => void) | undefined;
};

/** How a line comes to its total: each step with its amount, and the breaks with the one that holds marked. */
export function PriceExplainer({ line, at, listPrice = null, cost = null, onSetPrice, onGiveBack }: PriceExplainerProps) {
  const format = useFormat();
  const groupQuantity = line.explanation.find((step) => step.step === 'break')?.groupQuantity ?? line.quantity;
  const hasBreaks = (line.priceTable?.breaks.length ?? 0) > 1;
  const { unitPrice, total } = shownFigures(line);
  // What has its price elsewhere has its discount there too.
  const isPricedElsewhere = line.partId !== null || (line.kind === 'bundle' && line.typedUnitPrice !== null);
  return (
    <section className={hasBreaks ? styles.explain : styles.single} aria-label={t.regionLabel(at)}>
      <div>
        <h2>{t.howLine(at, format.money(total))}</h2>
        <table className={styles.steps}>
          <tbody>
            {listPrice !== null && (
              <StepRow
                term={t.listPrice()}
                detail={`${t.eachPrice(format.unitPrice(listPrice, line.amount.currency, { show: 'plain' }))}, ${t.listReplaced(line.priceTable?.label ?? '')}`}
                amount=""
              />
            )}
            {line.explanation
              .filter(({ step }) => step !== 'line_discount' && step !== 'order_discount')
              .map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are an ordered list without identity
                <StepRow key={index} {...stepText(step, line, format)} />
              ))}
            {line.override === null && onSetPrice !== undefined && (
              <StepRow
                isNone
                term={t.override()}
                detail={
                  <>
                    {t.notOverridden()} ·{' '}
                    <Button variant="link" onClick={onSetPrice}>
                      {t.setPrice()}
                    </Button>
                  </>
                }
                amount="—"
              />
            )}
            {line.override !== null && onGiveBack !== undefined && (
              <StepRow
                isNone
                term=""
                detail={
                  <Button variant="link" onClick={onGiveBack}>
                    {t.giveBack()}
                  </Button>
                }
                amount=""
              />
            )}
            {line.explanation
              .filter(({ step }) => step === 'line_discount')
              .map((step) => (
                <StepRow key={step.step} {...stepText(step, line, format)} />
              ))}
            {line.discount === null && !isPricedElsewhere && <StepRow isNone term={t.discount()} detail={t.noDiscount()} amount="—" />}
            <tr className={styles.sum}>
              <td>{t.line()}</td>
              <td className="tnum">
                {unitPrice === null ? '' : t.each(format.number(line.quantity), format.unitPrice(unitPrice, line.amount.currency, { show: 'plain' }))}
              </td>
              <td className="num">{format.money(total, { show: 'plain' })}</td>
            </tr>
            {line.explanation
              .filter((step) => step.step === 'order_discount')
              .map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are an ordered list without identity
                <StepRow key={`discount-${index}`} {...orderDiscountText(step, format)} />
              ))}
            {line.tax === null ? (
              <StepRow isNone term={t.taxOpen()} detail={t.taxOpenDetail()} amount="—" />
            ) : (
              line.taxLines.map((tax) => (
                <StepRow
                  key={tax.code}
                  term={tax.name}
                  detail={t.taxDetail(format.percent(tax.ratePpm), format.money(tax.base, { show: 'plain' }))}
                  amount={format.money(tax.amount, { show: 'plain' })}
                />
              ))
            )}
            {cost !== null && (
              <>
                <StepRow term={t.costOf()} detail={t.costDetail()} amount={cost.cost} />
                <StepRow term={t.marginOf()} detail="" amount={cost.margin} />
              </>
            )}
          </tbody>
        </table>
      </div>
      {hasBreaks && (
        <div>
          <h2>{t.breaks()}</h2>
          <BreakTable line={line} quantity={groupQuantity} />
          <NextBreak line={line} />
        </div>
      )}
    </section>
  );
}

/** What a few more would bring. */
export function NextBreak({ line }: { line: OrderLine }) {
  const format = useFormat();
  if (line.hint === null) return null;
  return (
    <p className={styles.next}>
      {t.moreBring(format.number(line.hint.quantity - line.quantity), format.unitPrice(line.hint.unitPrice, line.amount.currency, { show: 'plain' }))}
    </p>
  );
}

type StepText = { term: string; detail: ReactNode; amount: string; isNone?: boolean; isStruck?: boolean };

function StepRow({ term, detail, amount, isNone = false }: StepText) {
  return (
    <tr className={isNone ? styles.none : undefined}>
      <td>{term}</td>
      <td>{detail}</td>
      <td className="num">{amount}</td>
    </tr>
  );
}

/** What a discount of the whole order takes of this line: below its total, above its tax. */
function orderDiscountText(step: OrderLine['explanation'][number], format: Format): StepText {
  return { term: step.label, detail: t.orderDiscountDetail(), amount: step.amount === null ? '' : `− ${format.money(step.amount, { show: 'plain' })}` };
}

function stepText(step: OrderLine['explanation'][number], line: OrderLine, format: Format): StepText {
  const { currency } = line.amount;
  const plain = (money: { amount: number; currency: string }) => format.money(money, { show: 'plain' });
  const unit = step.unitPrice === null ? '' : format.unitPrice(step.unitPrice, currency, { show: 'plain' });
  const amount = step.amount === null ? unit : plain(step.amount);
  const pieces = t.each(format.number(line.quantity), unit);
  switch (step.step) {
    case 'break': {
      const found = line.priceTable?.breaks.find((row) => row.quantity === step.breakQuantity);
      const detail =
        found === undefined || found.quantity === 1
          ? ''
          : t.breakDetail(format.number(found.quantity), format.unitPrice(found.extendedPrice, currency, { show: 'plain' }));
      const days = line.priceTable === null ? '' : periodText(line.priceTable, format);
      const isGrouped = step.groupQuantity !== undefined && step.groupQuantity !== line.quantity;
      return {
        term: step.label,
        detail: [pieces, days, detail].filter(Boolean).join(', ') + (isGrouped ? t.groupDetail(format.number(step.groupQuantity ?? 0)) : ''),
        amount,
      };
    }
    case 'unit_price': {
      if (line.partId !== null) return { term: t.inBundle(), detail: t.inBundleDetail(), amount };
      if (line.kind === 'bundle') return { term: t.itsParts(), detail: t.itsPartsDetail(), amount: plain(shownFigures(line).total) };
      return { term: t.typedPrice(), detail: [pieces, t.typedDetail()].join(', '), amount };
    }
    case 'override':
      return {
        term: t.override(),
        detail: (
          <>
            {[pieces, t.overrideDetail(step.by ?? '', step.reason ?? '')].filter(Boolean).join(', ')}
            {step.listAmount ? (
              <>
                {' '}
                <span className="muted">{t.listWas()}</span> <span className="was">{plain(step.listAmount)}</span>
              </>
            ) : null}
          </>
        ),
        amount,
      };
    case 'line_discount':
      return {
        term: t.discount(),
        detail: line.discount?.kind === 'percentage' ? format.percent(line.discount.ppm) : '',
        amount: `− ${amount.replace(/^[-−]/, '')}`,
      };
    default:
      return { term: step.label, detail: upchargeText(step, line, format), amount: `+ ${amount}` };
  }
}

/** What a customization adds: for each piece, which a price set by hand takes the place of, in percent, and once. */
function upchargeText({ label, ppm, breakQuantity }: OrderLine['explanation'][number], line: OrderLine, format: Format): string {
  const upcharge = line.upcharges.find((each) => each.label === label);
  const perPiece = upcharge?.breaks?.find(({ quantity }) => quantity === breakQuantity)?.perPiece ?? upcharge?.perPiece ?? '0';
  const once = upcharge?.perLine.amount ? format.money(upcharge.perLine, { show: 'plain' }) : '';
  return [
    line.override !== null || Number(perPiece) === 0
      ? ''
      : t.each(format.number(line.quantity), format.unitPrice(perPiece, line.amount.currency, { show: 'plain' })),
    breakQuantity === undefined ? '' : t.upchargeBreak(format.number(breakQuantity)),
    ppm === undefined ? '' : t.upchargePart(format.percent(ppm)),
    once === '' ? '' : t.onceOf(once),
  ]
    .filter(Boolean)
    .join(', ');
}
