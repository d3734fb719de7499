import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { type UncoveredDiscount, uncoveredDiscount } from '@backdesk/domain/estimate/choice-blockers.ts';
import type { EstimateChoices } from '@backdesk/domain/estimate/choices.ts';
import { choicesMade, wrongQuantities } from '@backdesk/domain/estimate/choices-made.ts';
import { priceChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { soldQuantities } from '@backdesk/domain/estimate/sold-quantities.ts';
import { settleChoice } from '@backdesk/domain/order/settle-choice.ts';
import type { PricedQuantity } from '@backdesk/domain/pricing/priced-quantities.ts';
import { useMemo, useState } from 'react';

type Line = EstimateContent['lines'][number];

export type AcceptanceChoices = {
  /** As issued, with what is chosen now. */
  readonly lines: readonly Line[];
  readonly choices: EstimateChoices;
  readonly leftOut: ReadonlySet<string>;
  readonly wrong: ReadonlySet<string>;
  /** A discount of the whole that is more than what is chosen; null: each is covered. */
  readonly uncovered: UncoveredDiscount | null;
  readonly total: { readonly amount: number; readonly currency: string };
  /** The quantities of a line that is sold in those alone, with what a piece costs then; none: any within its bounds. */
  readonly soldIn: (lineId: string) => readonly PricedQuantity[];
  readonly setQuantity: (lineId: string, quantity: number | null) => void;
  readonly setChosen: (lineId: string, chosen: boolean) => void;
  readonly setTaken: (lineId: string, taken: boolean) => void;
};

/** What the customer named when they said yes, and what it comes to: the one calculator over what was frozen. */
export function useAcceptanceChoices(content: EstimateContent): AcceptanceChoices {
  const { offer } = content;
  const [lines, setLines] = useState<readonly Line[]>(content.lines);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const choices = useMemo(() => choicesMade(content.lines, lines, leftOut), [content.lines, lines, leftOut]);
  const priced = useMemo(() => (offer === null ? null : priceChoices(offer, choices)), [offer, choices]);
  return {
    lines,
    choices,
    leftOut,
    wrong: new Set([...unread, ...wrongQuantities(lines, priced?.pricing.lines ?? [])]),
    uncovered: useMemo(() => (offer === null || priced === null ? null : uncoveredDiscount(offer, priced)), [offer, priced]),
    total: priced === null ? content.totals.total : { amount: priced.pricing.totals.total, currency: content.currency },
    soldIn: (lineId) => (offer === null ? [] : soldQuantities(offer, choices, lineId)),
    setQuantity: (lineId, quantity) => {
      setUnread((before) => (quantity === null ? new Set([...before, lineId]) : new Set([...before].filter((id) => id !== lineId))));
      if (quantity !== null) setLines((before) => before.map((line) => (line.id === lineId ? { ...line, quantity } : line)));
    },
    setChosen: (lineId, chosen) => setLines((before) => settleChoice(before, lineId, { chosen })),
    setTaken: (lineId, taken) => setLeftOut((before) => (taken ? new Set([...before].filter((id) => id !== lineId)) : new Set([...before, lineId]))),
  };
}
