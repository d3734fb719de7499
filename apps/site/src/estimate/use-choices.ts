import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { type UncoveredDiscount, uncoveredDiscount } from '@backdesk/domain/estimate/choice-blockers.ts';
import type { EstimateChoices } from '@backdesk/domain/estimate/choices.ts';
import { choicesMade, wrongQuantities } from '@backdesk/domain/estimate/choices-made.ts';
import { depositFor } from '@backdesk/domain/estimate/deposit.ts';
import { type PricedChoices, priceChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { soldNearChosen, soldQuantities } from '@backdesk/domain/estimate/sold-quantities.ts';
import { bundleTotals } from '@backdesk/domain/order/bundle-totals.ts';
import { settleChoice } from '@backdesk/domain/order/settle-choice.ts';
import type { PricedQuantity } from '@backdesk/domain/pricing/priced-quantities.ts';
import { useMemo, useState } from 'react';

type Line = EstimatePage['lines'][number];
type Totals = EstimatePage['totals'];

/** Beyond so many the "total would be" of each is left out: every one of them prices the whole estimate. */
const mostAlternatives = 40;

export type Choosing = {
  /** As frozen, with what is chosen now. */
  readonly lines: readonly Line[];
  readonly totals: Totals;
  /** What is due on accepting this, and what is left; null: nothing is asked for. */
  readonly deposit: EstimatePage['deposit'];
  readonly choices: EstimateChoices;
  readonly leftOut: ReadonlySet<string>;
  /** Lines whose quantity is not sold, or out of bounds. */
  readonly wrong: ReadonlySet<string>;
  /** A discount of the whole that is more than what is chosen; null: each is covered. */
  readonly uncovered: UncoveredDiscount | null;
  /** The quantities of a line that is sold in those alone, with what a piece costs then; none: any within its bounds. */
  readonly soldIn: (lineId: string) => readonly PricedQuantity[];
  /** The nearest quantities in place of one that is not sold. */
  readonly soldNear: (lineId: string) => readonly number[];
  readonly setQuantity: (lineId: string, quantity: number | null) => void;
  readonly setChosen: (lineId: string, chosen: boolean) => void;
  readonly setTaken: (lineId: string, taken: boolean) => void;
  /** Whether anything is chosen otherwise than it was proposed. */
  readonly isChanged: boolean;
  /** Back to what was proposed. */
  readonly reset: () => void;
  /** Another after each reset: what was half typed in a field goes with it. */
  readonly turn: number;
  /** The total if this line were chosen (or not) instead; null: nobody can say. */
  readonly totalWith: (lineId: string) => number | null;
};

/** What is chosen on the page, and what it comes to: the one calculator over what was frozen. */
export function useChoices(estimate: EstimatePage): Choosing {
  const { offer } = estimate;
  const [chosen, setLines] = useState<readonly Line[]>(estimate.lines);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const [turn, setTurn] = useState(0);
  const choices = useMemo(() => choicesMade(estimate.lines, chosen, leftOut), [estimate.lines, chosen, leftOut]);
  const priced = useMemo(() => (offer === null ? null : priceChoices(offer, choices)), [offer, choices]);
  const alternatives = useMemo(
    () => (offer === null ? new Map<string, number>() : alternativesOf(estimate, chosen, leftOut)),
    [offer, estimate, chosen, leftOut],
  );
  const wrong = useMemo(() => new Set([...unread, ...wrongQuantities(chosen, priced?.pricing.lines ?? [])]), [unread, chosen, priced]);
  return {
    lines: useMemo(() => (priced === null ? chosen : withBundles(chosen.map((line) => repriced(line, priced)))), [chosen, priced]),
    totals: priced === null ? estimate.totals : totalsOf(priced, estimate.currency),
    deposit: useMemo(() => depositOf(estimate, choices, priced), [estimate, choices, priced]),
    choices,
    leftOut,
    wrong,
    uncovered: useMemo(() => (offer === null || priced === null ? null : uncoveredDiscount(offer, priced)), [offer, priced]),
    soldIn: (lineId) => (offer === null ? [] : soldQuantities(offer, choices, lineId)),
    soldNear: (lineId) => (offer === null ? [] : soldNearChosen(offer, choices, lineId)),
    setQuantity: (lineId, quantity) => {
      setUnread((before) => (quantity === null ? new Set([...before, lineId]) : new Set([...before].filter((id) => id !== lineId))));
      if (quantity !== null) setLines((before) => before.map((line) => (line.id === lineId ? { ...line, quantity } : line)));
    },
    setChosen: (lineId, isChosen) => {
      const left = groupMates(chosen, lineId);
      setUnread((before) => new Set([...before].filter((id) => !left.has(id))));
      setLines((before) => settleChoice(withQuantitiesOf(estimate.lines, before, left), lineId, { chosen: isChosen }));
    },
    setTaken: (lineId, taken) => setLeftOut((before) => (taken ? new Set([...before].filter((id) => id !== lineId)) : new Set([...before, lineId]))),
    isChanged: choices.lines.length > 0 || leftOut.size > 0 || unread.size > 0,
    reset: () => {
      setLines(estimate.lines);
      setLeftOut(new Set());
      setUnread(new Set());
      setTurn((before) => before + 1);
    },
    turn,
    totalWith: (lineId) => alternatives.get(lineId) ?? null,
  };
}

/** The others of the group that a line is one of. */
function groupMates(lines: readonly Line[], lineId: string): ReadonlySet<string> {
  const group = lines.find(({ id }) => id === lineId)?.choiceGroup ?? null;
  return new Set(group === null ? [] : lines.flatMap(({ id, choiceGroup }) => (choiceGroup === group && id !== lineId ? [id] : [])));
}

/** What somebody typed at a line that is not taken is nowhere to be seen: it is as it was proposed again. */
const withQuantitiesOf = (proposed: readonly Line[], lines: readonly Line[], ids: ReadonlySet<string>): readonly Line[] =>
  lines.map((line, at) => (ids.has(line.id) ? { ...line, quantity: proposed[at]?.quantity ?? line.quantity } : line));

function depositOf({ deposit, offer, currency }: EstimatePage, choices: EstimateChoices, priced: PricedChoices | null): EstimatePage['deposit'] {
  const chosen = offer === null || priced === null ? null : depositFor(offer, choices, priced);
  if (deposit === null || chosen === null) return deposit;
  const money = (amount: number) => ({ amount, currency });
  return { ...deposit, due: money(chosen.dueAmount), balance: money(chosen.balanceAmount) };
}

function alternativesOf(estimate: EstimatePage, chosen: readonly Line[], leftOut: ReadonlySet<string>): ReadonlyMap<string, number> {
  const { offer, lines } = estimate;
  const open = chosen.filter((line) => line.optional && !line.chosen && line.parentLineId === null);
  if (offer === null || open.length > mostAlternatives) return new Map();
  return new Map(open.map(({ id }) => [id, priceChoices(offer, choicesMade(lines, settleChoice(chosen, id, { chosen: true }), leftOut)).pricing.totals.total]));
}

function repriced(line: Line, { pricing }: PricedChoices): Line {
  const price = pricing.lines.find(({ lineId }) => lineId === line.id);
  if (price === undefined) return line;
  const money = (amount: number) => ({ amount, currency: line.total.currency });
  return { ...line, unitPrice: price.unitPrice, amount: money(price.amount), discountAmount: money(price.discount), total: money(price.total) };
}

/** Bundles with what they come to with their parts. */
function withBundles(lines: readonly Line[]): readonly Line[] {
  const totals = bundleTotals(lines.map(({ id, kind, parentLineId, total }) => ({ id, kind, parentLineId, totalAmount: total.amount })));
  if (totals.size === 0) return lines;
  return lines.map((line) => {
    const amount = totals.get(line.id);
    return amount === undefined ? line : { ...line, subtotal: { ...line.total, amount } };
  });
}

function totalsOf({ pricing }: PricedChoices, currency: string): Totals {
  const money = (amount: number) => ({ amount, currency });
  const { items, discount, shipping, tax, total, open } = pricing.totals;
  return {
    items: money(items),
    discount: money(discount),
    shipping: shipping === null ? null : money(shipping),
    tax: tax === null ? null : money(tax),
    total: money(total),
    open: [...open],
    taxLines: pricing.taxLines.map((line) => ({ ...line, base: money(line.base), amount: money(line.amount) })),
  };
}
